// The service worker: what it caches at the first visit and later, the site without a network, updates beside open pages, how the
// publisher turns it off; and that the page can be installed. The server is a real one that really goes away.

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alive, launch, open, openOwn, visit } from "./browser.js";
import { dist, serveAt } from "./site.js";
import { after, before, test } from "./testing.js";
import { addressOf, digest, listed, pagesOf, pathOf, paths, relist, variant } from "./variant.js";

const MODULE = /^plan-explorer-\w+_bg\.wasm$/;
// What filters until the app is there: pages load it, install does not cache it.
const BRIDGE = /^(plan-)?first[-_]/;

// The browser asks for the icon whenever it likes.
const isIcon = (path) => path.startsWith("icons/");

const LANGUAGES = [["", "zh-CN"], ["en/", "en"]];
const PAGES = ["", "projects.html", "indicators.html", "tasks.html", "topics.html", "data.html"];

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

// Runs `body` with a site and a page that may have a worker. `site.asked` has the paths that the server was asked for, `site.sent`
// those of the files that it sent (and not only said to be unchanged); `site.refuse`, where it is set, may answer first. As they
// are, all answers say `Cache-Control: no-store`; `isStoring` makes them those of a good server (see `store`).
async function withSite(body, { base = "/a/b/", served = {}, own = browser, isStoring = false, ...options } = {}) {
  const asked = [];
  const sent = [];
  let site;
  const answer = (path, response) => {
    asked.push(path);
    response.on("close", () => response.statusCode === 200 && response.req.method === "GET" && sent.push(path));
    return site.refuse?.(path, response) || (isStoring && store(path, response));
  };
  site = await serveAt(base, { ...served, answer });
  Object.assign(site, { asked, sent });
  const page = await open(own, { serviceWorkers: "allow", ...options });
  try {
    await body({ site, page, another: () => followed(page.context()) });
  } finally {
    await page.context().close();
    await site.close();
  }
}

// Lets the browser store what is named after its content, and ask whether the rest has changed.
function store(path, response) {
  const isNamed = namedAfterContent([`http://site/${path}`]).length > 0;
  const file = join(dist, pathOf(path));
  if (!existsSync(file)) return false;
  const tag = `"${createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 16)}"`;
  response.setHeader("etag", tag);
  response.setHeader("cache-control", isNamed ? "public, max-age=31536000, immutable" : "no-cache");
  if (response.req.headers["if-none-match"] !== tag) return false;
  response.writeHead(304).end();
  return true;
}

// Another tab of the same browser.
async function followed(context) {
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (message) => page.complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => page.complaints.push(`error: ${error.message}`));
  return page;
}

// Waits until the browser has had nothing to do. A tab that is not in front may never be told that it is idle.
const idle = (page) =>
  page.evaluate(() => new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle, { timeout: 5000 }), { timeout: 5000 })));

// The build that the page is of.
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
        // To open one that was just deleted would bring it back.
        const since = registration && (await caches.match(`${registration.scope}?since`, { cacheName: name }));
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
        if (!(await caches.match(`${scope}?left`, { cacheName: name }))) continue;
        await (await caches.open(name)).put(`${scope}?left`, new Response(Date.now() - 3_600_001));
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

// A first visit, after which the core of the page's language is cached.
async function firstVisit(page, site, path = "") {
  await visit(page, site.at(path));
  await kept(page, "A");
}

// The addresses of the files, without icons, that the build has in its cache.
async function cached(page, build) {
  const { version } = listed(builds[build]);
  return page.evaluate(async (version) => {
    const { scope } = await navigator.serviceWorker.getRegistration();
    const keys = await (await caches.open(`plan-explorer ${scope} ${version}`)).keys();
    return keys.map(({ url }) => url.slice(scope.length)).filter((address) => !/^(\?|icons\/)/.test(address)).sort();
  }, version);
}

