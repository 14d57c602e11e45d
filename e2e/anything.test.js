// Whatever stands in site.json and the file that it names, the report is shown, or the reader is told which file is wrong: static/site.js as
// the build has it, with a server and a page that are made up. Runs for some seconds, or PLAN_FUZZ of them.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { dist } from "./site.js";
import { test } from "./testing.js";

const SECONDS = Number(process.env.PLAN_FUZZ || 3);

// Numbers that look random, the same in each run; which of them a run begins with is told when it fails.
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state % below;
  };
}

const NASTY = [undefined, null, true, 0, -1, 1.5, 1e300, "", " ", "1", "../x.json", "//h/x.json", "https://h/x.json", "site.json", "a.json", ".json", "x".repeat(5000), "\u0000", "<b>", [], ["zh"], [["zh"]], ["zh,en"], ["en"], ["zh", "en", "fr"], {}, { length: 1 }, "__proto__", "0".repeat(64)];

const DATASET = { format: 1, title: "青禾县2024年计划", languages: ["zh", "en"], data: "text\f" };

// Two files, as they belong together.
function files(dataset = DATASET, about = {}) {
  const bytes = Buffer.from(JSON.stringify(dataset));
  const sum = createHash("sha256").update(bytes).digest("hex");
  const site = { version: 1, title: dataset?.title, dataset: "dataset.json", bytes: bytes.length, sha256: sum, ...about };
  return { "site.json": Buffer.from(JSON.stringify(site)), "dataset.json": bytes };
}

function damaged(bytes, next) {
  const copy = Buffer.from(bytes);
  if (copy.length === 0) return copy;
  const [from, to] = [next(copy.length), next(copy.length)].sort((a, b) => a - b);
  if (next(4) === 0) return copy.subarray(0, to);
  if (next(3) === 0) return Buffer.concat([copy.subarray(0, to), copy.subarray(from)]);
  copy[from] = next(256);
  return copy;
}

// Two files with something wrong in them, as a rule.
function made(next) {
  const changed = (given) => {
    const all = { ...given };
    for (let count = next(3); count > 0; count -= 1) {
      const names = [...Object.keys(all), "__proto__", "more"];
      all[names[next(names.length)]] = NASTY[next(NASTY.length)];
    }
    return all;
  };
  const found = files(next(20) === 0 ? NASTY[next(NASTY.length)] ?? null : changed(DATASET));
  if (next(2) === 0) found["site.json"] = Buffer.from(JSON.stringify(changed(JSON.parse(found["site.json"]))));
  for (const name of Object.keys(found)) {
    if (next(6) === 0) found[name] = damaged(found[name], next);
    if (next(30) === 0) delete found[name];
  }
  return found;
}

test(
  "site.json and what it names",
  async () => {
    const page = readFileSync(join(dist, "server/another-report/index.html"), "utf8");
    const words = [...page.matchAll(/<p data-word="([^"]+)">([^<]*)<\/p>/g)].map(([, word, textContent]) => ({ dataset: { word }, textContent }));
    assert.ok(words.length > 10);
    const reason = { textContent: "" };
    const told = {};
    globalThis.document = {
      documentElement: { lang: "zh-CN", setAttribute: (name, value) => (told[name] = value) },
      getElementById: (id) => ({ "site-words": { content: { children: words } }, "site-reason": reason, "site-title": { textContent: "" } })[id],
    };
    let served = files();
    const asked = new Set();
    globalThis.fetch = async (address) => {
      const name = String(address).split("/").pop();
      asked.add(String(address));
      return name in served ? new Response(served[name]) : new Response("", { status: 404 });
    };
    const script = readdirSync(dist).find((name) => /^site-[0-9a-f]{16}\.js$/.test(name));
    const { read } = await import(pathToFileURL(join(dist, script)));
    assert.equal(await read(), DATASET.data);
    assert.equal(told["data-site"], DATASET.title);

    const end = Date.now() + SECONDS * 1000;
    let [count, shown] = [0, 0];
    for (let seed = 1; Date.now() < end; seed += 1) {
      served = made(numbers(seed));
      reason.textContent = "";
      count += 1;
      try {
        const data = await read();
        // Shown only where both files are whole, and belong together.
        const [site, dataset] = [JSON.parse(served["site.json"]), JSON.parse(served["dataset.json"])];
        assert.equal(data, dataset.data, `seed ${seed}`);
        assert.deepEqual([site.dataset, site.bytes, site.title], ["dataset.json", served["dataset.json"].length, dataset.title], `seed ${seed}`);
        shown += 1;
      } catch (error) {
        assert.equal(error.constructor, Error, `seed ${seed}: ${error.stack}`);
        assert.match(reason.textContent, /^[\w.-]+\.json.*[：:]/, `seed ${seed}`);
        assert.ok(!/\{\w+\}/.test(reason.textContent), `seed ${seed}: ${reason.textContent}`);
      }
    }
    for (const address of asked) assert.match(address, /\/[\w.-]+\.json$/);
    assert.ok(shown > 0 && shown < count, `${shown} of ${count}`);
  },
  (SECONDS + 60) * 1000,
);
