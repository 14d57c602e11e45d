// A page on paper: a report to hand out, of what was chosen and nothing to press, in both languages; with the app, before it is there,
// and without scripts.

import assert from "node:assert/strict";
import { launch, open, visit } from "./browser.js";
import { ExplorerPage, PAGES } from "./page.js";
import { ink, isOnWhite, printed, says, saysExactly } from "./paper.js";
import { serveAt } from "./site.js";
import { after, before, test } from "./testing.js";

let site;
const browsers = {};

before(async () => {
  site = await serveAt("/a/b/");
  for (const name of ["chromium", "firefox"]) browsers[name] = await launch(name);
});

after(async () => {
  for (const browser of Object.values(browsers)) await browser.close();
  await site?.close();
});

// The most sheets that each page takes, in Chinese and in English.
const SHEETS = { home: [2, 2], projects: [5, 8], indicators: [2, 3], tasks: [8, 11], topics: [5, 7], data: [11, 15] };

const FOLDERS = ["", "en/"];

// The words of what is pressed, of hints and messages: those that stand nowhere else on the page.
function controlWords() {
  const CONTROLS = "button, .button, label, option, .skip, .messages p, .take, .doors, .topic-doors, .search, .twin > summary, .more-rows, .data-files";
  const controls = [...document.querySelectorAll(CONTROLS)].flatMap((one) => (one.childElementCount > 0 ? [] : [one.textContent.trim()]));
  const rest = document.body.cloneNode(true);
  for (const one of rest.querySelectorAll(`${CONTROLS}, .nav, script, style, noscript`)) one.remove();
  return [...new Set(controls)].filter((words) => words.length > 1 && !rest.textContent.includes(words));
}

// What is folded on the page, as it is served: the app makes some of it only when it is opened. Of each entry the first words: where the
// others stand on the sheet is another matter.
const folded = (page) =>
  page.evaluate(async () => {
    const served = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
    const first = (one) => {
      const texts = served.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) if (texts.currentNode.data.trim()) return texts.currentNode.data;
      return "";
    };
    return [...served.querySelectorAll("details.area:not(.data-files *, .data-files) li")].map(first);
  });

// The beginnings: where text stands in columns, the next line of one follows the first of another.
const missing = (told, all) => told.filter((words) => !says(all, words.replaceAll(/\s/g, "").slice(0, 8)));

// The app writes the version into an address with a state, sooner or later.
const plainAddress = (page) => page.url().replace(/[?&]v=3$/, "");

// What a reader is told of every page, and that every sheet has something on it, in black on white.
async function isReport(page, sheets, { most, words = [], address = plainAddress(page) }) {
  assert.ok(sheets.length <= most, `${sheets.length} sheets, at most ${most}`);
  const all = sheets.map((sheet) => sheet.words).join("");
  const [district, years] = await page.evaluate(() => {
    const title = document.querySelector("#heading").textContent;
    return [title, document.querySelector(".page-footer time").textContent];
  });
  for (const word of [district, years, address, ...words]) assert.ok(says(all, word), `“${word}” is printed`);
  for (const [at, sheet] of sheets.entries()) {
    assert.ok(ink(sheet) > 0.001, `sheet ${at + 1} has something on it`);
    assert.ok(ink(sheet) < 0.4 && isOnWhite(sheet), `sheet ${at + 1} is black on white`);
  }
  return all;
}

const withoutControls = (all, controls) => assert.deepEqual(controls.filter((word) => saysExactly(all, word)), []);

const today = (folder) =>
  new Date().toLocaleDateString(folder ? "en-GB" : "zh-CN", { year: "numeric", month: "long", day: "numeric" });

const DISTRICT = { "": "平顶山市卫东区2021年计划", "en/": "Weidong District, Pingdingshan" };

for (const [view, file] of Object.entries(PAGES)) {
  for (const [at, folder] of FOLDERS.entries()) {
    test(`the page is a report of few sheets: ${folder}${view}`, async () => {
      const page = await open(browsers.chromium);
      await visit(page, site.at(folder + file));
      const controls = await page.evaluate(controlWords);
      assert.ok(controls.length > 5, "there is something to press");
      const told = await folded(page);
      const closed = await page.locator(".area:not([open])").count();
      const sheets = await printed(page);
      const numbers = sheets.map((sheet, index) => sheet.words.endsWith(`${index + 1}/${sheets.length}`));
      assert.ok(numbers.every(Boolean), "every sheet has its number");
      const all = await isReport(page, sheets, { most: SHEETS[view][at], words: [DISTRICT[folder], today(folder)] });
      withoutControls(all, controls);
      // What was folded is printed, and folded again.
      assert.deepEqual(missing(told, all), []);
      await page.waitForFunction((closed) => document.querySelectorAll(".area:not([open])").length === closed, closed);
      await page.context().close();
    });
  }
}

