// What a screen reader says: of every chart what its table says, and of three tasks word for word (docs/spoken/, rewritten with
// UPDATE_EXPECT=1).

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { launch, open, visit } from "./browser.js";
import { CHARTS, ExplorerPage, FOLDED_ON_PHONES } from "./page.js";
import { serveAt } from "./site.js";
import { flat, spoken, tree } from "./spoken.js";
import { after, before, test } from "./testing.js";

let site;
let browser;

before(async () => {
  site = await serveAt("/a/b/");
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

// Numbers as they are compared: charts and tables write the same ones with other signs and units around them.
const numbers = (text) => (text.replaceAll(",", "").match(/\d+(\.\d+)?/g) ?? []).map(Number);

for (const folder of ["", "en/"]) {
  for (const [id, file] of Object.entries(CHARTS)) {
    test(`a chart says what its table says: ${folder}${id}`, async () => {
      const page = await open(browser);
      const item = FOLDED_ON_PHONES.includes(id) ? "?item=pm25&v=3" : "";
      await visit(page, site.at(folder + file + item));
      const explorer = new ExplorerPage(page);
      await explorer.laidOut();
      const chart = `figure#${id} .chart > svg`;
      const [group] = await tree(page, chart);
      assert.ok(group.name.length > 3, "the chart has a name");
      const marks = flat(group.children).filter(({ role }) => ["image", "button", "img"].includes(role));
      const targets = await page.locator(`${chart} [data-id]`).count();
      assert.equal(marks.length, targets, "every mark is there");
      for (const { name } of marks) assert.ok(name.length > 3, "every mark has a name");
      // A mark says what a row of the table says: its name, and in Chinese, whose units are those of the table, its numbers.
      const rows = await (await explorer.figure(id).openTable()).evaluateAll((all) =>
        all.map((row) => ({
          name: row.querySelector("th")?.textContent.trim() ?? "",
          values: [...row.querySelectorAll("td.number")].map((cell) => cell.textContent),
        })),
      );
      const faults = marks.flatMap(({ name }) => {
        const mine = rows.filter((row) => row.name && name.replaceAll(/\s/g, "").includes(row.name.replaceAll(/\s/g, "")));
        if (mine.length === 0) return [`“${name}” is in no row`];
        const said = new Set(numbers(name));
        if (said.size === 0) return [`“${name}” has no value`];
        const isSaid = (row) => row.values.flatMap(numbers).every((number) => said.has(number));
        return folder || mine.some(isSaid) ? [] : [`“${name}” does not say ${mine.map((row) => row.values).join(" or ")}`];
      });
      assert.deepEqual(faults, []);
      await page.context().close();
    });
  }
}

// The tasks: what is done, and the parts of the page that are read then.
const TASKS = {
  "read-the-targets": { path: "", parts: [".page-header", ".tiles"] },
  "filter-the-projects": {
    path: "projects.html",
    act: async (page, explorer) => {
      await explorer.filter.pressSequentially("魏寨");
      await explorer.showsProjects(3);
    },
    parts: [".filter", "#project-count", "ol.projects"],
  },
  "look-up-an-indicator": {
    path: "indicators.html?item=pm25&v=3",
    act: (page) => page.locator(".detail.open h2").waitFor(),
    parts: [".detail.open"],
  },
};

for (const [task, { path, act, parts }] of Object.entries(TASKS)) {
  for (const [lang, folder] of [["zh", ""], ["en", "en/"]]) {
    test(`word for word: ${task}, ${lang}`, async () => {
      const page = await open(browser);
      await visit(page, site.at(folder + path));
      const explorer = new ExplorerPage(page);
      await explorer.laidOut();
      await act?.(page, explorer);
      const lines = [];
      for (const part of parts) lines.push(...spoken(await tree(page, part)));
      const file = new URL(`../docs/spoken/${task}.${lang}.txt`, import.meta.url);
      const text = `${lines.join("\n")}\n`;
      if (process.env.UPDATE_EXPECT) await writeFile(file, text);
      assert.equal(text, await readFile(file, "utf8"));
      await page.context().close();
    });
  }
}

// Runs in the page: remembers what live regions say, one entry a change.
function listen() {
  window.said = [];
  const regions = "[role=status], [role=alert], [aria-live]";
  new MutationObserver((changes) => {
    const changed = new Set(changes.map(({ target }) => (target.closest ? target : target.parentElement)?.closest(regions)).filter(Boolean));
    for (const region of changed) if (region.textContent.trim()) window.said.push(region.textContent.trim());
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

test("a count is said once the typing rests, not for each letter", async () => {
  const page = await open(browser);
  await visit(page, site.at("projects.html"));
  const explorer = new ExplorerPage(page);
  await page.evaluate(listen);
  await explorer.filter.pressSequentially("weizhaicun");
  await explorer.showsProjects(2);
  await page.waitForFunction(() => window.said.some((words) => words.includes("2")));
  const said = await page.evaluate(() => window.said);
  assert.ok(said.length <= 2, said.join(" | "));
  await page.context().close();
});