// Waits until the build has cached all of these files.
const holds = (page, build, addresses) =>
  until(() => cached(page, build), (found) => addresses.every((address) => found.includes(address)));

// A file as browsers decode it: they drop the byte order mark.
const withoutMark = (path) => readFileSync(join(dist, path)).subarray(3);

const coreOf = (build, folder) => listed(builds[build]).core.get(folder);

// What the worker asks for to have the core of a language: of the pages only the first, and the file of the others.
function askedForCore(build, folder) {
  const { core, pages } = listed(builds[build]);
  const isOther = (address) => address !== folder && /\.html$/.test(address);
  return [...core.get(folder).filter((address) => !isOther(address)), pages.get(folder)];
}

// The files that have the pages of a language.
const isPages = (path) => /^pages-\w+-[0-9a-f]{16}\.json$/.test(path);
const refused = (response) => {
  response.writeHead(404).end();
  return true;
};

// Fetches the files as a page may at any time, and returns their contents.
const load = (page, addresses) =>
  page.evaluate(async (addresses) => {
    const root = document.documentElement.lang === "en" ? "../" : "";
    return Promise.all(addresses.map(async (address) => (await fetch(new URL(root + address, location.href))).text()));
  }, addresses);

// The files of the app, which every page of the build may load at any time.
const appOf = (build) => coreOf(build, "").filter((address) => namedAfterContent([`http://site/${address}`]).length > 0);

// Waits until exactly so many projects are shown.
const showsProjects = (page, number) =>
  page.waitForFunction((number) => document.querySelectorAll("[data-test=project-row]:not([hidden])").length === number, number);

const filter = (page, text) => page.locator("[data-test=project-filter]").fill(text);

const langOf = (page) => page.evaluate(() => document.documentElement.lang);

// What a page complains of while there is no network, but for what it does without: the icon, and the bridge, without which it waits
// for the app. The console does not say which file it means.
const complaintsOf = (page) =>
  page.complaints.filter((complaint) => !/^error: Failed to load resource|\/icons\/|\/(plan-)?first/.test(complaint));

const namedAfterContent = (requests) => requests.map((address) => new URL(address).pathname.split("/").pop()).filter((name) => /-[0-9a-f]{16}/.test(name));

// Everything that a page of a build asked for by a name of content is of that build.
function isOf(build, requests) {
  const { files } = listed(builds[build]);
  assert.deepEqual(namedAfterContent(requests).filter((name) => !files.has(name)), []);
}

test("the worker lists every file of use offline with its digest, and the core of each language", () => {
  const { files, core, version } = listed(dist);
  const isLeftOut = (path) => /^(sw\.js|embed\.js|og\/.*|(en\/)?indicator\/.*|pages-\w+-\w+\.json|server\/.*|[._].*|.*\.(br|gz))$/.test(path);
  const expected = paths(dist).filter((path) => !isLeftOut(path)).map(addressOf);
  assert.deepEqual([...files.keys()].sort(), expected.sort());
  for (const [address, expected] of files) {
    const path = pathOf(address);
    assert.equal(digest(readFileSync(join(dist, path))), expected, path);
  }
  const app = (word) => ["plan-explorer-#.js", "plan-explorer-#_bg.wasm", `dataset-${word}-#.txt`, "later-#.css"];
  assert.deepEqual([...core.keys()], LANGUAGES.map(([folder]) => folder));
  for (const [folder, addresses] of core) {
    const pages = [...PAGES, "manifest.webmanifest"].map((name) => folder + name).sort();
    assert.deepEqual(addresses.map((address) => address.replace(/-[0-9a-f]{16}/, "-#")), [...pages, ...app(folder === "" ? "zh" : "en")], folder);
    for (const address of addresses) assert.ok(files.has(address), address);
  }
  assert.deepEqual(pagesOf(dist).map(addressOf).sort(), LANGUAGES.flatMap(([folder]) => [...PAGES, "own.html"].map((name) => folder + name)).sort());
  // The tests write lists as the build does.
  const copy = join(folder, "copy");
  cpSync(dist, copy, { recursive: true });
  relist(copy);
  assert.equal(listed(copy).version, version);
});

