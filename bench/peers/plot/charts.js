// The peer on Observable Plot: a plot is made anew when its data or its width change, as its guide says.

import { axisX, axisY, barX, dot, gridX, plot, ruleX } from "@observablehq/plot";
import { ACTUAL, BARS, PLAN, sides } from "../shared/marks.js";
import { show } from "../shared/page.js";

// Shows what `draw(width)` makes in the container, and again when its width changes. Returns what shows it again at once.
function plotIn(container, draw) {
  let width = container.clientWidth;
  const redraw = () => container.replaceChildren(draw(width));
  new ResizeObserver(() => {
    if (container.clientWidth === width) return;
    width = container.clientWidth;
    redraw();
  }).observe(container);
  redraw();
  return redraw;
}

// Labels take a third of the width, a longer one ends in “…”. Plot takes Chinese characters to be half as wide as they are.
function labels(width) {
  const marginLeft = Math.min(310, width / 3);
  const shortened = { lineWidth: marginLeft / 22, textOverflow: "ellipsis" };
  return { marginLeft, axis: axisY({ label: null, tickSize: 0, fontSize: 12, ...shortened }) };
}

function drawIndicators(container, indicators) {
  const marks = sides(indicators);
  const [actual, plan] = [ACTUAL, PLAN].map(({ name }) => marks.filter(({ side }) => side === name));
  const title = ({ indicator, told }) => `${indicator}\n${told}`;
  const place = { x: "value", y: "indicator", title, tip: true };
  plotIn(container, (width) => {
    const { marginLeft, axis } = labels(width);
    return plot({
      width,
      height: 570,
      marginLeft,
      x: { type: "log", nice: true, label: null },
      y: { domain: [...new Set(marks.map(({ indicator }) => indicator))], grid: true },
      color: { domain: [ACTUAL.name, PLAN.name], range: [ACTUAL.colour, PLAN.colour], legend: true },
      marks: [
        axis,
        gridX({ ticks: 4 }),
        axisX({ ticks: 4, tickFormat: "d", label: null, fontSize: 12 }),
        dot(actual, { ...place, fill: "side", r: 4.5 }),
        dot(plan, { ...place, stroke: "side", strokeWidth: 2, r: 7 }),
      ],
    });
  });
}

function drawSectors(container, counts) {
  const title = ({ sector, projects }) => `${sector}\n${BARS.name} ${projects}`;
  let shown = counts;
  const redraw = plotIn(container, (width) => {
    const { marginLeft, axis } = labels(width);
    return plot({
      width,
      height: 480,
      marginLeft,
      x: { grid: true, label: null },
      y: { domain: counts.map(({ sector }) => sector) },
      marks: [
        axis,
        axisX({ label: null, tickFormat: "d", fontSize: 12 }),
        barX(shown, { x: "projects", y: "sector", fill: BARS.colour, title, tip: true }),
        ruleX([0]),
      ],
    });
  });
  return (counts) => {
    shown = counts;
    redraw();
  };
}

show({ drawIndicators, drawSectors });
