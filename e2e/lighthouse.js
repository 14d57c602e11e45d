// Measures the release build with Lighthouse, as on a phone, from a server that compresses and has browsers keep what they
// may: the medians of three runs. Prints the scores, and what is not perfect; ends with 1 where a score is too low.
//
//   node e2e/lighthouse.js          the page in Chinese; about a minute
//   node e2e/lighthouse.js en/      another page
//   node e2e/lighthouse.js "" 1     so many runs

import { execFileSync } from "node:child_process";
import { pathToFileURL, fileURLToPath } from "node:url";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { serveAt } from "./site.js";

// The least score in each category.
const LEAST = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };

const find = fileURLToPath(new URL("../script/chromium", import.meta.url));

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

// What `runs` runs find of the page at that path: the median scores in percent, and each audit that was not perfect in one of
// them, with what was found in its worst.
export async function measure(path = "", runs = 3) {
  const site = await serveAt("/a/b/", { isCompressing: true });
  try {
    const results = [];
    for (let run = 0; run < runs; run += 1) {
      // Each with a browser of its own, which keeps nothing of the one before.
      const chrome = await launch({
        chromePath: execFileSync(find, { encoding: "utf8" }).trim(),
        // Root, as in containers, has no other way than without the sandbox.
        chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic"],
      });
      try {
        const options = { port: chrome.port, onlyCategories: Object.keys(LEAST), logLevel: "error" };
        results.push((await lighthouse(site.at(path), options)).lhr);
      } finally {
        await chrome.kill();
      }
    }
    const scores = Object.fromEntries(
      Object.keys(LEAST).map((name) => [name, median(results.map(({ categories }) => Math.round(categories[name].score * 100)))]),
    );
    const flaws = new Map();
    for (const { audits, categories } of results) {
      for (const { auditRefs, id: category } of Object.values(categories)) {
        for (const { id, weight } of auditRefs) {
          const audit = audits[id];
          const known = flaws.get(id);
          if (audit.score !== null && audit.score < 1 && !(known?.score <= audit.score)) {
            flaws.set(id, { category, weight, id, score: audit.score, title: audit.title, found: audit.displayValue ?? "" });
          }
        }
      }
    }
    return { scores, flaws: [...flaws.values()] };
  } finally {
    await site.close();
  }
}

// Prints what was measured; says whether every score is high enough.
export function report({ scores, flaws }) {
  let isGood = true;
  for (const [name, least] of Object.entries(LEAST)) {
    const isEnough = scores[name] >= least;
    isGood &&= isEnough;
    console.log(`${name.padEnd(16)}${String(scores[name]).padStart(4)}   at least ${least}${isEnough ? "" : "   TOO LOW"}`);
  }
  for (const { category, weight, id, score, title, found } of flaws) {
    console.log(`  ${category}, weight ${weight}: ${id} ${Math.round(score * 100)} ${found} — ${title}`);
  }
  return isGood;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [path, runs] = process.argv.slice(2);
  if (!report(await measure(path, Number(runs ?? 3)))) process.exitCode = 1;
}
