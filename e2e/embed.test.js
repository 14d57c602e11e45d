// The page within pages of others: it fits, tells and is asked what docs/embed.en.md says, leads out of the frame, and nothing that the
// page around sends does more than that.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { BROWSERS, launch } from "./browser.js";
import { hosted } from "./frame.js";
import { portalAround } from "./portal.js";
import { serveAt } from "./site.js";

// How pages of others learn the height: hosts/.
const HOSTS = ["own", "pym", "iframe-resizer", "iframe-resizer-5", "datawrapper", "amp"];

const WIDTHS = [320, 700, 1280];

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

    const within = (what, host, query, options, body) =>
      test(what, async () => {
        const page = await hosted(browser, portal, host, query, options);
        await body(page);
        await page.close();
      });

    for (const host of HOSTS) {
      within(`no state has a scroll bar of its own at any width: ${host}`, host, "view=projects", {}, async (page) => {
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

    for (const query of ["", "view=overview", "view=indicators&item=pm25", "view=tasks", "view=findings", "item=p08", "item=promise", "item=t022"]) {
      within(`what is asked for fits at any width: ?${query}`, "own", query, {}, async (page) => {
        await page.fitsAtAll(WIDTHS);
        if (query === "view=tasks") {
          // What is folded is opened: the frame follows.
          await page.frame.locator("#tasks details summary").first().click();
          await page.fits();
        }
      });
    }

    test("ten resizes of the page around are no storm of messages", async () => {
      const page = await hosted(browser, portal, "own", "view=projects");
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
      await page.page.evaluate(
        () => new Promise((done) => {
          let frames = 30;
          const next = () => (frames-- ? requestAnimationFrame(next) : done());
          next();
        }),
      );
      assert.equal(await page.page.evaluate(() => window.heights.length), heights.length);
      await page.close();
    });

    within("the page around is told what is selected", "fixed", "view=projects", {}, async (page) => {
      await page.hears("ready", { source: "plan-explorer", lang: "zh-CN" });
      await page.explorer.projects.first().locator("a").first().click();
      await page.hears("project.select", { source: "plan-explorer", id: "p01" });
      await page.hears("state.change", { query: "view=projects&item=p01&v=2" });
      await page.frame.locator("[data-test=detail-close]").click();
      await page.hears("deselect", { source: "plan-explorer" });
      const heights = await page.told("plan-explorer-height");
      assert.ok(heights.length > 0 && heights.every(({ height }) => Number.isInteger(height) && height > 0));
    });

    within("the page around selects what is shown, and nothing else", "fixed", "view=projects", {}, async (page) => {
      const source = "plan-explorer-host";
      await page.send({ source, type: "select", id: "p08" });
      await page.hears("project.select", { id: "p08" });
      await page.frame.locator(".detail.open").waitFor();
      assert.equal(await page.page.evaluate(() => document.activeElement.tagName), "BODY", "the focus stays where the reader is");
      await page.send({ source, type: "select", id: "pm25" });
      await page.send({ source, type: "deselect" });
      await page.hears("deselect");
      assert.equal(await page.frame.locator(".detail.open").count(), 0);
      assert.equal(page.page.context().pages().length, 1);
      assert.deepEqual(await page.told("indicator.select"), []);
    });

    within("the page around has its colours followed", "fixed", "view=projects&theme=dark", {}, async (page) => {
      const paper = () => page.frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const dark = await paper();
      await page.send({ source: "plan-explorer-host", type: "theme", theme: "light" });
      await page.frame.waitForFunction((dark) => getComputedStyle(document.body).backgroundColor !== dark, dark);
      await page.send({ source: "plan-explorer-host", type: "theme", theme: "dark" });
      await page.frame.waitForFunction((dark) => getComputedStyle(document.body).backgroundColor === dark, dark);
    });

    within("what is not shown opens on a page of its own", "fixed", "view=indicators&item=pm25&q=x&childId=x&theme=dark", {}, async (page) => {
      const { frame } = page;
      assert.equal(
        await page.opens(() => frame.locator(".embedded a").click()),
        site.at("?view=indicators&item=pm25&q=x&v=2"),
      );
      const task = frame.locator(".detail.open a[data-item^=t]").first();
      const id = await task.getAttribute("data-item");
      assert.equal(await page.opens(() => task.click()), site.at(`?item=${id}&q=x&v=2`));
      await page.hears("commitment.select", { id });
      assert.equal(await frame.evaluate(() => new URLSearchParams(location.search).get("item")), "pm25", "here nothing has changed");
    });

    within("a chart alone leads to what is chosen in it", "fixed", "item=promise", {}, async (page) => {
      await page.explorer.laidOut();
      const address = await page.opens(() => page.frame.locator('#promise .chart [data-id="gdp-growth"] .hit').first().click());
      assert.equal(address, site.at("?item=gdp-growth&v=2"));
      await page.hears("indicator.select", { id: "gdp-growth" });
    });

    within("1,000 random and hostile messages change nothing", "fixed", "view=projects", {}, async (page) => {
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
      const page = await hosted(browser, portal, "own", "view=projects");
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
      assert.equal(await page.frame.locator(".detail.open").count(), 0);
      await page.close();
    });

    within("an element says what its frame shows, and hears what is selected in it", "own", "view=projects", {}, async ({ page, frame, explorer }) => {
      const element = page.locator("#frame");
      assert.deepEqual(
        await page.locator("iframe").evaluate(({ title, loading, src }) => [title, loading, new URL(src).search]),
        ["2020年完成，2021年计划 · 平顶山市卫东区", "lazy", "?view=projects&embed=1"],
      );
      assert.equal(await element.locator("a").count(), 0, "what stood in its place is gone");
      await page.evaluate(() => {
        window.selected = [];
        document.querySelector("#frame").addEventListener("plan-explorer", (event) => window.selected.push(event.detail.id));
      });
      await explorer.projects.first().locator("a").first().click();
      await frame.locator(".detail.open").waitFor();
      await page.waitForFunction(() => window.selected.includes("p01"));
    });

    within("an element that names no page gets no frame", "own", "view=projects", {}, async ({ page }) => {
      for (const address of ["javascript:alert(1)", "data:text/html,x", "https://:", "ftp://a.cn/"]) {
        await page.evaluate((address) => {
          const element = document.createElement("div");
          element.setAttribute("data-plan-explorer", address);
          document.body.append(element);
          window.PlanExplorer.scan();
        }, address);
      }
      assert.equal(await page.locator("iframe").count(), 1);
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
