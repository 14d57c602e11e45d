// The site without a network after one visit; what becomes of open pages when a new version comes; how the publisher ends it; and
// that the page can be installed. The server is a real one that really goes away.

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { alive, launch, open, openOwn, visit } from "./browser.js";
import { ExplorerPage } from "./page.js";
import { dist, serveAt } from "./site.js";
import { listed, paths, relist, variant } from "./variant.js";

const FIRST = /^plan-explorer-\w+_bg\.wasm$/;
const MORE = /^more_bg-\w+\.wasm$/;

let browser;
let folder;
// The build as it is, and two that come after it.
let builds;

before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "plan-offline-"));
  builds = { A: dist, B: variant(dist, join(folder, "B"), "B"), C: variant(dist, join(folder, "C"), "C") };
});

after(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

// Runs `body` with a site and a page that may have a worker. `site.asked` has the paths that the server was asked for;
// `site.refuse`, where it is set, may answer first.
async function withSite(body, { base = "/a/b/", served = {}, own = browser, ...options } = {}) {
  const asked = [];
  let site;
  const answer = (path, response) => {
    asked.push(path);
    return site.refuse?.(path, response) ?? false;
  };
  site = await serveAt(base, { ...served, answer });
  site.asked = asked;
  const page = await open(own, { serviceWorkers: "allow", ...options });
  try {
    await body({ site, page, explorer: new ExplorerPage(page), another: () => followed(page.context()) });
  } finally {
    await page.context().close();
    await site.close();
  }
}

// Another tab of the same browser.
async function followed(context) {
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (message) => page.complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => page.complaints.push(`error: ${error.message}`));
  return page;
}

// The files that the page is made of, as its elements say; and which build that is of.
const buildOf = (page) => page.evaluate(() => document.documentElement.dataset.build ?? "A");

// Asks until the answer is as expected; what is asked may take its time, which `waitForFunction` does not wait for.
async function until(ask, isExpected, patience = 20_000) {
  const end = Date.now() + patience;
  let found;
  while (!isExpected((found = await ask()))) {
    if (Date.now() > end) assert.fail(`still ${JSON.stringify(found)} after ${patience / 1000} s`);
    await new Promise((again) => setTimeout(again, 25));
  }
}

// Waits until that build is the one that answers, and nothing else is coming.
async function kept(page, build) {
  const ask = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const versions = [];
      for (const name of await caches.keys()) {
        const since = registration && (await (await caches.open(name)).match(`${registration.scope}?since`));
        if (since) versions.push({ name, since: Number(await since.text()) });
      }
      return {
        newest: versions.sort((one, other) => other.since - one.since)[0]?.name,
        state: registration?.active?.state,
        isOurs: navigator.serviceWorker.controller !== null && navigator.serviceWorker.controller === registration?.active,
        isMoreComing: Boolean(registration?.installing ?? registration?.waiting),
      };
    });
  const { version } = listed(builds[build]);
  await until(ask, ({ newest, state, isOurs, isMoreComing }) => newest?.endsWith(` ${version}`) && state === "activated" && isOurs && !isMoreComing);
}

// The builds that the browser keeps for the folder of the page.
async function versions(page) {
  const names = await page.evaluate(async () => {
    const { scope } = await navigator.serviceWorker.getRegistration();
    return (await caches.keys()).filter((name) => name.startsWith(`plan-explorer ${scope} `));
  });
  const known = new Map(Object.entries(builds).map(([build, folder]) => [listed(folder).version, build]));
  return names.map((name) => known.get(name.split(" ").pop()) ?? name).sort();
}

// What the note of that name says in each build that is kept.
async function notes(page, name) {
  const found = await page.evaluate(async (name) => {
    const { scope } = await navigator.serviceWorker.getRegistration();
    const notes = [];
    for (const cacheName of await caches.keys()) {
      const note = await caches.match(`${scope}?${name}`, { cacheName });
      notes.push([cacheName, note ? await note.text() : null]);
    }
    return notes;
  }, name);
  const known = new Map(Object.entries(builds).map(([build, folder]) => [listed(folder).version, build]));
  return Object.fromEntries(found.map(([name, note]) => [known.get(name.split(" ").pop()) ?? name, note]));
}

