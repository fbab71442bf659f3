// The few kinds of charts that the page draws, out of ECharts, as `window.echarts`.
//
// Bundled for Chrome 86 by `cargo xtask build` and read only when the first chart is shown.
// What every chart has in common stands here: drawn as SVG, so that it prints sharp and can be
// kept as a picture; still; described for those who hear it; tooltips without HTML, which the
// page's policy does not allow.

import { dispose, init, use } from 'echarts/core';
import { GraphChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([AriaComponent, GraphChart, GridComponent, LegendComponent, LineChart, SVGRenderer, TooltipComponent]);

const common = { animation: false, aria: { enabled: true, decal: { show: true } } };

function initAlike(element, theme, options) {
  const chart = init(element, theme, { ...options, renderer: 'svg' });
  const setOption = chart.setOption.bind(chart);
  chart.setOption = (option) => {
    // charming writes a tooltip as an object, or as a list of one.
    const [tooltip] = [].concat(option.tooltip ?? []);
    const still = tooltip && { tooltip: { ...tooltip, renderMode: 'richText' } };
    return setOption({ ...common, ...option, ...still });
  };
  return chart;
}

window.echarts = { init: initAlike, dispose };
