// The peer on Vega-Lite: compiled to Vega beforehand, so that the page carries Vega’s runtime but no compiler; and of Vega only
// the packages that these charts use: no maps, forces, trees, regressions.

import { transforms } from "vega-dataflow";
import * as encode from "vega-encode";
import { parse } from "vega-parser";
import { Handler } from "vega-tooltip";
import * as data from "vega-transforms";
import { View } from "vega-view";
import * as layout from "vega-view-transforms";
import { sides } from "../shared/marks.js";
import { show } from "../shared/page.js";
import { indicators as indicatorsSpec, sectors as sectorsSpec } from "./charts.vl.js";

Object.assign(transforms, data, layout, encode);
const tooltip = new Handler();

function viewIn(container, spec, name, rows) {
  const view = new View(parse(spec), { container, renderer: "svg", hover: true, tooltip: tooltip.call });
  const update = () => view.signal("labelLimit", Math.min(280, container.clientWidth / 3)).runAsync();
  view.data(name, rows);
  update();
  window.addEventListener("resize", update);
  return view;
}

function drawIndicators(container, indicators) {
  viewIn(container, indicatorsSpec, "sides", sides(indicators));
}

function drawSectors(container, counts) {
  const view = viewIn(container, sectorsSpec, "counts", counts);
  return (counts) => view.data("counts", counts).runAsync();
}

show({ drawIndicators, drawSectors });
