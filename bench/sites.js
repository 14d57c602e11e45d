// The sites that are compared: builds of the explorer, and the peers.

import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Each peer with the name of its library.
export const PEERS = { echarts: "ECharts", chartjs: "Chart.js", "vega-lite": "Vega-Lite", plot: "Observable Plot" };

export const results = fileURLToPath(new URL("../target/bench/", import.meta.url));

// The site of a build with that many projects: its folders, the address of its project list and those of all its pages. `build`
// is a peer, or a build of the explorer: `name` stands in target/bench/<name>-<size>/, `name=folder` in that folder.
export function siteOf(build, size) {
  const [name, folder = `${results}${name}-${size}`] = build.split("=");
  if (name in PEERS) {
    return {
      name,
      title: PEERS[name],
      folders: [`${results}peers/${name}`, `${results}peers/data-${size}`],
      projects: "",
      pages: [""],
      // The bundles have no hash in their names, but they could: nothing but the page is asked for again.
      isImmutable: (path) => path !== "/index.html",
    };
  }
  return {
    name,
    title: name === "plan" ? "Plan Explorer" : name,
    folders: [folder],
    // Before version 2 the list was on the only page.
    projects: existsSync(`${folder}/projects.html`) ? "projects.html" : "",
    pages: ["", "en/"].flatMap((language) => pagesIn(folder, language)),
    isImmutable: (path) => /-[0-9a-f]{16}(_bg)?\.\w+$/.test(path),
  };
}

// The addresses of the pages in a folder of the site, the first page first.
function pagesIn(folder, language) {
  const pages = readdirSync(`${folder}/${language}`).filter((file) => file.endsWith(".html") && file !== "index.html");
  return ["", ...pages.sort()].map((page) => language + page);
}