// Waits until exactly these builds are kept.
const keeps = (page, ...expected) => until(() => versions(page), (found) => found.join() === expected.join());

// Has the worker find that the last page of a version was left more than an hour ago; where it has not yet seen that, it does so
// when the page is opened anew.
async function muchLater(page) {
  const age = () =>
    page.evaluate(async () => {
      let aged = 0;
      const { scope } = await navigator.serviceWorker.getRegistration();
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        if (!(await cache.match(`${scope}?left`))) continue;
        await cache.put(`${scope}?left`, new Response(Date.now() - 3_600_001));
        aged += 1;
      }
      return aged;
    });
  await until(age, (aged) => aged > 0);
  await page.reload();
}

// Visits until the build has come: the visit that finds it is answered by the one before.
async function update(page, site, build) {
  site.use(builds[build]);
  await page.goto(site.at());
  await kept(page, build);
}

// Has the browser look for a new version at once, as it does some time after a visit; whether it comes is another matter.
const look = (page) => page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration()).update().catch(() => {})));

// A first visit, after which the site is kept.
async function firstVisit(page, site, path = "") {
  await visit(page, site.at(path), { all: false });
  await kept(page, "A");
}

const namedAfterContent = (requests) => requests.map((address) => new URL(address).pathname.split("/").pop()).filter((name) => /-[0-9a-f]{16}/.test(name));

// Everything that a page of a build asked for by a name of content is of that build.
function isOf(build, requests) {
  const { files } = listed(builds[build]);
  assert.deepEqual(namedAfterContent(requests).filter((name) => !files.has(name)), []);
}

test("the list has every file of the build that is of use without a network, with what is in it", () => {
  const { files } = listed(dist);
  const isLeftOut = (path) => /^(sw\.js|embed\.js|og-\w+\.png|server\/.*|[._].*|.*\.(br|gz))$/.test(path);
  const expected = paths(dist).filter((path) => !isLeftOut(path)).map((path) => path.replace(/(^|\/)index\.html$/, "$1"));
  assert.deepEqual([...files.keys()].sort(), expected.sort());
  for (const [address, digest] of files) {
    const path = address === "" || address.endsWith("/") ? `${address}index.html` : address;
    assert.equal(createHash("sha256").update(readFileSync(join(dist, path))).digest("base64"), digest, path);
  }
  const { version } = listed(builds.B);
  relist(builds.B);
  assert.equal(listed(builds.B).version, version, "the test writes lists as it reads them");
});

test("after one visit everything works without a network, in both languages", () =>
  withSite(async ({ site, page, explorer, another }) => {
    await firstVisit(page, site);
    await site.stop();
    // The page that was open has not yet asked for its second module.
    await page.mouse.move(1, 1);
    await page.locator("html[data-more=ready]").waitFor({ state: "attached" });
    await explorer.filter.fill("魏寨");
    await explorer.showsProjects(3);
    await page.getByRole("link", { name: "English" }).click();
    await alive(page);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    await explorer.showsProjects(3);
    for (const [path, number, lang] of [["?q=%E9%AD%8F%E5%AF%A8", 3, "zh-CN"], ["?embed=1", 82, "zh-CN"], ["?lang=en", 82, "en"], ["index.html", 82, "zh-CN"], ["en/index.html?q=qqq", 0, "en"], ["en?q=weizhai", 3, "en"], ["en/", 82, "en"]]) {
      const tab = await another();
      await visit(tab, site.at(path));
      await new ExplorerPage(tab).showsProjects(number);
      assert.equal(await tab.evaluate(() => document.documentElement.lang), lang, path);
      await tab.close();
    }
    // The search over everything, and what it leads to.
    await page.goto(site.at());
    await alive(page);
    await page.keyboard.press("/");
    await page.keyboard.type("weizhai");
    await explorer.options.first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator("[data-test=detail].open").waitFor();
    assert.deepEqual(page.complaints, []);
  }));