for (const isStoring of [true, false]) {
  for (const [path, folder, other] of [["", "", "en/"], ["projects.html?q=weizhai", "", "en/"], ["en/projects.html", "en/", ""]]) {
    const server = isStoring ? "that lets browsers store" : "with no-store";
    test(`the first visit (/${path}) caches the core of its language and loads nothing twice from a server ${server}`, () =>
      withSite(
        async ({ site, page }) => {
          await firstVisit(page, site, path);
          assert.deepEqual(await cached(page, "A"), [...coreOf("A", folder)].sort());
          assert.equal((await page.evaluate(() => caches.keys())).length, 1, "what was handed over is deleted");
          const opened = path.split("?", 1)[0];
          const isExpected = (path) => path === opened || askedForCore("A", folder).includes(path) || path === "sw.js" || BRIDGE.test(path) || isIcon(path);
          assert.deepEqual(site.asked.filter((path) => !isExpected(path)), [], `nothing of ${other || "zh"}, no data`);
          const again = site.sent.filter((path, index) => path !== "sw.js" && !isIcon(path) && site.sent.indexOf(path) !== index);
          // Only the browser has the bytes of the page, and of what its elements load: the script of the module, and styles.
          const isTheBrowsers = (path) => /\.(html|js|css)$/.test(pathOf(path));
          assert.deepEqual(isStoring ? again : again.filter((path) => !isTheBrowsers(path)), []);
          assert.ok(again.length <= 3, `${again}`);
          assert.deepEqual(page.complaints, []);
        },
        { isStoring },
      ));
  }
}

test("what a page hands over is checked like everything else", () =>
  withSite(async ({ site, page }) => {
    await page.addInitScript(() => {
      const put = Cache.prototype.put;
      window.handedOver = 0;
      Cache.prototype.put = function (key, response) {
        window.handedOver += 1;
        return put.call(this, key, new Response("damaged", { headers: response.headers }));
      };
    });
    await firstVisit(page, site);
    assert.ok((await page.evaluate(() => window.handedOver)) >= 2, "the module and the dataset");
    for (const [index, text] of (await load(page, appOf("A"))).entries()) assert.notEqual(text, "damaged", appOf("A")[index]);
    await site.stop();
    await visit(page, site.at("projects.html"));
    await showsProjects(page, 82);
  }));

for (const [folder, lang] of LANGUAGES) {
  test(`after one visit every page works without a network (${lang})`, () =>
    withSite(async ({ site, page, another }) => {
      await firstVisit(page, site, folder);
      await site.stop();
      // From page to page, and each anew.
      for (const name of [...PAGES.slice(1), PAGES[0]]) {
        await page.locator(`.nav nav a[href="${name || "index.html"}"]`).click();
        await page.waitForURL((url) => addressOf(url.pathname) === new URL(site.at(folder + name)).pathname);
        await alive(page);
        const response = await page.reload();
        assert.ok(response.fromServiceWorker(), name);
        assert.equal(await response.text(), readFileSync(join(dist, pathOf(folder + name)), "utf8"), name);
        await alive(page);
        assert.equal(await langOf(page), lang);
      }
      await page.goto(site.at(`${folder}projects.html`));
      await alive(page);
      await filter(page, "weizhai");
      await showsProjects(page, 3);
      const addresses = [["projects.html?q=%E9%AD%8F%E5%AF%A8", 3], ["projects.html?q=qqq", 0], ["projects.html?embed=1", 82], ["index.html", 0], ["index.html?embed=1", 0]];
      for (const [path, number] of addresses) {
        const tab = await another();
        await visit(tab, site.at(folder + path));
        await showsProjects(tab, number);
        assert.equal(await langOf(tab), lang, path);
        await tab.close();
      }
      if (folder) {
        const tab = await another();
        await visit(tab, site.at("en?plain=1"));
        const { pathname, searchParams } = new URL(tab.url());
        assert.deepEqual([pathname, searchParams.get("plain")], ["/a/b/en/", "1"], "the folder leads to its page");
      }
      assert.deepEqual(complaintsOf(page), []);
    }));
}

