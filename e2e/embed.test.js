// The pages within pages of others: they fit, tell and are asked what docs/embed.en.md says, lead out of the frame, and nothing that the
// page around sends does more than that. Addresses of versions 1 and 2 mean what they meant.

import assert from "node:assert/strict";
import { BROWSERS, launch } from "./browser.js";
import { hosted } from "./frame.js";
import { hasCount } from "./page.js";
import { portalAround } from "./portal.js";
import { serveAt } from "./site.js";
import { after, before, describe, test } from "./testing.js";

// How pages of others learn the height: hosts/.
const HOSTS = ["own", "pym", "iframe-resizer", "iframe-resizer-5", "datawrapper", "amp"];

const WIDTHS = [320, 700, 1280];

// What frames show: whole pages, a page with something open or filtered, and one thing alone.
const SHOWN = [
  "",
  "projects.html",
  "indicators.html?item=pm25&v=3",
  "tasks.html",
  "topics.html",
  "data.html",
  "projects.html?q=%E9%AD%8F%E5%AF%A8&v=3",
  "data.html?about=%E5%A4%84&v=3",
  "projects.html?item=p08&alone=1&v=3",
  "index.html?item=promise&alone=1&v=3",
  "topics.html?item=levels&alone=1&v=3",
  "indicators.html?item=pm25&alone=1&v=3",
  "tasks.html?item=t022&alone=1&v=3",
  "data.html?item=f067&alone=1&v=3",
];

// What links of versions 1 and 2 in portals ask for, the page that has it, and an element that is in sight there.
const FORMER = [
  ["?embed=1", "?embed=1&v=3", ".tiles"],
  ["?embed=1&view=overview", "?embed=1&v=3", ".tiles"],
  ["?embed=1&view=projects", "projects.html?embed=1&v=3", "#item-p01"],
  ["?embed=1&view=indicators&item=pm25&v=2", "indicators.html?item=pm25&embed=1&v=3", "#item-gdp-growth"],
  ["?embed=1&view=tasks&theme=dark&v=2", "tasks.html?embed=1&theme=dark&v=3", "[data-test=task-area]"],
  ["?embed=1&view=findings&v=2", "data.html?embed=1&v=3", "#numbers"],
  ["?embed=1&view=projects&q=%E9%AD%8F%E5%AF%A8&v=2", "projects.html?q=%E9%AD%8F%E5%AF%A8&embed=1&v=3", "[data-test=project-row]"],
  ["?embed=1&unit=yuan", "data.html?measure=yuan&embed=1&v=3", "#figures"],
  ["?embed=1&item=p08&v=2", "projects.html?item=p08&embed=1&alone=1&v=3", "#project-detail"],
  ["?item=pm25&embed=1&plain=1", "indicators.html?item=pm25&embed=1&plain=1&alone=1&v=3", "#indicator-detail"],
  ["?embed=1&item=levels&v=2", "topics.html?item=levels&embed=1&alone=1&v=3", "#levels"],
  ["?embed=1&item=t022", "tasks.html?item=t022&embed=1&alone=1&v=3", "#item-t022"],
  ["?embed=1&view=projects&lang=en", "en/projects.html?embed=1&v=3", "#item-p01"],
  ["en/?embed=1&item=f067&v=2", "en/data.html?item=f067&embed=1&alone=1&v=3", "#item-f067"],
];