test("the files of the data are there without a network", () =>
  withSite(async ({ site, page }) => {
    await firstVisit(page, site);
    await site.stop();
    const table = readFileSync(join(dist, "data/figures-zh.csv"));
    const saved = page.waitForEvent("download");
    await page.locator('a[href="data/figures-zh.csv"]').evaluate((link) => link.click());
    const download = await saved;
    assert.ok(readFileSync(await download.path()).equals(table));
    const tab = await followed(page.context());
    const response = await tab.goto(site.at("data/datapackage.json"));
    assert.equal(await response.text(), readFileSync(join(dist, "data/datapackage.json"), "utf8"));
    await assert.rejects(tab.goto(site.at("elsewhere")), "no page stands in for another");
  }));

test("an open page goes on with its version, the next visit is of the new one", () =>
  withSite(async ({ site, page, explorer, another }) => {
    await firstVisit(page, site);
    const tab = await another();
    await update(tab, site, "B");
    assert.equal(await buildOf(tab), "A", "what is kept answers at once");
    await keeps(tab, "A", "B");
    await tab.reload();
    assert.equal(await buildOf(tab), "B");
    await alive(tab);
    assert.equal(await buildOf(page), "A");
    // The server has the second module of this page no more.
    const before = site.asked.length;
    await page.mouse.move(1, 1);
    await page.locator("html[data-more=ready]").waitFor({ state: "attached" });
    await explorer.filter.fill("魏寨");
    await explorer.showsProjects(3);
    isOf("A", page.requests);
    assert.deepEqual(site.asked.slice(before).filter((path) => MORE.test(path)), []);
    // What keeps its name is of the page's version, too.
    const sections = (page) => page.evaluate(async () => (await fetch("data/sections.csv")).text());
    assert.doesNotMatch(await sections(page), /# B/);
    assert.match(await sections(tab), /# B/);
    // When the last page of the version before is gone, so is what was kept of it.
    await page.goto("about:blank");
    await tab.reload();
    await muchLater(tab);
    await keeps(tab, "B");
    assert.deepEqual(page.complaints, []);
    assert.deepEqual(tab.complaints, []);
  }));

test("nothing of a new version comes with the old one", () =>
  withSite(async ({ site, page, another }) => {
    await firstVisit(page, site);
    const requests = [];
    const tab = await another();
    tab.on("request", (request) => requests.push(request.url()));
    await update(tab, site, "B");
    await alive(tab);
    isOf("A", requests);
    assert.ok(namedAfterContent(requests).length >= 6, `${requests}`);
    requests.length = 0;
    const before = site.asked.length;
    await tab.goto(site.at("en/"));
    await alive(tab);
    assert.equal(await buildOf(tab), "B");
    isOf("B", requests);
    // All of it is there already.
    await until(() => site.asked.slice(before), (asked) => asked.includes("sw.js"));
    assert.deepEqual(site.asked.slice(before).filter((path) => path !== "sw.js"), []);
  }));

test("three versions, each with its page, through the end of the worker", () =>
  withSite(async ({ site, page, another }) => {
    await firstVisit(page, site);
    const second = await another();
    await update(second, site, "B");
    await second.reload();
    assert.equal(await buildOf(second), "B");
    const third = await another();
    await update(third, site, "C");
    await third.reload();
    assert.equal(await buildOf(third), "C");
    await keeps(third, "A", "B", "C");
    await endWorkers(page);
    await site.stop();
    for (const [tab, build] of [[page, "A"], [second, "B"], [third, "C"]]) {
      const requests = [];
      tab.on("request", (request) => requests.push(request.url()));
      await tab.bringToFront();
      await alive(tab);
      assert.equal(await buildOf(tab), build);
      isOf(build, requests);
      await endWorkers(page);
    }
    await site.start();
    await second.close();
    await third.reload();
    await muchLater(third);
    await keeps(third, "A", "C");
    await page.close();
    await third.reload();
    await muchLater(third);
    await keeps(third, "C");
  }));

test("a version that is put back is the newest again", () =>
  withSite(async ({ site, page, another }) => {
    await firstVisit(page, site);
    const tab = await another();
    await update(tab, site, "B");
    await tab.reload();
    const before = site.asked.length;
    await update(tab, site, "A");
    assert.deepEqual(site.asked.slice(before).filter((path) => path !== "sw.js"), [], "it was still there");
    assert.equal(await buildOf(tab), "B");
    await tab.reload();
    assert.equal(await buildOf(tab), "A");
    await muchLater(tab);
    await keeps(tab, "A");
  }));

test("a page that no cache knows keeps all versions", () =>
  withSite(async ({ site, page, another }) => {
    await firstVisit(page, site);
    const clients = (page) =>
      page.evaluate(async () => {
        const [newest] = (await caches.keys()).slice(-1);
        const keys = await (await caches.open(newest)).keys();
        return keys.map(({ url }) => url).filter((url) => url.includes("?client="));
      });
    // As in browsers that do not say which page was opened.
    await until(() => clients(page), (found) => found.length > 0);
    await page.evaluate(async () => {
      const cache = await caches.open((await caches.keys())[0]);
      for (const key of await cache.keys()) if (key.url.includes("?client=")) await cache.delete(key);
    });
    const tab = await another();
    await update(tab, site, "B");
    await tab.reload();
    await tab.reload();
    // The worker has looked who is there: only the page that there is now.
    await until(() => clients(tab), (found) => found.length === 1);
    assert.equal((await notes(tab, "left")).A, null);
    await page.close();
    await tab.reload();
    await until(() => notes(tab, "left"), ({ A }) => A !== null);
  }));

test("a page that was left and is gone back to has its version", async () => {
  const remembering = await launch("chromium", {
    without: ["--disable-back-forward-cache"],
    // However little memory the machine has.
    args: ["--enable-features=BackForwardCache,BackForwardCacheMemoryControls:memory_threshold_for_back_forward_cache_in_mb/0"],
  });
  try {
    await withSite(
      async ({ site, page, another }) => {
        // Browsers remember no page that the server does not want kept at all.
        site.refuse = (path, response) => {
          const write = response.writeHead.bind(response);
          response.writeHead = (status, headers) => write(status, { ...headers, "Cache-Control": "no-cache" });
          return false;
        };
        await page.addInitScript(() => window.addEventListener("pageshow", (event) => (window.isRemembered = event.persisted)));
        await firstVisit(page, site);
        const tab = await another();
        await update(tab, site, "B");
        // A page of another origin: the same one by another name.
        await page.goto(site.at("data/datapackage.json").replace("127.0.0.1", "localhost"));
        await tab.reload();
        assert.equal(await buildOf(tab), "B");
        await tab.reload();
        // The worker has seen that no page of the version before is left.
        await until(() => notes(tab, "left"), (left) => "B" in left && left.A !== null);
        // No page is loaded, for which `goBack` would wait.
        await page.evaluate(() => void setTimeout(() => history.back()));
        await page.waitForURL(site.at(), { waitUntil: "commit" });
        await page.waitForFunction(() => window.isRemembered === true);
        assert.equal(await buildOf(page), "A");
        await alive(page);
        isOf("A", page.requests);
      },
      { own: remembering },
    );
  } finally {
    await remembering.close();
  }
});

// As browsers do with workers that have nothing to do.
async function endWorkers(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
}

test("an update that is cut at any file leaves the version before", () =>
  withSite(async ({ site, page }) => {
    await firstVisit(page, site);
    site.use(builds.B);
    const { files } = listed(builds.B);
    const changed = [...files].filter(([address, digest]) => listed(dist).files.get(address) !== digest).map(([address]) => address);
    assert.ok(changed.length > 8, `${changed}`);
    for (const cut of changed) {
      let cuts = 0;
      site.refuse = (path, response) => {
        if (path !== cut) return false;
        cuts += 1;
        const content = readFileSync(join(builds.B, path === "" || path.endsWith("/") ? `${path}index.html` : path));
        response.writeHead(200, { "content-length": content.length });
        response.write(content.subarray(0, content.length / 2), () => response.destroy());
        return true;
      };
      await look(page);
      await until(() => cuts, (cuts) => cuts > 0);
      await settled(page);
      assert.deepEqual(await versions(page), ["A"], cut);
    }
    await site.stop();
    await visit(page, site.at());
    assert.equal(await buildOf(page), "A");
    await site.start();
    site.refuse = undefined;
    await update(page, site, "B");
    await page.reload();
    assert.equal(await buildOf(page), "B");
    await muchLater(page);
    await keeps(page, "B");
  }));

// Waits until no version is coming.
const settled = (page) =>
  until(
    () => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration()).installing)),
    (isComing) => !isComing,
  );

