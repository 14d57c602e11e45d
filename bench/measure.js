// Measures all pages in one run and prints the tables. See README.md.

import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { launch } from "../e2e/browser.js";
import { PEERS, found, results, serveBuild } from "./builds.js";
import { effort, type } from "./keystrokes.js";
import { PROFILES, answer, emptyPage, load } from "./load.js";
import { keystrokeTables, loadTables } from "./tables.js";

// What is entered while a page loads. It stands in names and locations only, so all pages find the same.
const TEXT = "路";

const { values: options } = parseArgs({
  options: {
    // What is compared. The first is what the others are divided by.
    builds: { type: "string", default: ["plan", ...PEERS].join() },
    // How many projects; loading is measured with the first.
    sizes: { type: "string" },
    // How often each page is opened.
    rounds: { type: "string" },
    // One round with few projects.
    quick: { type: "boolean", default: false },
    // `load` or `keys`: one part only.
    only: { type: "string", default: "load,keys" },
    // How many times slower than this machine it is typed.
    throttle: { type: "string", default: "4" },
    // The address of the explorer’s page.
    query: { type: "string", default: "" },
    // What is there when a page has got all it needs.
    ready: { type: "string", default: "html[data-state=ready]" },
  },
});
const { quick, only, ready } = options;
const builds = options.builds.split(",");
const sizes = (options.sizes ?? (quick ? "35,1000" : "35,1000,10000,100000")).split(",").map(Number);
const rounds = Number(options.rounds ?? (quick ? 1 : 5));
const throttle = Number(options.throttle);

const pageOf = (build) => ({ ready, query: PEERS.includes(build) ? "" : options.query });
// In turns, and every second time backwards, so that a machine that gets slower does so for all.
const turns = (round) => (round % 2 ? [...builds].reverse() : builds);

mkdirSync(results, { recursive: true });
const browser = await launch();
const version = browser.version();
if (only.includes("load")) await measureLoads();
if (only.includes("keys")) await measureKeystrokes();
await browser.close();

async function measureLoads() {
  const [size] = sizes;
  const expected = found(TEXT, size);
  const samples = [];
  const sites = new Map();
  for (const build of builds) sites.set(build, await serveBuild(build, size));
  const empty = await emptyPage(browser);
  for (let round = 0; round < rounds; round += 1) {
    for (const profile of Object.keys(PROFILES)) {
      for (const build of turns(round)) {
        await named(`${build}-${size} on ${profile}`, async () => {
          const [site, as, page] = [sites.get(build), PROFILES[profile], pageOf(build)];
          const loaded = await load(browser, site, as, page);
          const answered = await answer(browser, site, as, { ...page, text: TEXT, expected });
          samples.push({ build, profile, round, ...loaded, answered });
          return `answers after ${answered.toFixed(0)} ms`;
        });
      }
    }
  }
  for (const site of sites.values()) await site.close();
  const measured = { version, rounds, size, empty, builds, samples };
  save("load", measured);
  console.log(loadTables(measured));
}

async function measureKeystrokes() {
  const pages = [];
  for (const size of sizes) {
    const { rounds: times, words } = effort(size, rounds);
    for (let round = 0; round < times; round += 1) {
      for (const build of turns(round)) {
        await named(`${build}-${size} typed in`, async () => {
          const site = await serveBuild(build, size);
          const typed = await type(browser, site, { words, throttle, ...pageOf(build) });
          await site.close();
          pages.push({ build, size, round, ...typed });
          const spent = typed.samples.reduce((sum, { last }) => sum + last, 0);
          return `loaded in ${typed.loaded.toFixed(0)} ms, painted for ${(spent / 1000).toFixed(1)} s`;
        });
        // Many pages take minutes: what there is, is kept.
        save("keystrokes", { version, throttle, builds, sizes, pages });
      }
    }
  }
  console.log(keystrokeTables({ version, throttle, builds, sizes, pages }));
}

// Tells how it went; an error, of which page it is.
async function named(name, run) {
  try {
    console.error(`${name}: ${await run()}`);
  } catch (error) {
    throw new Error(`${name}: ${error.message}`, { cause: error });
  }
}

function save(name, measured) {
  writeFileSync(`${results}${name}.json`, JSON.stringify(measured, null, 1));
}
