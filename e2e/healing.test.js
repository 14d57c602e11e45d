// An app that panics is followed by a fresh one, which goes on from the address and from what stands on the page: twice a minute.
// Then the page says so, and leads out of it.

import assert from "node:assert/strict";
import { BROWSERS, alive, launch, open, visit } from "./browser.js";
import { PAGES } from "./foreign.js";
import { ExplorerPage, hasCount } from "./page.js";
import { serveAt } from "./site.js";
import { after, before, test } from "./testing.js";

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

// What the browser says of a panic, which nobody can catch.
const PANIC = /^error: (.*unreachable|panicked at |.*RuntimeError|failed to (append|insert) )/;

// A second is promised; tests share their machine with others.
const WITHIN = 2000;

function noteTimes() {
  window.apps = [];
  document.addEventListener("plan-ready", () => window.apps.push(performance.now()));
  // A module whose only function is `unreachable`, which is what a panic comes to.
  window.panic = () => {
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 97, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
    window.panicked = performance.now();
    setTimeout(exports.a);
  };
  // The browser refuses what Yew relies on, once: it panics.
  window.refuse = () => {
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = () => {
      Node.prototype.insertBefore = insertBefore;
      window.panicked = performance.now();
      throw new DOMException("refused by the test");
    };
  };
}

async function withPage({ address, browser = "chromium", options = {} }, body) {
  const page = await open(browsers[browser], options);
  await page.addInitScript(noteTimes);
  await visit(page, site.at(address));
  const explorer = new ExplorerPage(page);
  await explorer.laidOut();
  await body({ page, explorer });
  assert.deepEqual(page.complaints.filter((complaint) => !PANIC.test(complaint)), []);
  await page.context().close();
}

// Waits until the app with that number runs, and says how many milliseconds after the panic.
async function isFollowed(page, number) {
  await page.waitForFunction((number) => window.apps.length >= number, number);
  await alive(page);
  const after = await page.evaluate((number) => window.apps[number - 1] - window.panicked, number);
  assert.ok(after < WITHIN, `a fresh app after ${after} ms`);
  await page.locator(".crashed").waitFor({ state: "hidden" });
  await hasCount(page.locator("#app"), 1);
}

const panic = (page) => page.evaluate(() => window.panic());

const answers = async (page, explorer) => {
  // The search is on every page.
  await explorer.search.fill("pm2.5");
  await explorer.options.first().waitFor();
  await explorer.search.fill("");
};

// What makes Yew put something into each page.
const ACTS = {
  "index.html": (page) => page.locator("#promise .chart [data-id=fdi] .name").hover(),
  "projects.html": (page, explorer) => explorer.filter.fill("qqq"),
  "indicators.html": (page) => page.locator("[data-test=as-chart]").click(),
  "tasks.html": (page, explorer) => explorer.search.fill("pm2.5"),
  "topics.html": (page) => page.locator("#funding .chart [data-id=f061]").hover(),
  "data.html": (page) => page.locator("#figure-filter").fill("增长"),
};

for (const browser of BROWSERS) {
  for (const file of PAGES) {
    test(`a panic on ${file} is followed by a fresh app (${browser})`, async () => {
      await withPage({ address: file, browser }, async ({ page, explorer }) => {
        await page.evaluate(() => window.refuse());
        await ACTS[file](page, explorer);
        await isFollowed(page, 2);
        await answers(page, explorer);
        await page.locator('.nav nav a[href="data.html"]').click();
        await page.locator("[data-test=figure-row]").first().waitFor();
        assert.equal(await page.evaluate(() => window.apps.length), 2, "one panic is one panic");
      });
    });
  }
}

for (const [lang, options] of [["", {}], ["en/", PHONE]]) {
  test(`what is typed, chosen and listed is there after a panic: ${lang}projects.html`, async () => {
    await withPage({ address: `${lang}projects.html`, options }, async ({ page, explorer }) => {
      await page.locator("#order").selectOption("name");
      await explorer.filter.pressSequentially("魏村");
      await page.keyboard.press("ArrowLeft");
      // At once: the address is yet to be written.
      await panic(page);
      await isFollowed(page, 2);
      await page.keyboard.type("寨");
      assert.equal(await explorer.filter.inputValue(), "魏寨村");
      await explorer.showsProjects(2);
      assert.equal(await page.locator("#order").inputValue(), "name");
      await explorer.addressSays("?q=%E9%AD%8F%E5%AF%A8%E6%9D%91&order=name&v=3");
    });
  });
}

test("what the panic itself was about is shown by the fresh app: a text that leaves nothing", async () => {
  await withPage({ address: "projects.html" }, async ({ page, explorer }) => {
    await page.evaluate(() => window.refuse());
    await explorer.filter.fill("qqq");
    await isFollowed(page, 2);
    await explorer.showsProjects(0);
    assert.equal(await explorer.filter.inputValue(), "qqq");
    await page.locator(".nothing").getByText("qqq").waitFor();
  });
});