test("a damaged file, one that is missing and a server that is half updated are no version", () =>
  withSite(async ({ site, page }) => {
    await firstVisit(page, site);
    site.use(builds.B);
    const answers = [
      (response) => response.writeHead(200, { "content-type": "text/plain" }).end("no such table"),
      (response) => response.writeHead(404).end(),
      (response) => response.writeHead(200, { "content-type": "text/csv" }).end(readFileSync(join(dist, "data/sections.csv"))),
      (response) => response.writeHead(302, { location: "../index.html" }).end(),
    ];
    for (const respond of answers) {
      let asked = 0;
      site.refuse = (path, response) => {
        if (path !== "data/sections.csv") return false;
        asked += 1;
        respond(response);
        return true;
      };
      await look(page);
      await until(() => asked, (asked) => asked > 0);
      await settled(page);
      assert.deepEqual(await versions(page), ["A"]);
    }
    await page.reload();
    assert.equal(await buildOf(page), "A");
  }));

test("a file that is named after its content and was kept damaged by the browser comes anew", () =>
  withSite(
    async ({ site, page, another }) => {
      await firstVisit(page, site);
      const module = [...listed(builds.B).files.keys()].find((address) => FIRST.test(address));
      site.use(builds.B);
      site.refuse = (path, response) => {
        if (path !== module) return false;
        response.writeHead(200, { "content-type": "application/wasm", "cache-control": "public, max-age=31536000, immutable" }).end("x");
        return true;
      };
      assert.equal(await page.evaluate(async (module) => (await fetch(module)).text(), module), "x");
      site.refuse = undefined;
      const tab = await another();
      await update(tab, site, "B");
      await visit(tab, site.at());
      assert.equal(await buildOf(tab), "B");
    },
  ));