for (const file of [PAGES.home, PAGES.projects, "en/topics.html", PAGES.tasks]) {
  test(`Firefox prints the same: ${file || "home"}`, async () => {
    const page = await open(browsers.firefox);
    await visit(page, site.at(file));
    const controls = await page.evaluate(controlWords);
    const told = await folded(page);
    const folder = file.startsWith("en/") ? "en/" : "";
    const sheets = await printed(page);
    const all = await isReport(page, sheets, { most: 8, words: [DISTRICT[folder], today(folder)] });
    withoutControls(all, controls);
    assert.deepEqual(missing(told, all), []);
    await page.context().close();
  });
}

// Lists of which a part was chosen: the address, the words for what was, the rows, and where their names stand.
const CHOSEN = [
  { path: "projects.html?sector=roads&v=3", words: ["已选：道路"], rows: "ol.projects > li", name: ".project-name" },
  { path: "en/projects.html?sector=roads&v=3", words: ["Chosen: Roads"], rows: "ol.projects > li", name: ".project-name" },
  { path: "projects.html?q=%E5%B0%8F%E5%AD%A6&v=3", words: ["已选：“小学”"], rows: "ol.projects > li", name: ".project-name" },
  { path: "indicators.html?state=above&v=3", words: ["已选：计划高于上年"], rows: "tr.indicator", name: "th a" },
  { path: "data.html?about=%E6%8A%95%E8%B5%84&v=3", words: ["已选：“投资”"], rows: "#figures tr.indicator", name: "th" },
];

for (const browser of ["chromium", "firefox"]) {
  for (const { path, words, rows, name } of CHOSEN) {
    test(`what was chosen is printed in words, with its rows and no others, in ${browser}: ${path}`, async () => {
      const page = await open(browsers[browser]);
      const namesOf = () =>
        page.evaluate(
          ([rows, name]) =>
            [...document.querySelectorAll(rows)]
              .filter((row) => !row.hidden)
              .map((row) => {
                // The name, in which words may be marked, without the links below it.
                const nodes = [...row.querySelector(name).childNodes];
                const end = nodes.findIndex((node) => node.localName && !node.matches("mark, .ordinal"));
                return nodes.slice(0, end < 0 ? nodes.length : end).map((node) => node.textContent).join("").trim();
              }),
          [rows, name],
        );
      await visit(page, site.at(path.split("?")[0]));
      const every = await namesOf();
      await visit(page, site.at(path));
      const chosen = await namesOf();
      const others = every.filter((one) => !chosen.some((name) => name.includes(one)));
      assert.ok(chosen.length > 0 && others.length > 10);
      const sheets = await printed(page);
      const all = await isReport(page, sheets, { most: 2, words: [...words, ...chosen] });
      assert.deepEqual(others.filter((one) => saysExactly(all, one)), []);
      await page.context().close();
    });
  }
}

for (const browser of ["chromium", "firefox"]) {
  test(`a table on several sheets has its head on each, in ${browser}`, async () => {
    const page = await open(browsers[browser]);
    await visit(page, site.at("data.html"));
    const head = await page.locator("#figures thead").textContent();
    const rows = await page.locator("#figures tr.indicator th").evaluateAll((all) => [all[0], all.at(-1)].map((head) => [...head.childNodes].map((node) => node.textContent.trim()).find(Boolean)));
    const sheets = await printed(page);
    const withHead = sheets.flatMap((sheet, at) => (says(sheet.words, head) ? [at] : []));
    assert.ok(withHead.length >= 3, `the head is on ${withHead.length} sheets`);
    assert.deepEqual(withHead, withHead.map((_, at) => withHead[0] + at), "on every sheet from the first to the last");
    for (const [name, sheet] of [[rows[0], withHead[0]], [rows[1], withHead.at(-1)]]) {
      assert.ok(says(sheets[sheet].words, name), `“${name}” is on sheet ${sheet + 1}`);
    }
    await page.context().close();
  });
}

