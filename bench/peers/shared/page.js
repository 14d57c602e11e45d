// What the peers share: all that is not a chart. A peer hands over how its library draws.

import { filterable } from "./filterable.js";
import { countsBySector } from "./sectors.js";

// Shows the report. `drawIndicators(container, indicators)` draws the chart of indicators; `drawSectors(container, counts)`
// draws the bars of projects by sector, and returns what shows other counts in them.
export async function show({ drawIndicators, drawSectors }) {
  const { indicators, projects, figures } = await (await fetch("report.json")).json();
  const chart = (id) => document.getElementById(id);
  const counts = countsBySector(projects);
  const updateSectors = drawSectors(chart("sectors-chart"), counts(projects));
  filterable(document.getElementById("projects"), projects, {
    fields: ["name", "name_en", "location"],
    row: ({ name, location, sector }, marked) =>
      `<li data-test="project-row">${marked(name)}<span>${marked(location)}</span><span>${sector}</span></li>`,
    onFound: (found) => updateSectors(counts(found)),
  });
  filterable(document.getElementById("figures"), figures, {
    fields: ["subject", "subject_en", "printed", "section"],
    row: ({ subject, printed, section }, marked) =>
      `<li data-test="figure-row">${marked(subject)} <b>${marked(printed)}</b><span>${marked(section)}</span></li>`,
  });
  drawIndicators(chart("indicators-chart"), indicators);
  document.documentElement.dataset.state = "ready";
}