for (const name of BROWSERS) {
  describe(name, () => {
    let site;
    let portal;
    let browser;

    before(async () => {
      site = await serveAt("/a/b/");
      portal = await portalAround(site.at());
      browser = await launch(name);
    });

    after(async () => {
      await browser?.close();
      await portal?.close();
      await site?.close();
    });

    const within = (what, host, shown, options, body) =>
      test(what, async () => {
        const page = await hosted(browser, portal, host, shown, options);
        await body(page);
        await page.close();
      });

    for (const host of HOSTS) {
      within(`no state has a scroll bar of its own at any width: ${host}`, host, "projects.html", {}, async (page) => {
        const { explorer, frame } = page;
        await page.fitsAtAll(WIDTHS);
        await explorer.filter.fill("魏寨");
        await explorer.showsProjects(3);
        await page.fitsAtAll(WIDTHS);
        await explorer.projects.first().locator("a").first().click();
        await frame.locator(".detail.open").waitFor();
        await page.fitsAtAll(WIDTHS);
        await frame.locator("[data-test=detail-close]").click();
        await explorer.filter.fill("");
        await explorer.showsProjects(82);
        await page.fitsAtAll(WIDTHS);
      });
    }

    for (const shown of SHOWN) {
      within(`what is asked for fits at any width: ${shown || "the first page"}`, "own", shown, {}, async (page) => {
        await page.fitsAtAll(WIDTHS);
        if (shown === "tasks.html") {
          // What is folded is opened: the frame follows.
          await page.frame.locator(".tasks-page details:not([open]) summary").first().click();
          await page.fits();
        }
      });
    }

    for (const shown of ["", "topics.html", "projects.html", "projects.html?q=%E9%AD%8F%E5%AF%A8&v=3", ...SHOWN.filter((shown) => shown.includes("alone"))]) {
      for (const width of shown === "" ? [360, 700, 1280] : [700]) {
        within(`the first height that is told is the one that stays: ${shown || "the first page"}, ${width} px`, "fixed", shown, { width }, async (page) => {
          await page.explorer.laidOut();
          await page.page.waitForFunction(() => window.told.some((message) => message?.type === "plan-explorer-height"));
          await page.settled();
          const high = await page.frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
          assert.deepEqual(await page.heights(), [high]);
        });
      }
    }

    for (const [former, now, seen] of FORMER) {
      within(`a portal's link of an earlier version shows what it did: ${former}`, "former", former, {}, async (page) => {
        await page.shows(site.at(now));
        await page.frame.locator(seen).first().waitFor();
        const isAlone = now.includes("alone=1");
        await hasCount(page.frame.locator("html[data-alone]"), isAlone ? 1 : 0);
        // What was asked for without a view is alone: neither another row nor another chart is in sight.
        const others = page.frame.locator(".facets, .annex, #economy, #numbers, [data-test=project-row], [data-test=task-row]:not(.chosen)");
        if (isAlone) await hasCount(others.filter({ visible: true }), 0);
        await page.settled();
        assert.equal((await page.heights()).length, 1, "on the way there no height is told");
        // Chromium on Linux has nothing to share with, and says so.
        assert.deepEqual(page.page.complaints.filter((complaint) => !complaint.includes("'web-share'")), []);
      });
    }

    for (const host of HOSTS) {
      within(`a portal's link of an earlier version fits: ${host}`, host, "?view=projects&q=%E9%AD%8F%E5%AF%A8&v=2", {}, async (page) => {
        await page.explorer.showsProjects(3);
        await page.fitsAtAll([320, 1280]);
      });
    }

    for (const width of [360, 1280]) {
      within(`the categories of projects alone: ${width} px`, "own", "projects.html?item=facets&alone=1&v=3", { width }, async (page) => {
        await page.explorer.category("sector:roads").waitFor();
        await page.fits();
        const others = page.frame.locator(".filter, .results, .carry-over, .open-facets, .more-rows").filter({ visible: true });
        await hasCount(others, 0);
      });
    }

    for (const width of [360, 1280]) {
      for (const [shown, list, row, number] of [
        ["projects.html?q=%E9%AD%8F%E5%AF%A8&v=3", "#project-list", "[data-test=project-row]", 3],
        ["projects.html?place=weizhai-cun&v=3", "#project-list", "[data-test=project-row]", 3],
        ["?view=projects&q=%E9%AD%8F%E5%AF%A8&v=2", "#project-list", "[data-test=project-row]", 3],
        ["indicators.html?state=below&v=3", ".annex", "tr.indicator", 1],
        ["data.html?about=%E5%A4%84&v=3", "#figures", "[data-test=figure-row]", 2],
      ]) {
        within(`a filter in the address shows the filtered list at the top: ${shown}, ${width} px`, "own", shown, { width }, async (page) => {
          const { frame } = page;
          await page.fits();
          await hasCount(frame.locator(`${list} ${row}`), number);
          const top = (selector) => frame.locator(selector).first().evaluate((element) => element.getBoundingClientRect().top);
          const others = await frame
            .locator("main figure, main .open-facets, main .folded")
            .filter({ visible: true })
            .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().top));
          const begin = await top(list);
          for (const other of others) assert.ok(begin <= other, `${begin} ${other}`);
          assert.ok((await top(`${list} ${row}`)) < 600, "a frame of the usual height shows what was filtered");
        });
      }
    }

    for (const width of [360, 1280]) {
      within(`a filter that the reader sets leaves the list where it is: ${width} px`, "own", "projects.html", { width }, async (page) => {
        const { explorer, frame } = page;
        await page.fits();
        const field = () => explorer.filter.evaluate((field) => field.getBoundingClientRect().top);
        const before = await field();
        await explorer.filter.fill("魏寨");
        await explorer.showsProjects(3);
        await page.fits();
        assert.equal(await field(), before);
        await explorer.filter.fill("");
        await explorer.showsProjects(82);
        if (await explorer.openFacets.isVisible()) await explorer.openFacets.click();
        const bar = frame.locator('#facets [data-id="sector:coal"]');
        const high = () => bar.evaluate((bar) => bar.getBoundingClientRect().top);
        await bar.waitFor();
        await explorer.laidOut();
        const opened = await high();
        // Firefox, as it is driven here, does not scroll the page around to it.
        await bar.dispatchEvent("click");
        await frame.waitForFunction(() => document.querySelectorAll("[data-test=project-row]").length < 82);
        await page.fits();
        // The chart's heading says something else then, in a line more or less.
        const moved = (await high()) - opened;
        assert.ok(Math.abs(moved) < 60, `${moved} px`);
      });
    }

    test("hosts are told at once of a page that stays as it is, and wait five seconds at most for what the address asks for", async () => {
      // The app never comes.
      const slow = await serveAt("/a/b/", { answer: (path) => /^plan-explorer-.*\.wasm$/.test(path) });
      const around = await portalAround(slow.at());
      for (const [shown, waits] of [["tasks.html", 0], ["projects.html?item=p08&alone=1&v=3", 5000], ["projects.html?q=%E9%AD%8F%E5%AF%A8&v=3", 5000]]) {
        const page = await hosted(browser, around, "fixed", shown, { isAlive: false });
        await page.page.waitForFunction(() => window.told.some((message) => message?.type === "plan-explorer-height"));
        assert.equal(await page.frame.evaluate(() => document.documentElement.dataset.state), "starting");
        const waited = await page.page.evaluate(() => {
          const first = window.told.findIndex((message) => message?.type === "plan-explorer-height");
          return window.toldAt[first] - window.toldAt[window.told.indexOf("[iFrameResizerChild]Ready")];
        });
        // On a slow machine the host is heard later than the page begins to wait.
        assert.ok(waits ? waited > waits / 2 : waited < waits + 2500, `${shown}: ${waited} ms`);
        await page.close();
      }
      await around.close();
      await slow.close();
    });

    test("ten resizes of the page around are no storm of messages", async () => {
      const page = await hosted(browser, portal, "own", "projects.html");
      await page.fits();
      await page.page.evaluate(() => {
        window.heights = [];
        window.addEventListener("message", ({ data }) => {
          if (data?.type === "plan-explorer-height") window.heights.push(data.height);
        });
      });
      for (let turn = 0; turn < 10; turn += 1) {
        await page.page.setViewportSize({ width: turn % 2 ? 1280 : 500, height: 800 });
        await page.fits();
      }
      const heights = await page.page.evaluate(() => window.heights);
      assert.ok(heights.length >= 10 && heights.length <= 60, `${heights.length} messages`);
      heights.forEach((height, at) => assert.notEqual(height, heights[at - 1], "only a change is told"));
      // And then there is silence.
      await page.settled();
      assert.equal(await page.page.evaluate(() => window.heights.length), heights.length);
      await page.close();
    });

    within("the page around is told what is selected", "fixed", "projects.html", {}, async (page) => {
      await page.hears("ready", { source: "plan-explorer", lang: "zh-CN" });
      await page.explorer.projects.first().locator("a").first().click();
      await page.hears("project.select", { source: "plan-explorer", id: "p01" });
      await page.hears("state.change", { link: "projects.html?item=p01&v=3", query: "item=p01&v=3" });
      await page.frame.locator("[data-test=detail-close]").click();
      await page.hears("deselect", { source: "plan-explorer" });
      const heights = await page.told("plan-explorer-height");
      assert.ok(heights.length > 0 && heights.every(({ height }) => Number.isInteger(height) && height > 0));
    });

    within("the page around selects what is shown, and nothing else", "fixed", "projects.html", {}, async (page) => {
      const source = "plan-explorer-host";
      await page.send({ source, type: "select", id: "p08" });
      await page.hears("project.select", { id: "p08" });
      await page.frame.locator(".detail.open").waitFor();
      assert.equal(await page.page.evaluate(() => document.activeElement.tagName), "BODY", "the focus stays where the reader is");
      await page.send({ source, type: "select", id: "pm25" });
      await page.send({ source, type: "deselect" });
      await page.hears("deselect");
      await hasCount(page.frame.locator(".detail.open"), 0);
      assert.equal(page.page.context().pages().length, 1);
      assert.deepEqual(await page.told("indicator.select"), []);
    });

    within("the page around has its colours followed", "fixed", "projects.html?theme=dark", {}, async (page) => {
      const paper = () => page.frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const dark = await paper();
      await page.send({ source: "plan-explorer-host", type: "theme", theme: "light" });
      await page.frame.waitForFunction((dark) => getComputedStyle(document.body).backgroundColor !== dark, dark);
      await page.send({ source: "plan-explorer-host", type: "theme", theme: "dark" });
      await page.frame.waitForFunction((dark) => getComputedStyle(document.body).backgroundColor === dark, dark);
    });

    within("what is not shown opens on a page of its own", "fixed", "indicators.html?item=pm25&q=x&childId=x&theme=dark&v=3", {}, async (page) => {
      const { frame } = page;
      assert.equal(
        await page.opens(() => frame.locator(".embedded a").click()),
        site.at("indicators.html?item=pm25&q=x&v=3"),
      );
      const task = frame.locator(".detail.open a[data-item^=t]").first();
      const id = await task.getAttribute("data-item");
      assert.equal(await page.opens(() => task.click()), site.at(`tasks.html?item=${id}&v=3`));
      await page.hears("commitment.select", { id });
      assert.equal(await frame.evaluate(() => new URLSearchParams(location.search).get("item")), "pm25", "here nothing has changed");
    });

    within("links to other pages open outside, those of the page within", "fixed", "", {}, async (page) => {
      const { frame } = page;
      const tile = frame.locator("[data-test=tile] a[data-item]").first();
      const [id, href] = await tile.evaluate((link) => [link.dataset.item, link.getAttribute("href")]);
      assert.equal(await page.opens(() => tile.click()), site.at(href.split("#")[0]), id);
      const insight = frame.locator("[data-test=insight] a").first();
      const led = await insight.getAttribute("href");
      assert.equal(await page.opens(() => insight.click()), site.at(led));
      assert.equal(await frame.evaluate(() => location.pathname), "/a/b/");
      assert.equal(page.page.context().pages().length, 1);
    });

    within("a chart alone leads to what is chosen in it", "fixed", "index.html?item=promise&alone=1&v=3", {}, async (page) => {
      await page.explorer.laidOut();
      const address = await page.opens(() => page.frame.locator('#promise .chart [data-id="gdp-growth"] .hit').first().click());
      assert.equal(address, site.at("indicators.html?item=gdp-growth&v=3"));
      await page.hears("indicator.select", { id: "gdp-growth" });
    });

    within("1,000 random and hostile messages change nothing", "fixed", "projects.html", {}, async (page) => {
      await page.fits().catch(() => {});
      const state = () =>
        page.frame.evaluate(() => [location.href, document.documentElement.outerHTML, history.length, Object.keys(Object.prototype).length]);
      await page.hears("ready");
      const before = await state();
      await page.page.evaluate(sendHostile, 1000);
      // What is sent last, and answered, was preceded by all others.
      const answered = (await page.told("plan-explorer-height")).length;
      await page.send({ source: "plan-explorer-host", type: "height" });
      await page.page.waitForFunction(
        (answered) => window.told.filter((message) => message?.type === "plan-explorer-height").length > answered,
        answered,
      );
      assert.deepEqual(await state(), before);
      assert.equal(page.page.context().pages().length, 1);
      assert.deepEqual(page.page.complaints.filter((complaint) => complaint.startsWith("error")), []);
    });

    test("messages of other frames and windows count for nothing", async () => {
      const page = await hosted(browser, portal, "own", "projects.html");
      await page.fits();
      const high = () => page.page.evaluate(() => document.querySelector("iframe").style.height);
      const before = await high();
      await page.page.evaluate(
        () =>
          new Promise((done) => {
            const other = document.createElement("iframe");
            other.srcdoc = `<script>
              parent.postMessage({ type: "plan-explorer-height", height: 9999 }, "*");
              parent.postMessage({ source: "plan-explorer", type: "project.select", id: "p01" }, "*");
              parent.frames[0].postMessage({ source: "plan-explorer-host", type: "select", id: "p01" }, "*");
              parent.postMessage("sent", "*");
            <\/script>`;
            window.events = [];
            document.addEventListener("plan-explorer", (event) => window.events.push(event.detail));
            window.addEventListener("message", ({ data }) => data === "sent" && done());
            document.body.append(other);
          }),
      );
      await page.frame.evaluate(() => new Promise((done) => setTimeout(done)));
      assert.equal(await high(), before);
      assert.deepEqual(await page.page.evaluate(() => window.events), []);
      await hasCount(page.frame.locator(".detail.open"), 0);
      await page.close();
    });

    within("an element says what its frame shows, and hears what is selected in it", "own", "projects.html", {}, async ({ page, frame, explorer }) => {
      const element = page.locator("#frame");
      assert.deepEqual(
        await page.locator("iframe").evaluate(({ title, loading, src }) => [title, loading, src]),
        ["2020年完成，2021年计划 · 平顶山市卫东区", "lazy", site.at("projects.html?embed=1")],
      );
      await hasCount(element.locator("a"), 0, "what stood in its place is gone");
      await page.evaluate(() => {
        window.selected = [];
        document.querySelector("#frame").addEventListener("plan-explorer", (event) => window.selected.push(event.detail.id));
      });
      await explorer.projects.first().locator("a").first().click();
      await frame.locator(".detail.open").waitFor();
      await page.waitForFunction(() => window.selected.includes("p01"));
    });

    within("an element that names no page gets no frame", "own", "projects.html", {}, async ({ page }) => {
      for (const address of ["javascript:alert(1)", "data:text/html,x", "https://:", "ftp://a.cn/"]) {
        await page.evaluate((address) => {
          const element = document.createElement("div");
          element.setAttribute("data-plan-explorer", address);
          document.body.append(element);
          window.PlanExplorer.scan();
        }, address);
      }
      await hasCount(page.locator("iframe"), 1);
      const told = page.complaints.filter((complaint) => complaint.includes("data-plan-explorer is no address"));
      assert.equal(told.length, 4);
    });
  });
}

