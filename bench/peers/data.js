// Writes a data package as the JSON file that the peers read.
//
//   node bench/peers/data.js target/bench/package-1000 target/bench/peers/data-1000

import { mkdirSync, writeFileSync } from "node:fs";
import { report } from "./report.js";

const [, , folder, data] = process.argv;
mkdirSync(data, { recursive: true });
writeFileSync(`${data}/report.json`, JSON.stringify(report(folder)));
