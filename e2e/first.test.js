// The first answer: the list of projects is filtered before the app is there, and the app goes on from it. With Save-Data the app
// loads when the reader touches something, and otherwise when the browser is idle.

import assert from "node:assert/strict";
import { alive, launch, open, painted } from "./browser.js";
import { APP, FIRST, PAGES, hold } from "./foreign.js";
import { ExplorerPage, hasCount } from "./page.js";
import { serveAt } from "./site.js";
import { after, before, test } from "./testing.js";

const PHONE = { width: 390, height: 780, hasTouch: true, isMobile: true };

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

// Notes at every frame which rows are listed, and what the line above says; what is as before is noted once.
function watchList() {
  window.lists = [];
  const look = () => {
    const shown = [...document.querySelectorAll("ol.projects > li")].filter((row) => row.checkVisibility());
    const names = shown.map((row) => row.querySelector(".project-name").textContent);
    const noted = JSON.stringify([document.querySelector("#project-count")?.textContent, names]);
    if (window.lists.at(-1) !== noted) window.lists.push(noted);
    requestAnimationFrame(look);
  };
  window.watchList = look;
}

test("the app is asked for once the first answer is there, also where the reader touches the field at once", async () => {
  for (const isTouched of [false, true]) {
    const page = await open(browser);
    const names = await page.context().newCDPSession(page).then(async (session) => {
      const names = [];
      await session.send("Network.enable");
      const addresses = new Map();
      session.on("Network.requestWillBeSent", ({ requestId, request }) => {
        addresses.set(requestId, request.url);
        names.push(`asked ${request.url.split("/").pop()}`);
      });
      session.on("Network.loadingFinished", ({ requestId }) => names.push(`has ${addresses.get(requestId)?.split("/").pop()}`));
      return names;
    });
    await page.goto(site.at("projects.html"), { waitUntil: "commit" });
    if (isTouched) await new ExplorerPage(page).filter.click();
    await alive(page);
    const at = (what) => names.findIndex((name) => what.test(name));
    const answer = at(/^has plan-first.*\.wasm/);
    const app = at(/^asked plan-explorer.*\.wasm/);
    assert.ok(answer >= 0 && answer < app, names.join("\n"));
    await page.context().close();
  }
});

