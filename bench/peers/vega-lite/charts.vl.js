// The charts as Vega-Lite: compiled to Vega when the page is built, see ../precompiled.js.

import { ACTUAL, BARS, PLAN } from "../shared/marks.js";

const config = {
  font: "system-ui, sans-serif",
  axis: { labelFontSize: 12, title: null },
  axisY: { ticks: false, domain: false },
  legend: { labelFontSize: 12, title: null, orient: "top" },
  view: { stroke: null },
};
// How long labels may be: the page sets it by the width of the container.
const LABEL_LIMIT = "labelLimit";
const labelLimit = { expr: LABEL_LIMIT };
const whole = {
  width: "container",
  autosize: { type: "fit", contains: "padding" },
  padding: 4,
  params: [{ name: LABEL_LIMIT, value: 280 }],
  config,
};

export const indicators = {
  ...whole,
  height: 640,
  data: { name: "sides" },
  mark: { type: "point", opacity: 1 },
  encoding: {
    x: { field: "value", type: "quantitative", scale: { type: "log" }, axis: { values: [1, 10, 100, 1000, 10000], format: "d" } },
    y: { field: "indicator", type: "nominal", sort: null, axis: { labelLimit, grid: true } },
    // A dot and a wider ring: where both have the same value, both are seen.
    fill: { field: "side", type: "nominal", scale: { domain: [ACTUAL.name, PLAN.name], range: [ACTUAL.colour, "transparent"] } },
    stroke: { field: "side", type: "nominal", scale: { domain: [ACTUAL.name, PLAN.name], range: [ACTUAL.colour, PLAN.colour] } },
    size: { condition: { test: `datum.side === "${PLAN.name}"`, value: 150 }, value: 50 },
    strokeWidth: { value: 2 },
    tooltip: [
      { field: "indicator", title: "指标" },
      { field: "told", title: "数值" },
    ],
  },
};

export const sectors = {
  ...whole,
  height: 480,
  data: { name: "counts" },
  mark: { type: "bar", color: BARS.colour },
  encoding: {
    x: { field: "projects", type: "quantitative", axis: { tickMinStep: 1, format: "d" } },
    y: { field: "sector", type: "nominal", sort: null, axis: { labelLimit } },
    tooltip: [
      { field: "sector", title: "行业" },
      { field: "projects", title: BARS.name },
    ],
  },
};
