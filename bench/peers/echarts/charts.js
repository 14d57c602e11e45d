// The peer on Apache ECharts: its core with the charts, components and renderer of this page, as its handbook says. SVG, which the
// handbook advises for phones and for few marks.

import { BarChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendPlainComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { ACTUAL, BARS, PLAN, sides } from "../shared/marks.js";
import { show } from "../shared/page.js";

use([BarChart, ScatterChart, GridComponent, LegendPlainComponent, TooltipComponent, SVGRenderer]);

function chartIn(container, { yAxis, ...option }) {
  const chart = init(container, null, { renderer: "svg" });
  // Labels take at most a third of the width.
  const labelled = (yAxis) => {
    const width = Math.min(280, chart.getWidth() / 3);
    return { yAxis: { ...yAxis, axisLabel: { width, overflow: "truncate", interval: 0 } } };
  };
  chart.setOption({ animation: false, ...option, ...labelled(yAxis) });
  window.addEventListener("resize", () => {
    chart.resize();
    chart.setOption(labelled());
  });
  return chart;
}

// From the top down, without ticks.
const categories = (data, options) => ({ type: "category", data, inverse: true, axisTick: { show: false }, ...options });

function drawIndicators(container, indicators) {
  const marks = sides(indicators);
  const series = ({ name, colour }, style) => ({
    name,
    type: "scatter",
    data: marks.filter(({ side }) => side === name).map(({ indicator, value, told }) => ({ value: [value, indicator], told })),
    itemStyle: { color: colour, opacity: 1 },
    ...style,
  });
  chartIn(container, {
    grid: { left: 8, right: 24, top: 32, bottom: 8, outerBoundsMode: "same" },
    legend: { top: 0, left: 0 },
    tooltip: { confine: true, formatter: ({ data }) => `${data.value[1]}<br>${data.told}` },
    xAxis: { type: "log" },
    yAxis: categories([...new Set(marks.map(({ indicator }) => indicator))], { splitLine: { show: true } }),
    series: [
      series(ACTUAL, { symbolSize: 9 }),
      series(PLAN, { symbolSize: 14, itemStyle: { color: "transparent", borderColor: PLAN.colour, borderWidth: 2, opacity: 1 } }),
    ],
  });
}

function drawSectors(container, counts) {
  const values = (counts) => counts.map(({ projects }) => projects);
  const chart = chartIn(container, {
    grid: { left: 8, right: 24, top: 8, bottom: 8, outerBoundsMode: "same" },
    tooltip: { confine: true },
    xAxis: { type: "value", minInterval: 1 },
    yAxis: categories(counts.map(({ sector }) => sector)),
    series: [{ type: "bar", name: BARS.name, data: values(counts), itemStyle: { color: BARS.colour } }],
  });
  return (counts) => chart.setOption({ series: [{ data: values(counts) }] });
}

show({ drawIndicators, drawSectors });