test("pages of the other language work without a network once one of them was opened with one", () =>
  withSite(async ({ site, page, another }) => {
    await firstVisit(page, site, "projects.html");
    await site.stop();
    const tab = await another();
    for (const name of PAGES) await assert.rejects(tab.goto(site.at(`en/${name}`)), name);
    await tab.close();
    await site.start();
    const before = site.asked.length;
    await page.locator("a[hreflang=en]").first().click();
    await page.waitForURL((url) => url.pathname === new URL(site.at("en/projects.html")).pathname);
    await alive(page);
    await holds(page, "A", coreOf("A", "en/"));
    const asked = site.asked.slice(before).filter((path) => path !== "sw.js" && !BRIDGE.test(path));
    const missing = ["en/projects.html", ...askedForCore("A", "en/").filter((address) => !coreOf("A", "").includes(address))];
    assert.deepEqual(asked.filter((path) => !isIcon(path)).sort(), missing.sort(), "each once, and nothing of the app");
    await site.stop();
    for (const [folder, lang] of LANGUAGES) {
      for (const name of PAGES) {
        await visit(page, site.at(folder + name));
        assert.equal(await langOf(page), lang);
      }
    }
    await visit(page, site.at("projects.html?lang=en"));
    assert.equal(await langOf(page), "en");
    await showsProjects(page, 82);
    assert.deepEqual(complaintsOf(page), []);
  }));

for (const [who, what] of [["the page", /^dataset-en-/], ["the worker", /^en\/manifest/]]) {
  test(`what ${who} is loading is not loaded a second time beside it`, () =>
    withSite(async ({ site, page }) => {
      await firstVisit(page, site, "projects.html");
      let held;
      const asked = new Promise((known) => {
        site.refuse = (path, response) => {
          if (held || !what.test(path)) return false;
          held = { path, response };
          known();
          return true;
        };
      });
      const before = site.asked.length;
      await page.goto(site.at("en/projects.html"), { waitUntil: "commit" });
      await asked;
      const rest = coreOf("A", "en/").filter((address) => address !== held.path);
      const other = load(page, [held.path]);
      await holds(page, "A", rest);
      const file = readFileSync(join(dist, pathOf(held.path)));
      held.response.end(file);
      assert.deepEqual(await other, [`${file}`]);
      await alive(page);
      await holds(page, "A", coreOf("A", "en/"));
      assert.equal(site.asked.slice(before).filter((path) => path === held.path).length, 1, held.path);
    }));
}

test("what was sent of an indicator leads to it without a network", () =>
  withSite(async ({ site, page, another }) => {
    await firstVisit(page, site, "indicators.html");
    await site.stop();
    const tab = await another();
    await tab.goto(site.at("indicator/pm25.html"));
    assert.equal(tab.url(), site.at("indicators.html?item=pm25&v=3"));
    await tab.locator("#indicator-detail h2", { hasText: "PM2.5" }).waitFor();
    await tab.close();
  }));

test("the files of the data are there without a network once they were loaded", () =>
  withSite(async ({ site, page, another }) => {
    await firstVisit(page, site, "data.html");
    const table = readFileSync(join(dist, "data/figures-zh.csv"));
    const download = async () => {
      const saved = page.waitForEvent("download");
      await page.locator('a[href="data/figures-zh.csv"]').first().evaluate((link) => link.click());
      return readFileSync(await (await saved).path());
    };
    const open = async () => {
      const tab = await another();
      const text = await (await tab.goto(site.at("data/datapackage.json"))).text();
      await tab.close();
      return text;
    };
    assert.ok((await download()).equals(table));
    const text = readFileSync(join(dist, "data/datapackage.json"), "utf8");
    assert.equal(await open(), text);
    await holds(page, "A", ["data/figures-zh.csv", "data/datapackage.json"]);
    await site.stop();
    assert.ok((await download()).equals(table));
    assert.equal(await open(), text);
    for (const path of ["data/sections.csv", "elsewhere"]) {
      const tab = await another();
      await assert.rejects(tab.goto(site.at(path)), path);
      await tab.close();
    }
  }));