test("what is open is printed alone", async () => {
  const page = await open(browsers.chromium);
  for (const [path, other] of [
    ["projects.html?item=p08&v=3", "ol.projects > li:nth-child(3) .project-name"],
    ["indicators.html?item=pm25&v=3", "tr.indicator:nth-child(2) th"],
  ]) {
    await visit(page, site.at(path));
    await page.locator(".detail.open h2").waitFor();
    const all = await isReport(page, await printed(page), { most: 1, words: [await page.locator(".detail.open h2").textContent()] });
    assert.ok(!saysExactly(all, await page.locator(other).first().textContent()), path);
  }
  await page.context().close();
});

test("in dark colours, whether the device or the address asks for them, paper is white", async () => {
  for (const [options, path] of [
    [{ colorScheme: "dark" }, ""],
    [{}, "projects.html?theme=dark"],
    [{ colorScheme: "dark" }, "topics.html?theme=contrast"],
  ]) {
    const page = await open(browsers.chromium, options);
    await visit(page, site.at(path));
    await isReport(page, await printed(page), { most: 5 });
    await page.context().close();
  }
});

test("a phone prints what a desk does, also with something open over the page", async () => {
  const page = await open(browsers.chromium, { width: 390, height: 844, isMobile: true, hasTouch: true });
  await visit(page, site.at(PAGES.projects));
  await page.locator(".open-facets").click();
  const controls = await page.evaluate(controlWords);
  withoutControls(await isReport(page, await printed(page), { most: 5 }), controls);
  await page.context().close();
});

for (const view of ["topics", "tasks", "projects"]) {
  test(`before the app is there the page prints as well, with what is folded: ${view}`, async () => {
    const page = await open(browsers.chromium);
    await page.route("**/plan-explorer-*.wasm", (route) => route.abort());
    await page.goto(site.at(PAGES[view]));
    await page.locator("html[data-state=failed][data-styled]").waitFor({ state: "attached" });
    const controls = await page.evaluate(controlWords);
    const sheets = await printed(page);
    const all = await isReport(page, sheets, { most: SHEETS[view][0] + 1, words: [today("")] });
    withoutControls(all, controls);
    if (view !== "projects") {
      const told = await folded(page);
      assert.ok(told.length > 5);
      assert.deepEqual(missing(told, all), []);
    }
    await page.context().close();
  });
}

test("what the first answer filters is printed in words, too", async () => {
  const page = await open(browsers.chromium);
  await page.route("**/plan-explorer-*.wasm", (route) => route.abort());
  await page.goto(site.at(PAGES.projects));
  await page.locator("html[data-first=ready]").waitFor({ state: "attached" });
  await page.locator("html[data-state=failed]").waitFor({ state: "attached" });
  await new ExplorerPage(page).filter.fill("魏寨");
  await new ExplorerPage(page).showsProjects(3);
  const all = await isReport(page, await printed(page), { most: 3 });
  assert.ok(all.includes("魏寨"));
  await page.context().close();
});

for (const [view, file] of Object.entries(PAGES)) {
  test(`without scripts the page prints as well, with what is folded: ${view}`, async () => {
    const page = await open(browsers.chromium, { javaScriptEnabled: false });
    await page.goto(site.at(file), { waitUntil: "load" });
    const read = await open(browsers.chromium);
    await read.route("**/*.{js,wasm}", (route) => route.abort());
    await read.goto(site.at(file));
    const controls = await read.evaluate(controlWords);
    const told = await folded(read);
    await read.context().close();
    const sheets = await printed(page);
    const all = sheets.map((sheet) => sheet.words).join("");
    assert.ok(sheets.length <= SHEETS[view][0] + 1, `${sheets.length} sheets`);
    assert.ok(says(all, DISTRICT[""]));
    for (const sheet of sheets) assert.ok(ink(sheet) > 0.001 && isOnWhite(sheet));
    withoutControls(all, controls);
    assert.deepEqual(missing(told, all), []);
    await page.context().close();
  });
}

test("charts and rows are whole: none goes over two sheets", async () => {
  const page = await open(browsers.chromium);
  await visit(page, site.at(PAGES.topics));
  const figures = await page.locator("figure").evaluateAll((all) => all.map((one) => [one.querySelector(".eyebrow").textContent, one.querySelector(".source").textContent]));
  const sheets = await printed(page);
  for (const [name, source] of figures) {
    const sheet = sheets.find(({ words }) => says(words, name));
    assert.ok(says(sheet.words, source), `${name} is on one sheet`);
  }
  await page.context().close();
});
