// What can be measured: the peers, and builds of the explorer. All stand in target/bench/.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { serve } from "./server.js";

export const PEERS = ["echarts", "chartjs", "vega-lite", "plot"];

export const results = fileURLToPath(new URL("../target/bench/", import.meta.url));

// Serves a build with that many projects: a peer, or the explorer as it was built into `<build>-<size>/`.
export function serveBuild(build, size) {
  const folders = PEERS.includes(build) ? [`peers/${build}`, `peers/data-${size}`] : [`${build}-${size}`];
  return serve(folders.map((folder) => results + folder));
}

// How many projects have the text in their name or location: what a filter must say.
export function found(text, size) {
  const { projects } = JSON.parse(readFileSync(`${results}peers/data-${size}/report.json`, "utf8"));
  const has = ({ name, name_en, location }) => [name, name_en, location].some((field) => field.includes(text));
  return projects.filter(has).length;
}
