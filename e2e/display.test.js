// How the page is shown: colours and large letters, chosen by the reader or by the address, kept where browsers store anything.

import assert from "node:assert/strict";
import { alive, launch, open, visit } from "./browser.js";
import { PAGES } from "./page.js";
import { serveAt } from "./site.js";
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

const shown = (page) =>
  page.evaluate(() => ({
    theme: document.documentElement.dataset.theme ?? null,
    isLarge: "large" in document.documentElement.dataset,
    letters: getComputedStyle(document.body).fontSize,
    paper: getComputedStyle(document.body).backgroundColor,
  }));

test("large letters are chosen on any page, and stay on the next, after a reload, until they are taken back", async () => {
  const page = await open(browser, { width: 390, height: 844 });
  await visit(page, site.at("projects.html"));
  assert.deepEqual((await shown(page)).letters, "16px");
  const button = page.locator("[data-test=large]");
  await button.click();
  await page.locator("[data-test=large][aria-pressed=true]").waitFor();
  assert.equal((await shown(page)).letters, "18px");
  await page.locator('.nav nav a[href="tasks.html"]').click();
  await page.locator("[data-test=task-area]").first().waitFor();
  assert.equal((await shown(page)).isLarge, true);
  await page.reload();
  // Before the app runs, and from the first paint on.
  assert.equal((await shown(page)).letters, "18px");
  await alive(page);
  await page.locator("[data-test=large][aria-pressed=true]").waitFor();
  await page.locator("[data-test=large]").click();
  await page.locator("[data-test=large][aria-pressed=false]").waitFor();
  await page.reload();
  await alive(page);
  assert.equal((await shown(page)).letters, "16px");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the address says how the page is shown, whatever was chosen before; who then chooses takes it out of the address", async () => {
  const page = await open(browser);
  await visit(page, site.at("projects.html?large=1&theme=dark"));
  const dark = await shown(page);
  assert.deepEqual([dark.theme, dark.isLarge], ["dark", true]);
  await page.locator("#colours").selectOption("light");
  await page.waitForFunction(() => document.documentElement.dataset.theme === "light");
  await page.waitForFunction(() => !/theme|large/.test(location.search));
  await visit(page, site.at(""));
  const light = await shown(page);
  assert.deepEqual([light.theme, light.isLarge], ["light", true]);
  assert.notEqual(light.paper, dark.paper);
  await visit(page, site.at("?large=0&theme=auto"));
  const usual = await shown(page);
  assert.deepEqual([usual.theme, usual.isLarge], [null, false]);
  await page.context().close();
});

test("a page in another one follows its address only", async () => {
  const page = await open(browser);
  await visit(page, site.at(""));
  await page.locator("[data-test=large]").click();
  await page.locator("[data-test=large][aria-pressed=true]").waitFor();
  await visit(page, site.at("projects.html?embed=1"));
  assert.equal((await shown(page)).isLarge, false);
  await visit(page, site.at("projects.html?embed=1&large=1"));
  assert.equal((await shown(page)).isLarge, true);
  await page.context().close();
});

test("where nothing may be stored, what is chosen goes for the page", async () => {
  const page = await open(browser);
  await page.addInitScript(() =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("refused by the test", "SecurityError");
      },
    }),
  );
  await visit(page, site.at(""));
  await page.locator("[data-test=large]").click();
  await page.locator("[data-test=large][aria-pressed=true]").waitFor();
  assert.equal((await shown(page)).letters, "18px");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("in large letters no text is below 18 px, nothing to press below 60 px, nothing beside anything, at 320, 390 and 1280 px", async () => {
  for (const width of [320, 390, 1280]) {
    for (const folder of ["", "en/"]) {
      const page = await open(browser, { width, height: 844 });
      for (const file of Object.values(PAGES)) {
        await visit(page, site.at(`${folder}${file}?large=1`));
        const found = await page.evaluate(() => {
          const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 2;
          const small = [];
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const parent = texts.currentNode.parentElement;
            if (!texts.currentNode.data.trim() || parent.closest("svg, script, style, sup, option") || !isShown(parent)) continue;
            if (parseFloat(getComputedStyle(parent).fontSize) < 18) small.push(`${parent.className} ${texts.currentNode.data.slice(0, 20)}`);
          }
          const low = [...document.querySelectorAll("button, select, input, summary, .nav a")]
            .filter((control) => isShown(control) && control.type !== "checkbox" && control.getBoundingClientRect().height < 60)
            .map((control) => `${control.className || control.id} ${control.textContent.slice(0, 20)} ${control.getBoundingClientRect().height}`);
          return { small, low, overflow: document.documentElement.scrollWidth - innerWidth, facets: document.querySelector(".facets")?.checkVisibility() ?? false };
        });
        assert.deepEqual(found, { small: [], low: [], overflow: 0, facets: false }, `${folder}${file} at ${width} px`);
      }
      await page.context().close();
    }
  }
});