// Runs in the page around: sends the frame so many messages that are none of the documented forms, or come near them.
function sendHostile(count) {
  // The same each time: a linear congruential generator.
  let seed = 20261126;
  const random = (below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % below;
  };
  const pick = (all) => all[random(all.length)];
  const words = [
    "plan-explorer",
    "plan-explorer-host",
    "select",
    "deselect",
    "theme",
    "navigate",
    "navigateTo",
    "p08",
    "pm25",
    "javascript:alert(1)",
    "https://evil.example/",
    "<img src=x onerror=alert(1)>",
    "\u0000",
    "__proto__",
    "constructor",
    "dark;}",
    "'\"><script>",
    "x".repeat(100000),
  ];
  const frame = document.querySelector("iframe").contentWindow;
  const values = [
    () => pick(words),
    () => random(2 ** 31) - 2 ** 30,
    () => null,
    () => undefined,
    () => NaN,
    () => [],
    () => [pick(words), pick(words)],
    () => ({ toString: pick(words) }),
    () => new Date(0),
    () => new Map([[pick(words), 1]]),
    () => new ArrayBuffer(8),
    () => BigInt(random(1000)),
  ];
  const value = () => pick(values)();
  const kinds = [
    value,
    () => `[iFrameSizer]${pick(words)}`,
    () => `[iFrameSizer]inPageLink:${pick(words)}`,
    () => `[iFrameSizer]message:${JSON.stringify(pick(words))}`,
    () => `[iFrameSizer]${pick(words)}:${pick(words)}:${pick([...words, "true", "false"])}:0:0`,
    () => ["pym", "x", pick(["navigateTo", "width", "parentPositionInfo", "height"]), pick(words)].join("xPYMx"),
    () => ({ "datawrapper-height": { [pick(words)]: value() } }),
    () => ({ sentinel: "amp", type: pick(words), data: value() }),
    () => JSON.parse('{"__proto__": {"source": "plan-explorer-host", "type": "theme", "theme": "dark"}}'),
    // Near the documented forms: of the wrong source, with the wrong values, of the wrong types.
    () => ({ source: "plan-explorer", type: "select", id: "p08" }),
    () => ({ source: "plan-explorer-host", type: "select", id: pick(["pm25", "p999", "P08", " p08", "p08 ", "", "x".repeat(201)]) }),
    () => ({ source: "plan-explorer-host", type: "select", id: pick([null, 8, ["p08"], { id: "p08" }, undefined]) }),
    () => ({ source: "plan-explorer-host", type: "deselect", id: "p08" }),
    () => ({ source: "plan-explorer-host", type: "theme", theme: pick(["DARK", "dark ", "", "url(x)", null, ["dark"], 1]) }),
    () => ({ source: ["plan-explorer-host"], type: "theme", theme: "dark" }),
    () => ({ source: "plan-explorer-host", type: pick(words.filter((word) => !/^(deselect)$/.test(word))), url: pick(words) }),
  ];
  for (let sent = 0; sent < count; sent += 1) frame.postMessage(pick(kinds)(), "*");
}