test("without room for a new version the one before goes on", () =>
  withSite(async ({ site, page }) => {
    await firstVisit(page, site);
    const session = await page.context().newCDPSession(page);
    const { usage } = await session.send("Storage.getUsageAndQuota", { origin: site.origin });
    await session.send("Storage.overrideQuotaForOrigin", { origin: site.origin, quotaSize: Math.round(usage) + 100_000 });
    site.use(builds.B);
    const before = site.asked.length;
    await page.goto(site.at());
    await until(() => site.asked.slice(before), (asked) => namedAfterContent(asked.map(site.at)).length > 0);
    await settled(page);
    await keeps(page, "A");
    await site.stop();
    await visit(page, site.at());
    assert.equal(await buildOf(page), "A");
    await site.start();
    await session.send("Storage.overrideQuotaForOrigin", { origin: site.origin });
    await update(page, site, "B");
  }));

for (const status of [404, 410]) {
  test(`a publisher who takes the worker away (${status}) has a site without one`, () =>
    withSite(async ({ site, page, another }) => {
      await firstVisit(page, site);
      await page.evaluate(() => caches.open("of another program"));
      const old = await another();
      await visit(old, site.at("en/"), { all: false });
      // With it the publisher has put another version there.
      site.use(builds.B);
      site.refuse = (path, response) => {
        if (path !== "sw.js") return false;
        response.writeHead(status).end();
        return true;
      };
      await page.goto(site.at("?q=weizhai"));
      const isFree = () =>
        page.evaluate(async () => ({
          caches: await caches.keys(),
          registrations: (await navigator.serviceWorker.getRegistrations()).length,
          controller: navigator.serviceWorker.controller !== null,
        }));
      const expected = { caches: ["of another program"], registrations: 0, controller: false };
      await until(() => isFree().catch(() => null), (found) => JSON.stringify(found) === JSON.stringify(expected));
      await alive(page);
      assert.equal(await buildOf(page), "B", "the page is what the server has");
      await new ExplorerPage(page).showsProjects(3);
      // From then on it is as if there had never been one.
      const before = site.asked.length;
      const tab = await another();
      await visit(tab, site.at());
      assert.equal(await buildOf(tab), "B");
      assert.ok(site.asked.slice(before).includes(""), "the page comes from the server");
      await tab.evaluate(() => new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle))));
      assert.deepEqual(await isFree(), expected);
    }));
}

