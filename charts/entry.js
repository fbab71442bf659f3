// The few kinds of charts that the page draws, out of ECharts, as `window.echarts`.
//
// Bundled for Chrome 86 by `cargo xtask build` and read only when the first chart is shown.
// What every chart has in common stands here, and what charming has no words for: drawn as SVG,
// so that it prints sharp and can be kept as a picture; still; named for those who hear it by the
// name that the page gives its place; tooltips without HTML, which the page's policy does not
// allow; years without a document hatched; ties of a network as thick as they are strong.

import { dispose, init, use } from 'echarts/core';
import { GraphChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([AriaComponent, GraphChart, GridComponent, LegendComponent, LineChart, SVGRenderer, TooltipComponent]);

const HATCH = 8;
const THIN = 1;
const THICK = 7;
const NAMES = 120;
const RING = 320;
const LEGEND = 24;

/** Slanting strokes, as the vector pattern of an SVG. */
function hatched(stroke) {
  const d = `M-1 1L1 -1M0 ${HATCH}L${HATCH} 0M${HATCH - 1} ${HATCH + 1}L${HATCH + 1} ${HATCH - 1}`;
  const svgElement = { tag: 'path', key: 'hatch', attrs: { d, stroke, fill: 'none' } };
  return { svgElement, svgWidth: HATCH, svgHeight: HATCH };
}

/** An axis whose names with a second line, which says why nothing is there, have hatched bands. */
function withHoles(axis) {
  if (!axis.splitArea) { return axis; }
  const hole = hatched(axis.splitLine.lineStyle.color);
  const color = axis.data.map((name) => (name.includes('\n') ? hole : 'transparent'));
  return { ...axis, axisLabel: { ...axis.axisLabel, interval: 0, lineHeight: 16 }, splitArea: { show: true, areaStyle: { color } } };
}

/** A network whose ties show their values, and which shows the neighbours of what is pointed at. */
function withTies(series, room) {
  if (series.type !== 'graph') { return series; }
  const most = Math.max(...series.links.map(({ value }) => value));
  const width = (value) => THIN + (THICK - THIN) * value / most;
  // Names stand round the ring; where there is less room, everything inside is smaller.
  const around = Math.min(NAMES, room * 0.32);
  const size = Math.min(1, (room - 2 * around) / RING);
  return {
    ...series,
    left: around,
    right: around,
    top: around,
    bottom: around + LEGEND,
    preserveAspect: true,
    edgeSymbolSize: 9 * size,
    emphasis: { focus: 'adjacency', lineStyle: { opacity: 1 } },
    data: series.data.map((node) => ({ ...node, symbolSize: node.symbolSize * size })),
    links: series.links.map((link) => ({ ...link, lineStyle: { width: width(link.value) * size } })),
  };
}

function initAlike(element, theme, options) {
  const chart = init(element, theme, { ...options, renderer: 'svg' });
  const setOption = chart.setOption.bind(chart);
  chart.setOption = (option) => {
    // charming writes what may be several as an object, or as a list of one.
    const list = (found) => [].concat(found ?? []);
    const [tooltip] = list(option.tooltip);
    const description = element.getAttribute('aria-label');
    return setOption({
      ...option,
      animation: false,
      aria: { enabled: true, label: { description }, decal: { show: true } },
      xAxis: option.xAxis && list(option.xAxis).map(withHoles),
      series: list(option.series).map((series) => withTies(series, element.clientWidth)),
      ...(tooltip && { tooltip: { ...tooltip, renderMode: 'richText' } }),
    });
  };
  // The page learns which node was chosen, and opens what it stands for.
  chart.on('click', { dataType: 'node' }, ({ data }) => {
    element.dispatchEvent(new CustomEvent('node', { detail: data.id }));
  });
  return chart;
}

window.echarts = { init: initAlike, dispose };
