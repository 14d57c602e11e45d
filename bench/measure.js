// Measures all sites in one run and writes the tables: target/bench/results.md, and every sample in results.json. See README.md.

import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { launch } from "../e2e/browser.js";
import { type } from "./keystrokes.js";
import { serve } from "./server.js";
import { PEERS, results, siteOf } from "./sites.js";
import { tables } from "./tables.js";
import { PROFILES, filterAnswers, pageSize, visitTwice } from "./visits.js";

const { values: options } = parseArgs({
  options: {
    // What is compared: `plan`, peers, other builds in target/bench/<name>-<size>/, or `name=folder`.
    builds: { type: "string", default: ["plan", ...Object.keys(PEERS)].join() },
    // Numbers of projects: all are typed in, the rest is measured with the first.
    sizes: { type: "string", default: "35,10000" },
    // How often each page is opened.
    rounds: { type: "string", default: "5" },
    profiles: { type: "string", default: Object.keys(PROFILES).join() },
    // Parts: `visits`, `pages`, `keys`.
    only: { type: "string", default: "visits,pages,keys" },
  },
});
const [builds, profiles, parts] = [options.builds, options.profiles, options.only].map((list) => list.split(","));
const sizes = options.sizes.split(",").map(Number);
const rounds = Number(options.rounds);
// Lists of so many rows take some pages seconds for a keystroke: they are typed in once.
const LONG = 10_000;

const run = {
  date: new Date().toISOString(),
  cores: cpus().length,
  processor: cpus()[0].model,
  // Before and after the run. The browsers alone make it about 1.
  load: [loadavg()[0]],
  rounds,
  sizes,
  profiles,
  sites: builds.map((build) => siteOf(build, sizes[0])).map(({ name, title, pages }) => ({ name, title, pages })),
  visits: [],
  pages: [],
  keys: [],
  problems: [],
};
mkdirSync(results, { recursive: true });

const servers = new Map();
for (const size of sizes) {
  for (const build of builds) {
    // A folder has one number of projects.
    if (build.includes("=") && size !== sizes[0]) continue;
    const site = siteOf(build, size);
    console.error(`serving ${site.name} with ${size} projects`);
    servers.set(`${build} ${size}`, { ...site, server: await serve(site) });
  }
}

for (let round = 0; round < rounds; round += 1) {
  const browser = await launch();
  run.chromium = browser.version();
  await warmUp(browser);
  for (const profile of profiles) {
    if (parts.includes("visits")) {
      await inTurns(browser, round, sizes[0], profile, (site) => measureVisits(browser, site, profile, round));
    }
    for (const size of parts.includes("keys") ? sizes : []) {
      if (size >= LONG && round > 0) continue;
      await inTurns(browser, round, size, profile, (site) => measureKeys(browser, site, profile, size));
    }
  }
  if (parts.includes("pages")) {
    await inTurns(browser, round, sizes[0], profiles[0], (site) => measurePages(browser, site, profiles[0]));
  }
  await browser.close();
}
for (const { server } of servers.values()) await server.close();

run.load.push(loadavg()[0]);
save();
const text = tables(run);
writeFileSync(`${results}results.md`, text);
console.log(text);
if (run.problems.length > 0) process.exitCode = 1;

async function measureVisits(browser, { name, projects, server, complain }, profile, round) {
  const as = PROFILES[profile];
  const sample = {
    ...(await visitTwice(browser, server, as, { isCacheable: true, complain })),
    // Nothing but the bytes is asked of it, and they are always the same.
    uncached: round === 0 ? await visitTwice(browser, server, as, { isCacheable: false, complain }) : undefined,
    list: await filterAnswers(browser, server, as, { projects, complain }),
  };
  run.visits.push({ name, profile, ...sample });
  const { first, list } = sample;
  return `paint ${first.firstPaint.toFixed()}, chart ${first.chart?.toFixed()}, filter ${list.answers.toFixed()} ms, ${first.bytes} bytes`;
}

async function measurePages(browser, { name, pages, server, complain }, profile) {
  for (const path of pages) {
    const size = await pageSize(browser, server, PROFILES[profile], { path, complain });
    run.pages.push({ name, path, ...size });
  }
  return `${pages.length} pages`;
}

async function measureKeys(browser, { name, projects, server, complain }, profile, size) {
  const typed = await type(browser, server, PROFILES[profile], { projects, complain });
  run.keys.push({ name, profile, size, ...typed });
  return `${typed.samples.length} keystrokes, ${Math.max(...typed.samples.map(({ paint }) => paint)).toFixed()} ms at most`;
}

// Measures each site with that many projects, beginning with another one in each round. A site that fails is a problem of that site;
// the others go on. Every sample is saved at once.
async function inTurns(browser, round, size, profile, measureSite) {
  for (const at of builds.keys()) {
    const site = servers.get(`${builds[(at + round) % builds.length]} ${size}`);
    if (!site) continue;
    const about = `${site.title}, ${size} projects, ${profile}`;
    const complain = (problem) => {
      const line = `${about}: ${problem}`;
      if (run.problems.includes(line)) return;
      run.problems.push(line);
      console.error(line);
    };
    try {
      console.error(`round ${round + 1}, ${about}: ${await measureSite({ ...site, complain })}`);
    } catch (error) {
      complain(error.message.split("\n")[0]);
      // What it left open would slow down the others.
      for (const visitor of browser.contexts()) await visitor.close();
    }
    save();
  }
}

function save() {
  writeFileSync(`${results}results.json`, JSON.stringify(run, null, 1));
}

// Has the browser load fonts and start its processes, so that the first site does not pay for them.
async function warmUp(browser) {
  const page = await browser.newPage();
  await page.setContent("<meta charset=utf-8><h1>平顶山市卫东区 2021</h1><canvas></canvas><svg><text y=20>指标</text></svg>");
  await page.waitForTimeout(500);
  await page.close();
}
