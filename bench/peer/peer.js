// The peer: the explorer's projects with filter, list and bars, as one writes them in plain JavaScript with Chart.js.

import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from "chart.js";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);
Chart.defaults.animation = false;

const FACETS = { list: "Listed in", stage: "Stage", sector: "Sector", work: "Kind of work", places: "Places" };
const MOST = 20;

const element = (id) => document.getElementById(id);
const [filter, count, list] = ["filter", "count", "list"].map(element);

const response = await fetch("projects.json");
const projects = await response.json();
// What a text is looked for in, made once.
for (const project of projects) {
  project.text = [project.name, project.name_en, project.location].join("\n").toLowerCase();
}

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// The text as HTML, with what was looked for marked.
function marked(text, wanted) {
  if (wanted === "") return escape(text);
  const folded = text.toLowerCase();
  let [html, from] = ["", 0];
  for (let at; (at = folded.indexOf(wanted, from)) >= 0; from = at + wanted.length) {
    html += `${escape(text.slice(from, at))}<mark>${escape(text.slice(at, at + wanted.length))}</mark>`;
  }
  return html + escape(text.slice(from));
}

function row(project, wanted) {
  const location = project.location && `<span>${marked(project.location, wanted)}</span>`;
  return `<li data-test="project-row">${marked(project.name, wanted)}${location}<span>${project.stage}</span></li>`;
}

// How many projects have each value of a facet, the most frequent first.
function counts(facet, found) {
  const numbers = new Map();
  for (const project of found) {
    for (const value of [project[facet]].flat()) numbers.set(value, (numbers.get(value) ?? 0) + 1);
  }
  return [...numbers].sort(([, one], [, other]) => other - one).slice(0, MOST);
}

function addChart(facet) {
  const figure = document.createElement("figure");
  figure.dataset.test = "chart";
  figure.innerHTML = `<figcaption>${FACETS[facet]}</figcaption><div class="plot"><canvas></canvas></div>`;
  element("charts").append(figure);
  return new Chart(figure.querySelector("canvas"), {
    type: "bar",
    data: { labels: [], datasets: [{ label: "projects", data: [] }] },
    options: { indexAxis: "y", maintainAspectRatio: false },
  });
}

const charts = Object.keys(FACETS).map((facet) => [facet, addChart(facet)]);

function show() {
  const wanted = filter.value.trim().toLowerCase();
  const found = projects.filter((project) => project.text.includes(wanted));
  count.textContent = `showing ${found.length} of ${projects.length}`;
  list.innerHTML = found.map((project) => row(project, wanted)).join("");
  for (const [facet, chart] of charts) {
    const rows = counts(facet, found);
    chart.data.labels = rows.map(([value]) => value);
    chart.data.datasets[0].data = rows.map(([, number]) => number);
    chart.update();
  }
}

filter.addEventListener("input", show);
show();
