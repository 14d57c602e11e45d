// What everybody does, in all three engines: read, filter, open, go back, search, by pointer and by keyboard alone, by itself and in a page of
// another site.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { NAMES, Reader, start } from "./engines.js";
import { REPORT } from "./invented.js";
import { PAGES } from "./page.js";
import { serveAt } from "./site.js";
import { after, before, describe, test } from "./testing.js";

// Runs in the page: whether exactly so many projects are listed.
const lists = (number) => document.querySelectorAll("[data-test=project-row]").length === number;

for (const name of NAMES) {
  describe(name, () => {
    let site;
    let portal;
    let engine;
    let reader;

    before(async () => {
      site = await serveAt("/a/b/");
      // Another port is another origin.
      portal = await serveAt("/portal/", {
        pages: {
          "/portal.html": `<!doctype html><html lang="en"><title>Portal</title><link rel="icon" href="data:,">
            <iframe title="plan" src="${site.at("projects.html?embed=1&q=%E9%AD%8F%E5%AF%A8")}" style="width:360px;height:600px;border:0"></iframe>
            <script>addEventListener("message", ({ data }) => (window.heights ??= []).push(data))</script>`,
        },
      });
      engine = await start(name);
      reader = new Reader(engine.driver);
    });

    after(async () => {
      await engine?.end();
      await portal?.close();
      await site?.close();
    });

    for (const folder of ["", "en/"]) {
      test(`every page comes to life with one heading and no crash: ${folder || "zh"}`, async () => {
        for (const file of Object.values(PAGES)) {
          await reader.visit(site.at(folder + file));
          const { lang, headings, current, width, state } = await reader.run(() => ({
            lang: document.documentElement.lang,
            headings: document.querySelectorAll("h1").length,
            current: document.querySelector(".nav nav [aria-current=page]").getAttribute("href"),
            width: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            state: document.documentElement.dataset.state,
          }));
          assert.deepEqual(
            { lang, headings, current, width, state },
            { lang: folder ? "en" : "zh-CN", headings: 1, current: file || "index.html", width: 0, state: "ready" },
            file,
          );
        }
      });
    }

    test("a list is filtered, a project opened and closed, and Back undoes it", async () => {
      await reader.visit(site.at("projects.html"));
      const field = await reader.find("[data-test=project-filter]");
      // Pinyin: drivers send characters that are on no keyboard in other ways, and WebKit’s may lose them.
      await field.sendKeys("weizhai");
      await reader.until("three projects", lists, 3);
      await reader.until("the address", () => location.search === "?q=weizhai&v=3");
      await reader.click("[data-test=project-row] .project-name");
      await reader.until("a detail", () => document.querySelector("[data-test=detail]")?.checkVisibility());
      await reader.driver.navigate().back();
      await reader.until("no detail", () => !location.search.includes("item="));
      await reader.until("three projects", lists, 3);
    });

    test("pages follow each other without a request, and the language changes", async () => {
      await reader.visit(site.at(""));
      await reader.run(() => (window.isSame = true));
      await reader.click('.nav nav a[href="tasks.html"]');
      await reader.until("the tasks", () => location.pathname.endsWith("/tasks.html") && document.querySelector("[data-test=task-area]") !== null);
      await reader.driver.navigate().back();
      await reader.until("the first page", () => document.querySelector(".tiles") !== null);
      assert.equal(await reader.run(() => window.isSame), true);
      await reader.click(".page-header a[hreflang]");
      await reader.until("English", () => document.documentElement.lang === "en" && document.documentElement.dataset.state === "ready");
    });

    test("a table is sorted and shown as a chart", async () => {
      const names = () => reader.run(() => [...document.querySelectorAll(".annex tr.indicator th")].map((head) => head.textContent));
      await reader.visit(site.at("indicators.html"));
      const printed = await names();
      await reader.visit(site.at("indicators.html?sort=name&v=3"));
      const sorted = await names();
      assert.equal(sorted.length, 25);
      assert.notDeepEqual(sorted, printed);
      assert.deepEqual([...sorted].sort(), [...printed].sort());
      await reader.visit(site.at("indicators.html?as=chart&v=3"));
      await reader.until("a chart", () => document.querySelector(".chart svg")?.getBoundingClientRect().height > 100);
    });

    test("a report of the reader's own is read, gone through by keyboard, and explored, with its text a link away", async () => {
      await reader.driver.get(site.at("own.html"));
      const field = await reader.find("#own-form:not([hidden]) #own-text");
      // Typing a report takes long.
      await reader.run((field, text) => (field.value = text), field, REPORT);
      await reader.click("#own-form button");
      await reader.until("the review", () => document.querySelector("#review .review-row, #review [id^=review-row-]") !== null);
      const left = () => reader.run(() => document.querySelector("#review .review-left").textContent);
      const before = await left();
      await reader.run(() => document.querySelector("#review [id^=review-row-]").focus());
      await reader.press("a");
      await reader.until("one is accepted", (before) => document.querySelector("#review .review-left").textContent !== before, before);
      await reader.press("u");
      await reader.until("it is taken back", (before) => document.querySelector("#review .review-left").textContent === before, before);
      await reader.click("#own-open");
      await reader.until("the explorer", () => document.documentElement.dataset.state === "ready" && document.querySelector("[data-test=own-banner]") !== null);
      assert.match(await reader.run(() => document.querySelector("#heading").textContent), /青禾县/);
      await reader.click('.nav nav a[href^="data.html"]');
      await reader.click(".figures-list [data-test=in-text]");
      await reader.until("the paragraph", () => document.activeElement.matches(".review-text p"));
    });

    test("dark is dark", async () => {
      await reader.visit(site.at("?theme=dark"));
      const red = async () => (await reader.run(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number)))[0];
      assert.ok((await red()) < 60, String(await red()));
      // The choice is of this address only.
      await reader.visit(site.at("?theme=light"));
      assert.ok((await red()) > 200, String(await red()));
    });

    test("by keyboard alone: past the head, filter, open, close, and the focus is where it was", async () => {
      await reader.visit(site.at("projects.html"));
      await reader.tabTo(".skip", Key.TAB);
      await reader.press(Key.ENTER);
      await reader.tabTo("[data-test=project-filter]", Key.TAB);
      await reader.press(..."lsgs");
      await reader.until("some projects", () => document.querySelectorAll("[data-test=project-row]").length < 82);
      await reader.press(...Array(4).fill(Key.BACK_SPACE));
      await reader.until("all projects", lists, 82);
      await reader.tabTo("[data-test=project-row] [data-item]", Key.TAB);
      const opened = await reader.run(() => document.activeElement.dataset.item);
      await reader.press(Key.ENTER);
      await reader.until("it is open", (id) => new URLSearchParams(location.search).get("item") === id, opened);
      await reader.press(Key.ESCAPE);
      await reader.until("it is closed", () => !location.search.includes("item="));
      await reader.until("the focus", (id) => document.activeElement.dataset.item === id, opened);
    });

    test("by keyboard alone: the search is found by its key, and Enter opens what it found", async () => {
      await reader.visit(site.at("en/"));
      await reader.press("/");
      await reader.until("the field", () => document.activeElement.id === "search");
      await reader.press(..."pm2.5");
      await reader.until("results", () => /PM2\.5/.test(document.querySelector("[data-test=search-option]")?.textContent));
      await reader.press(Key.ENTER);
      await reader.until("the indicator", () => location.pathname.endsWith("/en/indicators.html") && location.search.includes("item=pm25"));
    });

    test("by keyboard alone: arrow keys lead through a chart, and each mark is spoken", async () => {
      await reader.visit(site.at("topics.html"));
      await reader.until("a chart", () => document.querySelector("#investment .chart svg")?.getBoundingClientRect().height > 50);
      await reader.run(() => document.querySelector("#investment .chart > svg").focus());
      const says = (words) => document.querySelector("#investment .chart [role=status]").textContent.includes(words);
      await reader.until("the first mark", says, "99.7亿元");
      await reader.press(Key.END);
      await reader.until("the last mark", says, "121.7亿元");
    });

    test("in a page of another origin it filters, and says how high it is", async () => {
      await reader.driver.get(`${portal.origin}/portal.html`);
      await reader.until("a height", () => (window.heights ?? []).some((data) => JSON.stringify(data).match(/\d{3}/)));
      await reader.driver.switchTo().frame(await reader.find("iframe"));
      await reader.until("the app runs", () => document.documentElement.dataset.state === "ready");
      await reader.until("three projects", lists, 3);
      await reader.driver.switchTo().defaultContent();
    });
  });
}