test("a server that is away, fails, leads elsewhere or has a page for everything does not take the worker away", () =>
  withSite(async ({ site, page }) => {
    await firstVisit(page, site);
    const answers = [
      (response) => response.destroy(),
      (response) => response.writeHead(500).end(),
      (response) => response.writeHead(403).end(),
      (response) => response.writeHead(302, { location: "/gone" }).end(),
      (response) => response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Sign in</title>"),
      (response) => response.writeHead(200, { "content-type": "text/javascript" }).end("<!doctype html><title>Sign in</title>"),
    ];
    for (const respond of answers) {
      let asked = 0;
      site.refuse = (path, response) => {
        if (path !== "sw.js") return false;
        asked += 1;
        respond(response);
        return true;
      };
      await page.goto(site.at());
      // By the worker, to see whether it is still wanted; then by the browser, for an update.
      await until(() => asked, (asked) => asked > 0);
      await look(page);
      await settled(page);
      await keeps(page, "A");
    }
    site.refuse = undefined;
    await site.stop();
    await visit(page, site.at());
    await keeps(page, "A");
    assert.equal(await page.evaluate(() => navigator.serviceWorker.controller?.state), "activated");
  }));

test("two copies of the site on one server, and one in a folder of the other, know nothing of each other", async () => {
  const root = join(folder, "root");
  for (const place of ["a", "b", "a/b"]) cpSync(builds.A, join(root, place), { recursive: true });
  await withSite(
    async ({ site, page, another }) => {
      const tabs = {};
      for (const place of ["a/", "a/b/", "b/"]) {
        tabs[place] = place === "a/" ? page : await another();
        await visit(tabs[place], site.at(place), { all: false });
        await kept(tabs[place], "A");
      }
      const scopes = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope).sort());
      assert.deepEqual(scopes, ["a/", "a/b/", "b/"].map(site.at).sort());
      await page.evaluate(() => caches.open("of another program"));
      // A new version of one of them.
      cpSync(builds.B, join(root, "a"), { recursive: true });
      await page.goto(site.at("a/"));
      await kept(page, "B");
      await page.reload();
      assert.equal(await buildOf(page), "B");
      await muchLater(page);
      await keeps(page, "B");
      for (const place of ["a/b/", "b/"]) await keeps(tabs[place], "A");
      // One of them is taken away; a page of it lies open.
      rmSync(join(root, "a/sw.js"));
      await page.reload();
      await until(
        () => tabs["b/"].evaluate(() => caches.keys()),
        (names) => names.length === 3 && !names.some((name) => name.includes(`${site.at("a/")} `)) && names.includes("of another program"),
      );
      await site.stop();
      for (const place of ["a/b/", "b/"]) {
        await visit(tabs[place], site.at(`${place}en/`));
        assert.equal(await buildOf(tabs[place]), "A");
      }
      await assert.rejects(page.goto(site.at("a/")));
    },
    { base: "/", served: { folder: root } },
  );
});

test("what is not of the site goes to the server as it is", () =>
  withSite(async ({ site, page }) => {
    await firstVisit(page, site);
    const before = site.asked.length;
    const answers = await page.evaluate(async () => {
      const part = await fetch("data/sections.csv", { headers: { range: "bytes=0-9" } });
      const head = await fetch("data/sections.csv", { method: "HEAD" });
      const missing = await fetch("data/none.csv");
      const kept = await fetch("data/sections.csv?from=elsewhere");
      return [part.status, (await part.blob()).size, head.status, missing.status, kept.status];
    });
    assert.deepEqual(answers, [206, 10, 200, 404, 200]);
    assert.deepEqual(site.asked.slice(before), ["data/sections.csv", "data/sections.csv", "data/none.csv"]);
    const answered = page.waitForResponse(site.at("none/"));
    // Chromium has a page of its own in place of an empty one.
    await page.goto(site.at("none/")).catch(() => {});
    const response = await answered;
    assert.equal(response.status(), 404);
    assert.equal(response.fromServiceWorker(), false);
  }));