for (const options of [{}, PHONE]) {
  for (const [file, row, detail] of [
    ["projects.html", "[data-test=project-row] a", "#project-detail"],
    ["indicators.html", "[data-test=indicator-row] a", "#indicator-detail"],
  ]) {
    test(`an open detail is there after a panic: ${file} (${options.width ?? 1280} px)`, async () => {
      await withPage({ address: file, options }, async ({ page, explorer }) => {
        await page.locator(row).nth(2).click();
        await page.locator(`${detail}.open h2`).waitFor();
        const heading = await page.locator(`${detail} h2`).first().textContent();
        const { href, entries } = await page.evaluate(() => ({ href: location.href, entries: history.length }));
        await panic(page);
        await isFollowed(page, 2);
        assert.equal(await page.locator(`${detail}.open h2`).first().textContent(), heading);
        assert.deepEqual(await page.evaluate(() => ({ href: location.href, entries: history.length })), { href, entries });
        await page.locator(`${detail} [data-test=detail-close]`).click();
        await page.locator(`${detail}.open`).waitFor({ state: "detached" });
        await answers(page, explorer);
      });
    });
  }
}

test("a page stays scrolled after a panic, and going back leads where it was", async () => {
  await withPage({ address: "tasks.html", options: PHONE }, async ({ page, explorer }) => {
    await page.locator('.nav nav a[href="data.html"]').click();
    await page.locator("#figures .more-rows button").click();
    await page.locator("[data-test=figure-row]").nth(60).scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => scrollY);
    assert.ok(scrolled > 1000);
    await panic(page);
    await isFollowed(page, 2);
    assert.equal(await page.evaluate(() => scrollY), scrolled);
    await page.goBack();
    await page.locator("[data-test=task-area]").first().waitFor();
    await answers(page, explorer);
    assert.equal(await page.evaluate(() => window.apps.length), 2, "the page was not loaded again");
  });
});

test("what a reader does is answered once after a panic, not by both apps", async () => {
  await withPage({ address: "projects.html" }, async ({ page, explorer }) => {
    await panic(page);
    await isFollowed(page, 2);
    const entries = await page.evaluate(() => history.length);
    await page.locator("[data-test=project-row] a").first().click();
    await page.locator("#project-detail.open").waitFor();
    assert.equal(await page.evaluate(() => history.length), entries + 1);
    await page.keyboard.press("Escape");
    await page.locator("#project-detail.open").waitFor({ state: "detached" });
    await page.keyboard.press("/");
    await page.keyboard.type("x");
    await explorer.searchSays("x");
  });
});

for (const browser of BROWSERS) {
  test(`a third panic within a minute is told, with a way out (${browser})`, async () => {
    await withPage({ address: "projects.html?order=name", browser }, async ({ page, explorer }) => {
      for (const number of [2, 3]) {
        await panic(page);
        await isFollowed(page, number);
      }
      await page.locator(".more-rows button").click();
      await page.locator("[data-test=project-row]").nth(40).scrollIntoViewIfNeeded();
      await panic(page);
      await page.locator("html[data-state=crashed]").waitFor({ state: "attached" });
      const message = page.locator(".crashed");
      await message.waitFor();
      assert.equal(await message.getAttribute("role"), "alert");
      await page.locator(".unavailable, .outdated").first().waitFor({ state: "hidden" });
      // Where the reader is, not where the page begins.
      const box = await message.boundingBox();
      assert.ok(box.y >= 0 && box.y + box.height <= 800, `the message is in sight: ${JSON.stringify(box)}`);
      await hasCount(explorer.projects, 82);
      await Promise.all([page.waitForEvent("load"), message.getByRole("link").click()]);
      await alive(page);
      assert.match(page.url(), /order=name/);
      await message.waitFor({ state: "hidden" });
      await explorer.filter.fill("魏寨");
      await explorer.showsProjects(3);
    });
  });
}

test("a third panic after a minute is followed by a fresh app", async () => {
  await withPage({ address: "indicators.html" }, async ({ page, explorer }) => {
    for (const number of [2, 3]) {
      await panic(page);
      await isFollowed(page, number);
    }
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now.call(Date) + 61_000;
    });
    await panic(page);
    await isFollowed(page, 4);
    await answers(page, explorer);
  });
});

test("a panic is told where the fresh app cannot be loaded", async () => {
  await withPage({ address: "projects.html" }, async ({ page, explorer }) => {
    // As after a deploy that has removed the files, in a browser that has kept none.
    await page.route(/plan-explorer-\w+\.js/, (route) => route.fulfill({ status: 404 }));
    await panic(page);
    await page.locator("html[data-state=crashed]").waitFor({ state: "attached" });
    await page.locator(".crashed").waitFor();
    await hasCount(explorer.projects, 82);
    page.complaints = page.complaints.filter((complaint) => !/404/.test(complaint));
  });
});

test("links of a page that has stopped for good are links", async () => {
  await withPage({ address: "projects.html" }, async ({ page, explorer }) => {
    for (const number of [2, 3]) {
      await panic(page);
      await isFollowed(page, number);
    }
    await panic(page);
    await page.locator("html[data-state=crashed]").waitFor({ state: "attached" });
    await Promise.all([page.waitForEvent("load"), page.locator('.nav nav a[href="tasks.html"]').click()]);
    await alive(page);
    await answers(page, explorer);
  });
});

test("an error of others is no panic", async () => {
  await withPage({ address: "projects.html" }, async ({ page, explorer }) => {
    await page.evaluate(() => {
      window.dispatchEvent(new ErrorEvent("error", { error: new Error("of an extension"), message: "of an extension" }));
      window.dispatchEvent(new ErrorEvent("error", { message: "Script error." }));
    });
    await answers(page, explorer);
    assert.equal(await page.evaluate(() => window.apps.length), 1);
  });
});