test("what the server has of another version is passed on and not cached", () =>
  withSite(async ({ site, page, another }) => {
    await firstVisit(page, site);
    site.use(builds.B);
    // The update itself does not come.
    site.refuse = (path, response) => path === "sw.js" && Boolean(response.writeHead(500).end());
    const [sections, figures] = await load(page, ["data/sections.csv", "data/figures.csv"]);
    assert.match(sections, /# B/);
    assert.ok(Buffer.from(figures).equals(withoutMark("data/figures.csv")));
    const tab = await another();
    await visit(tab, site.at("en/"));
    assert.equal(await buildOf(tab), "B");
    await holds(page, "A", ["data/figures.csv"]);
    await idle(tab);
    const added = (await cached(page, "A")).filter((address) => !coreOf("A", "").includes(address));
    assert.deepEqual(added, ["data/figures.csv"]);
    // A file that is nowhere any more is missing, and nothing stands in for it.
    assert.deepEqual(await page.evaluate(async () => {
      const { status } = await fetch("plan-explorer-0123456789abcdef.js");
      return status;
    }), 404);
    site.refuse = undefined;
    await page.reload();
    await kept(page, "B");
    await keeps(page, "A", "B");
  }));

test("a new version has the languages that the one before had", () =>
  withSite(async ({ site, page, another }) => {
    await firstVisit(page, site);
    const tab = await another();
    await update(tab, site, "B");
    assert.deepEqual(await cached(tab, "B"), [...coreOf("B", "")].sort());
    await visit(tab, site.at("en/tasks.html"));
    assert.equal(await buildOf(tab), "B");
    await holds(tab, "B", coreOf("B", "en/"));
    // No page in English is open any more.
    await tab.goto(site.at());
    await update(tab, site, "C");
    await holds(tab, "C", [...coreOf("C", ""), ...coreOf("C", "en/")]);
    await site.stop();
    await visit(tab, site.at("en/projects.html"));
    assert.equal(await buildOf(tab), "C");
    await showsProjects(tab, 82);
  }));

test("an open page goes on with its version, the next visit is of the new one", () =>
  withSite(async ({ site, page, another }) => {
    await firstVisit(page, site, "projects.html");
    const sections = async (page) => (await load(page, ["data/sections.csv"]))[0];
    assert.doesNotMatch(await sections(page), /# B/);
    await holds(page, "A", ["data/sections.csv"]);
    const tab = await another();
    await update(tab, site, "B");
    assert.equal(await buildOf(tab), "A", "what is cached answers at once");
    await keeps(tab, "A", "B");
    await tab.reload();
    assert.equal(await buildOf(tab), "B");
    await alive(tab);
    assert.equal(await buildOf(page), "A");
    // The server has the files of this page no more.
    const before = site.asked.length;
    await filter(page, "魏寨");
    await showsProjects(page, 3);
    for (const [index, text] of (await load(page, appOf("A"))).entries()) {
      assert.equal(text, readFileSync(join(dist, appOf("A")[index]), "utf8"), appOf("A")[index]);
    }
    isOf("A", page.requests);
    assert.deepEqual(namedAfterContent(site.asked.slice(before).map(site.at)), []);
    // What keeps its name is of the page's version, too.
    assert.doesNotMatch(await sections(page), /# B/);
    assert.match(await sections(tab), /# B/);
    assert.doesNotMatch(await sections(page), /# B/);
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
    assert.ok(namedAfterContent(requests).length >= 4, `${requests}`);
    requests.length = 0;
    const before = site.asked.length;
    await tab.goto(site.at("tasks.html"));
    await alive(tab);
    assert.equal(await buildOf(tab), "B");
    isOf("B", requests);
    // All of it is there already.
    await until(() => site.asked.slice(before), (asked) => asked.includes("sw.js"));
    assert.deepEqual(site.asked.slice(before).filter((path) => path !== "sw.js" && !isIcon(path)), []);
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
      await load(tab, appOf(build));
      assert.equal(await buildOf(tab), build);
      assert.deepEqual(namedAfterContent(requests).sort(), [...appOf(build)].sort());
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
    assert.deepEqual(site.asked.slice(before).filter((path) => path !== "sw.js" && !isIcon(path)), [], "it was still there");
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
        await load(page, appOf("A"));
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
    const changed = coreOf("B", "").filter((address) => listed(dist).files.get(address) !== files.get(address));
    assert.equal(changed.length, PAGES.length + appOf("B").length, `${changed}`);
    for (const cut of [...changed, listed(builds.B).pages.get("")]) {
      let cuts = 0;
      site.refuse = (path, response) => {
        // Each page is asked for by itself where there is no file of them.
        if (path !== cut) return isPages(path) || (isPages(cut) && path === "data.html") ? refused(response) : false;
        cuts += 1;
        const content = readFileSync(join(builds.B, pathOf(path)));
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
      (response) => response.writeHead(200, { "content-type": "text/plain" }).end("no such page"),
      (response) => response.writeHead(404).end(),
      (response) => response.writeHead(200, { "content-type": "text/html" }).end(readFileSync(join(dist, "tasks.html"))),
      (response) => response.writeHead(302, { location: "index.html" }).end(),
    ];
    for (const respond of answers) {
      let asked = 0;
      site.refuse = (path, response) => {
        if (isPages(path)) return refused(response);
        if (path !== "tasks.html") return false;
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

test("pages that the file of pages does not have as they are come by themselves", () =>
  withSite(async ({ site, page }) => {
    const pages = JSON.parse(readFileSync(join(dist, listed(dist).pages.get("")), "utf8"));
    const other = { ...pages, "tasks.html": ["<!doctype html>", ...pages["tasks.html"]], "none.html": [""] };
    delete other["data.html"];
    site.refuse = (path, response) => {
      if (!isPages(path)) return false;
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(other));
      return true;
    };
    await firstVisit(page, site);
    assert.deepEqual(await cached(page, "A"), [...coreOf("A", "")].sort());
    assert.deepEqual(site.asked.filter((path) => /\.html$/.test(path)).sort(), ["data.html", "tasks.html"]);
    for (const [index, name] of PAGES.entries()) {
      const [text] = await load(page, [name]);
      assert.equal(text, readFileSync(join(dist, pathOf(name)), "utf8"), `${index}`);
    }
    assert.deepEqual(page.complaints, []);
  }));

test("a first install that fails leaves nothing, and the next visit makes up for it", () =>
  withSite(async ({ site, page }) => {
    let asked = 0;
    site.refuse = (path, response) => {
      if (isPages(path)) return refused(response);
      if (path !== "tasks.html") return false;
      asked += 1;
      response.writeHead(200, { "content-type": "text/html" }).end("Sign in");
      return true;
    };
    await visit(page, site.at());
    await until(() => asked, (asked) => asked > 0);
    await until(() => page.evaluate(() => caches.keys()), (names) => names.length === 0);
    await idle(page);
    assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
    assert.deepEqual(page.complaints, []);
    site.refuse = undefined;
    await firstVisit(page, site);
  }));

test("a file that is named after its content and was kept damaged by the browser comes anew", () =>
  withSite(
    async ({ site, page, another }) => {
      await firstVisit(page, site);
      const module = [...listed(builds.B).files.keys()].find((address) => MODULE.test(address));
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
      await visit(old, site.at("en/"));
      // With it the publisher has put another version there.
      site.use(builds.B);
      site.refuse = (path, response) => {
        if (path !== "sw.js") return false;
        response.writeHead(status).end();
        return true;
      };
      await page.goto(site.at("projects.html?q=weizhai"));
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
      await showsProjects(page, 3);
      // From then on it is as if there had never been one.
      const before = site.asked.length;
      const tab = await another();
      await visit(tab, site.at());
      assert.equal(await buildOf(tab), "B");
      assert.ok(site.asked.slice(before).includes(""), "the page comes from the server");
      await idle(tab);
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
        await visit(tabs[place], site.at(place));
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
        await visit(tabs[place], site.at(`${place}projects.html`));
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
      const first = await fetch("data/sections.csv?from=elsewhere");
      return [part.status, (await part.blob()).size, head.status, missing.status, first.status];
    });
    assert.deepEqual(answers, [206, 10, 200, 404, 200]);
    assert.deepEqual(site.asked.slice(before), ["data/sections.csv", "data/sections.csv", "data/none.csv", "data/sections.csv"]);
    await holds(page, "A", ["data/sections.csv"]);
    const [again] = await load(page, ["data/sections.csv?from=here"]);
    assert.ok(Buffer.from(again).equals(withoutMark("data/sections.csv")));
    assert.equal(site.asked.length, before + 4);
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
    // The module takes its time.
    await page.route(/plan-explorer-\w+_bg\.wasm$/, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(site.at());
    await idle(page);
    await page.mouse.move(1, 1);
    await idle(page);
    const before = [...site.asked];
    release();
    const isOfPage = (path) => path === "" || isIcon(path) || appOf("A").includes(path);
    assert.deepEqual(before.filter((path) => !isOfPage(path)), []);
    await kept(page, "A");
    const [worker, module] = [site.asked.indexOf("sw.js"), site.asked.findIndex((path) => MODULE.test(path))];
    assert.ok(module < worker, `${site.asked}`);
    assert.ok(worker < site.asked.findIndex(isPages), `${site.asked}`);
  }));

// Waits until a page that has come to life would have registered a worker.

const registrations = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

test("in a frame, and for readers who save data, nothing is kept", () =>
  withSite(async ({ site, page, another }) => {
    await page.goto(`${site.origin}/host.html`);
    await page.frameLocator("iframe").locator("html[data-state=ready]").waitFor({ state: "attached" });
    await idle(page.frames()[1]);
    assert.equal(await registrations(page), 0);
    const saving = await another();
    await saving.addInitScript(() => Object.defineProperty(navigator.connection, "saveData", { value: true }));
    await saving.goto(site.at());
    // The app, too, comes only when it is wanted.
    await saving.mouse.click(1, 1);
    await alive(saving);
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
      const address = site.at("projects.html");
      await page.goto(host ? address.replace("127.0.0.1", host) : address);
      await alive(page);
      await idle(page);
      assert.equal(await registrations(page).catch(() => 0), 0);
      await showsProjects(page, 82);
      assert.deepEqual(page.complaints.filter((found) => !complaint?.test(found)), []);
    } finally {
      await own.close();
      await site.close();
    }
  });
}

for (const [path, name, lang] of [["", "2021年计划", "zh-CN"], ["en/", "Plan 2021", "en"]]) {
  test(`Chromium can install the page (${path || "zh"})`, async () => {
    // Under the strictest policy that lets it be installed: of what the page itself says, with what it has inline.
    const [, scripts, styles] = /(script-src [^;]*); (style-src [^;]*);/.exec(readFileSync(join(dist, pathOf(path)), "utf8"));
    const policy = `default-src 'none'; ${scripts}; ${styles}; img-src 'self' blob:; connect-src 'self'; manifest-src 'self'`;
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