test("the first visit asks for what the page needs before anything else", () =>
  withSite(async ({ site, page }) => {
    let release;
    const released = new Promise((go) => (release = go));
    // The first module takes its time.
    await page.route(/plan-explorer-\w+_bg\.wasm$/, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(site.at());
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
    assert.ok(!site.asked.includes("sw.js"), `${site.asked}`);
    const first = site.asked.length;
    release();
    await kept(page, "A");
    assert.ok(first <= 6, `${site.asked.slice(0, first)}`);
    assert.equal(site.asked.indexOf("sw.js"), site.asked.findIndex((path) => FIRST.test(path)) + 1);
  }));

// Waits until a page that has come to life would have registered a worker.
const idle = (page) => page.evaluate(() => new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle))));

const registrations = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

test("in a frame, and for readers who save data, nothing is kept", () =>
  withSite(async ({ site, page, another }) => {
    await page.goto(`${site.origin}/host.html`);
    await page.frameLocator("iframe").locator("html[data-state=ready]").waitFor({ state: "attached" });
    await idle(page.frames()[1]);
    assert.equal(await registrations(page), 0);
    const saving = await another();
    await saving.addInitScript(() => Object.defineProperty(navigator.connection, "saveData", { value: true }));
    await visit(saving, site.at());
    await idle(saving);
    assert.equal(await registrations(saving), 0);
    assert.ok(!site.asked.includes("sw.js"));
    await firstVisit(page, site);
  }));

// Where browsers have no workers, or refuse one.
const REFUSALS = {
  "on a server without encryption": { args: ["--host-resolver-rules=MAP plan.example 127.0.0.1"], host: "plan.example" },
  "in a sandbox": { headers: { "content-security-policy": "sandbox allow-scripts", "access-control-allow-origin": "*" } },
  "where the policy has no workers": { headers: { "content-security-policy": "worker-src 'none'" }, complaint: /worker-src/ },
};

for (const [where, { args = [], host, headers = {}, complaint }] of Object.entries(REFUSALS)) {
  test(`${where} the page is what it is without a worker`, async () => {
    const site = await serveAt("/a/b/", { headers });
    const own = await launch("chromium", { args });
    try {
      const page = await open(own, { serviceWorkers: "allow" });
      await page.goto(host ? site.at().replace("127.0.0.1", host) : site.at());
      await alive(page);
      await idle(page);
      assert.equal(await registrations(page).catch(() => 0), 0);
      await new ExplorerPage(page).showsProjects(82);
      assert.deepEqual(page.complaints.filter((found) => !complaint?.test(found)), []);
    } finally {
      await own.close();
      await site.close();
    }
  });
}

for (const [path, name, lang] of [["", "2021 年计划", "zh-CN"], ["en/", "Plan 2021", "en"]]) {
  test(`Chromium can install the page (${path || "zh"})`, async () => {
    // Under the strictest policy that lets it be installed.
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; manifest-src 'self'";
    const site = await serveAt("/a/b/", { headers: { "content-security-policy": policy } });
    const page = await openOwn(join(folder, `own-${lang}`));
    try {
      await firstVisit(page, site, path);
      const session = await page.context().newCDPSession(page);
      const { url, errors, data } = await session.send("Page.getAppManifest");
      assert.equal(url, site.at(`${path}manifest.webmanifest`));
      assert.deepEqual(errors, []);
      const manifest = JSON.parse(data);
      assert.equal(manifest.short_name, name);
      assert.equal(manifest.lang, lang);
      const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
      assert.deepEqual(installabilityErrors, []);
      // Each copy of the site is an app of its own.
      const { appId } = await session.send("Page.getAppId");
      assert.equal(appId, site.at(path));
      for (const { src, sizes } of manifest.icons) {
        const size = await page.evaluate(async (src) => {
          const { width, height } = await createImageBitmap(await (await fetch(src)).blob());
          return `${width}x${height}`;
        }, new URL(src, url).href);
        assert.equal(size, sizes);
      }
      const touch = await page.locator("link[rel=apple-touch-icon]").getAttribute("href");
      assert.ok(existsSync(join(dist, path, touch)), touch);
      assert.deepEqual(page.complaints, []);
    } finally {
      await page.context().close();
      await site.close();
    }
  });
}
