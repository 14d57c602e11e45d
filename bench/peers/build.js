// Bundles the peers, each into its folder in target/bench/peers/.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { PEERS, results } from "../sites.js";
import { precompiled } from "./precompiled.js";
import { report } from "./report.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const read = (path) => readFileSync(here(path), "utf8");
const target = `${results}peers/`;

// What needs no script stands in the page: the styles, and the table of indicators.
const { code: style } = await transform(read("shared/page.css"), { loader: "css", minify: true });
const words = (value) => (value === "—" ? "未列" : value);
const rows = report(here("../../data/weidong-2021")).indicators.map(({ name, unit, actual, plan }) => {
  const cells = [unit, actual, plan].map((value) => `<td>${words(value)}</td>`);
  return `<tr><th scope="row">${name}</th>${cells.join("")}</tr>`;
});
const page = read("shared/page.html")
  .replace("{{style}}", () => style.trim())
  .replace("{{indicators}}", () => rows.join(""))
  .replaceAll(/\n\s*/g, "\n");

for (const peer of Object.keys(PEERS)) {
  await build({
    entryPoints: { page: here(`${peer}/charts.js`) },
    outdir: target + peer,
    bundle: true,
    minify: true,
    format: "esm",
    define: { "process.env.NODE_ENV": '"production"' },
    // The libraries' licences, in a file beside the script.
    legalComments: "external",
    plugins: [precompiled],
    logLevel: "warning",
  });
  mkdirSync(target + peer, { recursive: true });
  writeFileSync(`${target}${peer}/index.html`, page);
}
