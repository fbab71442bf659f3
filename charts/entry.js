// The few kinds of charts that the page draws, out of ECharts, as `window.echarts`.
//
// Bundled for Chrome 86 by `cargo xtask build` and read only when the first chart is shown.
// Charts are drawn as SVG: they print sharp, and a reader can keep them as a picture.

import { dispose, init, use } from 'echarts/core';
import { GraphChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([AriaComponent, GraphChart, GridComponent, LegendComponent, LineChart, SVGRenderer, TooltipComponent]);

window.echarts = {
  init: (element, theme, options) => init(element, theme, { ...options, renderer: 'svg' }),
  dispose,
};