for (const lang of ["", "en/"]) {
  for (const options of [{}, PHONE]) {
    test(`${lang}projects.html is filtered before the app is there, which does not change the list (${options.isMobile ? "phone" : "desk"})`, async () => {
      const page = await open(browser, options);
      await page.addInitScript(watchList);
      const arrive = await hold(page, APP);
      await page.goto(site.at(`${lang}projects.html`));
      const explorer = new ExplorerPage(page);
      await page.locator("html[data-first=ready]").waitFor({ state: "attached" });
      await explorer.filter.pressSequentially("魏寨");
      await explorer.showsProjects(3);
      assert.match(await explorer.count.textContent(), /^\D*3\D+82\D*$/);
      assert.equal(await page.locator("html").getAttribute("data-state"), "starting");
      await page.evaluate(() => window.watchList());
      arrive();
      await alive(page);
      await painted(page);
      const lists = await page.evaluate(() => window.lists);
      assert.equal(lists.length, 1, lists.join("\n"));
      // From then on the app answers, also in the address.
      await page.keyboard.type("村");
      await explorer.showsProjects(2);
      await explorer.addressSays("?q=%E9%AD%8F%E5%AF%A8%E6%9D%91&v=3");
      await explorer.filter.fill("");
      await explorer.showsProjects(82);
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
}

test("what was typed before the first answer is there is answered by it", async () => {
  const page = await open(browser);
  const arrive = await hold(page, APP);
  const first = await hold(page, FIRST);
  await page.goto(site.at("projects.html"));
  const explorer = new ExplorerPage(page);
  await explorer.filter.fill("weizhaicun");
  await hasCount(explorer.projects, 82);
  first();
  await explorer.showsProjects(2);
  assert.equal(await page.locator("html").getAttribute("data-state"), "starting");
  arrive();
  await alive(page);
  await explorer.showsProjects(2);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a first answer that comes after the app is not given", async () => {
  const page = await open(browser);
  const first = await hold(page, FIRST);
  await page.goto(site.at("projects.html"));
  await alive(page);
  const explorer = new ExplorerPage(page);
  await explorer.filter.fill("魏寨");
  await explorer.showsProjects(3);
  first();
  await explorer.filter.fill("魏寨村");
  await explorer.showsProjects(2);
  await explorer.filter.fill("");
  await explorer.showsProjects(82);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("where the first answer cannot be had the app gives it", async () => {
  const page = await open(browser);
  await page.route(FIRST, (route) => route.fulfill({ status: 404 }));
  await page.goto(site.at("projects.html"));
  const explorer = new ExplorerPage(page);
  await explorer.filter.fill("魏寨");
  await alive(page);
  await explorer.showsProjects(3);
  await page.context().close();
});

test("only the page of projects loads the first answer", async () => {
  for (const file of PAGES.filter((file) => file !== "projects.html")) {
    const page = await open(browser);
    await page.goto(site.at(file));
    await alive(page);
    assert.deepEqual(page.requests.filter((address) => FIRST.test(address)), [], file);
    await page.context().close();
  }
});

const saving = (page) =>
  page.addInitScript(() => {
    Object.defineProperty(NetworkInformation.prototype, "saveData", { get: () => true });
    // The browser's own, for when the page has another clock.
    const own = (name) => window[name].bind(window);
    const [frame, rest, later] = ["requestAnimationFrame", "requestIdleCallback", "setTimeout"].map(own);
    window.idle = () => new Promise((done) => frame(() => frame(() => rest(() => rest(() => later(done), { timeout: 5000 }), { timeout: 5000 }))));
  });

// Waits until the browser has had nothing to do.
const idle = (page) => page.evaluate(() => window.idle());

const loads = (page, what) => page.requests.some((address) => what.test(address));

test("the app loads when the browser is idle, without a touch", async () => {
  const page = await open(browser);
  await page.goto(site.at("tasks.html"));
  await alive(page);
  assert.ok(loads(page, APP));
  await page.context().close();
});

for (const [name, options, touch] of [
  ["a finger", PHONE, (page) => page.locator("#heading").tap()],
  ["a key", {}, (page) => page.keyboard.press("Tab")],
  ["a mouse", {}, (page) => page.locator("#heading").click()],
  ["a word in the filter", {}, (page) => page.locator("[data-test=project-filter]").fill("魏寨")],
]) {
  test(`with Save-Data the app loads on touch only: ${name}`, async () => {
    const page = await open(browser, options);
    await saving(page);
    await page.goto(site.at("projects.html"));
    await idle(page);
    // Longer than idle browsers are waited for.
    await page.clock.install();
    await page.clock.runFor(10_000);
    await idle(page);
    assert.ok(!loads(page, APP), "nothing is loaded");
    assert.equal(await page.locator("html").getAttribute("data-state"), "starting");
    await touch(page);
    await page.clock.resume();
    await alive(page);
    assert.ok(loads(page, APP));
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("with Save-Data a link to something shows the page, and opens it on touch", async () => {
  const page = await open(browser, PHONE);
  await saving(page);
  await page.goto(site.at("projects.html?item=p08"));
  await idle(page);
  assert.ok(!loads(page, APP));
  await page.locator("#heading").waitFor();
  await page.locator("#heading").tap();
  await page.locator("#project-detail.open h2").waitFor();
  await page.context().close();
});

test("with Save-Data the list of projects is filtered all the same", async () => {
  const page = await open(browser);
  await saving(page);
  const arrive = await hold(page, APP);
  await page.goto(site.at("projects.html"));
  const explorer = new ExplorerPage(page);
  await explorer.filter.fill("魏寨");
  await explorer.showsProjects(3);
  assert.equal(await page.locator("html").getAttribute("data-state"), "starting");
  arrive();
  await alive(page);
  await explorer.showsProjects(3);
  await page.context().close();
});
