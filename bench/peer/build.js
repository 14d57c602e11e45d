// Bundles the peer page into target/bench/peer/.

import { copyFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const outdir = here("../../target/bench/peer/");

await build({ entryPoints: [here("peer.js")], outdir, bundle: true, minify: true, format: "esm", logLevel: "info" });
copyFileSync(here("index.html"), `${outdir}index.html`);
