// What others do to the page costs nothing: browsers that translate it or link its numbers, extensions that put things beside its
// fields. The app answers, and what it says is never of before.

import assert from "node:assert/strict";
import { BROWSERS, alive, launch, open, visit } from "./browser.js";
import { STEPS, everything, texts, watchTexts } from "./everything.js";
import { APP, CHANGES, PAGES, change, hold, prepare } from "./foreign.js";
import { ExplorerPage } from "./page.js";
import { serveAt } from "./site.js";
import { after, before, step, test } from "./testing.js";

const PHONE = { width: 390, height: 780 };

let site;
const browsers = {};

before(async () => {
  site = await serveAt("/a/b/");
  for (const name of BROWSERS) browsers[name] = await launch(name);
});

after(async () => {
  for (const browser of Object.values(browsers)) await browser.close();
  await site?.close();
});

// An app that has healed itself is alive, and has crashed all the same.
async function isWell(page, where) {
  assert.equal(await page.locator("html").getAttribute("data-state"), "ready", where);
  assert.deepEqual(page.complaints, [], where);
}

for (const name of BROWSERS) {
  for (const what of CHANGES) {
    test(`every page that others change answers with what is: ${what}, after the app came, ${name}`, async () => {
      const page = await open(browsers[name]);
      await prepare(page);
      await visit(page, site.at("projects.html"));
      let changed;
      for (const [name, act] of everything) {
        // Each page is changed once it is there; a translation goes on by itself.
        const path = await page.evaluate(() => location.pathname);
        if (path !== changed) await change(page, what);
        changed = path;
        await step(name, () => act(page));
        await isWell(page, name);
      }
      await page.context().close();
    });

    // The slower browser takes the pages with the most that changes.
    for (const file of name === "firefox" ? ["projects.html", "data.html"] : PAGES) {
      test(`${file} that others change before the app comes is taken over, and answers: ${what}, ${name}`, async () => {
        const page = await open(browsers[name]);
        await prepare(page, what);
        const release = await hold(page, APP);
        await page.goto(site.at(file));
        await page.waitForFunction(() => document.querySelector("#app font, #app [data-icon], #app i, #app a[href^='tel:'], body > div:empty"));
        release();
        await alive(page);
        const steps = STEPS[file.replace(".html", "")].slice(0, 6);
        for (const [name, act] of steps) {
          await step(name, () => act(page));
        }
        await isWell(page, file);
        await page.context().close();
      });
    }
  }
}

for (const [name, address, size] of [
  ["chromium", "projects.html", {}],
  ["chromium", "en/projects.html", {}],
  ["firefox", "projects.html", {}],
]) {
  test(`no text is edited where it stands, and none is taken out of an element that stays: ${address}, ${name}`, async () => {
    const page = await open(browsers[name], size);
    await page.addInitScript(watchTexts);
    await visit(page, site.at(address));
    await page.evaluate(() => window.startWatching());
    const found = [];
    for (const [name, act] of everything) {
      await step(name, () => act(page));
      found.push(...(await texts(page)).map((text) => `${name}: ${text}`));
    }
    assert.deepEqual(found, []);
    await isWell(page, address);
    await page.context().close();
  });
}

test("the watch sees a text that is edited, and one that is taken out", async () => {
  const page = await open(browsers.chromium);
  await page.addInitScript(watchTexts);
  await visit(page, site.at("tasks.html"));
  await page.evaluate(() => {
    window.startWatching();
    document.querySelector("#heading").firstChild.data = "edited";
    document.querySelector(".scope").firstChild.remove();
    document.querySelector("[data-test=task-area]").remove();
  });
  assert.equal((await texts(page)).length, 2);
  await page.context().close();
});

test("on a phone a translated page opens, closes, and goes elsewhere", async () => {
  const page = await open(browsers.chromium, { ...PHONE, hasTouch: true, isMobile: true });
  await prepare(page);
  await visit(page, site.at("projects.html"));
  await change(page, "translate");
  const explorer = new ExplorerPage(page);
  await explorer.filter.fill("魏寨");
  await explorer.showsProjects(3);
  await page.waitForFunction(() => document.querySelector("#project-count").textContent.includes("3"));
  const row = explorer.projects.nth(1).locator("a").first();
  const name = await row.textContent();
  await row.tap();
  await page.waitForFunction((name) => document.querySelector("#project-detail.open h2")?.textContent === name, name);
  await page.locator("#project-detail [data-test=detail-close]").tap();
  await explorer.showsProjects(3);
  await page.locator('.nav nav a[href="indicators.html"]').tap();
  await explorer.indicators.first().waitFor();
  await isWell(page, "phone");
  await page.context().close();
});
