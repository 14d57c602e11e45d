// What a page shows while it arrives.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { alive, launch, open, painted } from "./browser.js";
import { hasCount } from "./page.js";
import { dist, PAGE_FILES, serveAt } from "./site.js";
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

test("of a page that arrives in parts, the navigation is shown once it is whole, and moves nothing", async () => {
  const file = "en/indicators.html";
  const html = await readFile(join(dist, file), "utf8");
  const cut = html.indexOf("</li>", html.indexOf('<div class="nav"')) + "</li>".length;
  let sendRest;
  const parted = await serveAt("/a/b/", {
    answer: (path, response) => {
      if (path !== file) return false;
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.write(html.slice(0, cut));
      sendRest = () => response.end(html.slice(cut));
      return true;
    },
  });
  const page = await open(browser, { width: 390, height: 780 });
  await page.addInitScript(() => {
    window.moved = [];
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries()) window.moved.push(...sources.map(({ node }) => node));
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(parted.at(file), { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByName("first-paint").length > 0 && document.querySelector(".nav li"));
  await painted(page);
  assert.equal(await page.evaluate(() => document.querySelector(".nav").checkVisibility({ visibilityProperty: true })), false);
  sendRest();
  await alive(page);
  await page.locator(".nav nav a").first().waitFor();
  await painted(page);
  assert.deepEqual(await page.evaluate(() => window.moved.filter((node) => node?.closest?.(".nav")).map((node) => node.outerHTML)), []);
  await page.context().close();
  await parted.close();
});

test("the navigation is shown on every page", async () => {
  const page = await open(browser);
  for (const file of [...PAGE_FILES, "own.html", "en/own.html"]) {
    await page.goto(site.at(file), { waitUntil: "domcontentloaded" });
    await hasCount(page.locator(".nav:not(:has(+ *))"), 0, file);
  }
  await page.context().close();
});
