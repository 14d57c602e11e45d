// The app takes the place of the prerendered page in one step: nothing that is seen changes, and nothing that the reader has done
// is lost.

import assert from "node:assert/strict";
import { alive, launch, open, painted } from "./browser.js";
import { APP, PAGES, hold } from "./foreign.js";
import { ExplorerPage } from "./page.js";
import { serveAt } from "./site.js";
import { after, before, test } from "./testing.js";

const PHONE = { width: 390, height: 780 };
const DESK = { width: 1280, height: 800 };

let site;
let browser;
let comparing;

before(async () => {
  site = await serveAt("/a/b/");
  browser = await launch();
  comparing = await open(browser);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

// Runs `body` with a page whose app arrives when `arrive` is called, in a browser where `prepare` may have done something.
async function withHeld(address, size, body, prepare) {
  const page = await open(browser, size);
  const app = await hold(page, APP);
  // Styles of what only the app shows come with it; large print has its own there, before the first paint.
  const styles = address.includes("large=1") ? () => {} : await hold(page, /\/later-\w+\.css$/);
  await prepare?.(page);
  await page.goto(site.at(address), { waitUntil: "domcontentloaded" });
  await page.locator("html[data-state=starting]").waitFor({ state: "attached" });
  const arrive = () => {
    app();
    styles();
  };
  await body({ page, explorer: new ExplorerPage(page), arrive });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

// Waits until what was done has been painted.
// The whole page. Not by Playwright, which waits for styles that are still on their way.
async function picture(page) {
  const browsing = await page.context().newCDPSession(page);
  const { data } = await browsing.send("Page.captureScreenshot", { captureBeyondViewport: true, clip: await whole(page) });
  await browsing.detach();
  return data;
}

const whole = (page) =>
  page.evaluate(() => {
    const { scrollWidth: width, scrollHeight: height } = document.documentElement;
    return { x: 0, y: 0, width, height, scale: 1 };
  });

// How many pixels differ at all, and how many clearly; where the first and the last of these are. `null` where none does.
function differences(before, after) {
  if (before === after) return null;
  return comparing.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
          const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        }),
      );
      if (a.width !== b.width || a.height !== b.height) return { sizes: [a.width, a.height, b.width, b.height] };
      const found = { slight: 0, clear: 0, share: 0, first: null, last: null };
      for (let at = 0; at < a.data.length; at += 4) {
        const by = Math.max(...[0, 1, 2].map((colour) => Math.abs(a.data[at + colour] - b.data[at + colour])));
        if (by === 0) continue;
        found[by > 64 ? "clear" : "slight"] += 1;
        const place = [(at / 4) % a.width, Math.floor(at / 4 / a.width)];
        found.first ??= place;
        found.last = place;
      }
      found.share = (found.slight + found.clear) / (a.width * a.height);
      return found;
    },
    [before, after],
  );
}

// Texts that the build writes as one and the app as two nodes differ by less than a hundredth of a pixel in width, and the edges
// of their letters in shade. What has moved by a pixel, or is there once only, differs in thousands of pixels.
function isSame(found, where) {
  if (!found) return;
  const isShade = !found.sizes && found.clear <= 8 && found.share < 0.001;
  assert.ok(isShade, `${where}: ${JSON.stringify(found)}`);
}

test("the comparison of pictures sees a line that is one pixel lower", async () => {
  await withHeld("tasks.html", PHONE, async ({ page, arrive }) => {
    const before = await picture(page);
    isSame(await differences(before, await picture(page)), "the same");
    await page.evaluate(() => (document.querySelector("h1").style.cssText = "position: relative; top: 1px"));
    const found = await differences(before, await picture(page));
    assert.throws(() => isSame(found, "h1"));
    arrive();
    await alive(page);
  });
});

function noteShifts() {
  window.shifts = [];
  const names = (sources) => sources.map(({ node }) => node?.className || node?.nodeName);
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) window.shifts.push([value, ...names(sources)]);
  }).observe({ type: "layout-shift", buffered: true });
}

// Addresses whose query or part does not change what is shown at first.
const ADDRESSES = [
  "?theme=dark",
  "?childId=plan&host=1",
  "projects.html?theme=dark",
  "projects.html?large=1",
  "projects.html#project-list",
  "indicators.html?theme=contrast",
  "topics.html?theme=light",
  "tasks.html#item-t063",
  "data.html#method",
  "data.html#reconciliation",
  "en/tasks.html?theme=light",
];

const EVERY = [...PAGES, ...PAGES.map((file) => `en/${file}`), ...ADDRESSES];

for (const address of EVERY) {
  for (const size of [PHONE, DESK]) {
    test(`the app takes the place of ${address} and nothing moves, at ${size.width} px`, async () => {
      await withHeld(
        address,
        size,
        async ({ page, explorer, arrive }) => {
          const before = await picture(page);
          await painted(page);
          // Taking the picture lays the page out for its whole height.
          await page.evaluate(() => (window.shifts.length = 0));
          arrive();
          await alive(page);
          await explorer.laidOut();
          await painted(page);
          assert.deepEqual(await page.evaluate(() => window.shifts), []);
          isSame(await differences(before, await picture(page)), address);
        },
        (page) => page.addInitScript(noteShifts),
      );
    });
  }
}

for (const lang of ["", "en/"]) {
  const name = (what) => `${what}${lang && ", in English"}`;

  test(name("a caret in the middle of a word stays there"), async () => {
    await withHeld(`${lang}projects.html`, PHONE, async ({ page, explorer, arrive }) => {
      await explorer.filter.pressSequentially("魏村");
      await page.keyboard.press("ArrowLeft");
      arrive();
      await alive(page);
      assert.ok(await explorer.filter.evaluate((field) => field === document.activeElement));
      await page.keyboard.type("寨");
      assert.equal(await explorer.filter.inputValue(), "魏寨村");
      await explorer.showsProjects(2);
      await explorer.addressSays("?q=%E9%AD%8F%E5%AF%A8%E6%9D%91&v=3");
    });
  });

  test(name("letters that are selected in a field stay selected"), async () => {
    await withHeld(`${lang}data.html`, DESK, async ({ page, arrive }) => {
      const field = page.locator("#figure-filter");
      await field.fill("PM2.5");
      await field.evaluate((field) => field.setSelectionRange(1, 4, "backward"));
      arrive();
      await alive(page);
      const selected = await field.evaluate((field) => [
        field === document.activeElement,
        field.selectionStart,
        field.selectionEnd,
        field.selectionDirection,
      ]);
      assert.deepEqual(selected, [true, 1, 4, "backward"]);
    });
  });

  test(name("selected text stays selected"), async () => {
    await withHeld(`${lang}tasks.html`, DESK, async ({ page, arrive }) => {
      const selected = () =>
        page.evaluate(() => {
          const range = getSelection().getRangeAt(0);
          const inRow = (node) => node.parentElement.closest("[id]")?.id;
          return [String(range), inRow(range.startContainer), inRow(range.endContainer), range.startContainer.isConnected];
        });
      await page.evaluate(() => {
        const rows = document.querySelectorAll("[data-test=task-row]");
        getSelection().setBaseAndExtent(rows[1].firstChild, 2, rows[3].firstChild, 4);
      });
      const before = await selected();
      assert.ok(before[0].length > 20);
      arrive();
      await alive(page);
      assert.deepEqual(await selected(), before);
    });
  });

  test(name("opened and closed details stay as they are"), async () => {
    await withHeld(`${lang}tasks.html`, PHONE, async ({ page, arrive }) => {
      const areas = page.locator("[data-test=task-area]");
      await areas.nth(2).locator("summary").click();
      await areas.nth(0).locator("summary").click();
      arrive();
      await alive(page);
      const open = await areas.evaluateAll((areas) => areas.map((area) => area.open));
      assert.deepEqual(open.slice(0, 4), [false, false, true, false]);
      // They answer from then on.
      await areas.nth(2).locator("summary").click();
      assert.equal(await areas.nth(2).evaluate((area) => area.open), false);
    });
  });

  test(name("what is typed and chosen before the app counts"), async () => {
    await withHeld(`${lang}projects.html`, DESK, async ({ page, explorer, arrive }) => {
      await explorer.filter.fill("魏寨");
      await page.locator("#order").selectOption("name");
      arrive();
      await explorer.addressSays("?q=%E9%AD%8F%E5%AF%A8&order=name&v=3");
      await explorer.showsProjects(3);
      assert.equal(await page.locator("#order").inputValue(), "name");
    });
  });

  test(name("the page stays scrolled where it is, and a wide table too"), async () => {
    await withHeld(`${lang}topics.html`, PHONE, async ({ page, explorer, arrive }) => {
      const table = page.locator("#levels .twin .scroll");
      await page.locator("#levels .twin summary").click();
      await table.evaluate((table) => (table.scrollLeft = 60));
      await page.locator("#levels .twin").evaluate((twin) => scrollTo(0, twin.getBoundingClientRect().top + scrollY - 200));
      const places = () =>
        page.evaluate(() => [
          scrollY,
          document.querySelector("#levels .twin .scroll").scrollLeft,
          Math.round(document.querySelector("#levels .twin").getBoundingClientRect().top),
        ]);
      const before = await places();
      assert.ok(before[0] > 500 && before[1] > 0, before.join());
      arrive();
      await alive(page);
      await explorer.laidOut();
      assert.deepEqual(await places(), before);
    });
  });

  test(name("a link that has the focus keeps it"), async () => {
    await withHeld(`${lang}projects.html`, DESK, async ({ page, arrive }) => {
      const row = page.locator("[data-test=project-row] a").nth(4);
      const item = await row.getAttribute("data-item");
      await row.focus();
      const scrolled = await page.evaluate(() => scrollY);
      arrive();
      await alive(page);
      assert.equal(await page.evaluate(() => document.activeElement.dataset.item), item);
      assert.equal(await page.evaluate(() => scrollY), scrolled);
    });
  });

  test(name("the app waits while an input method composes a word"), async () => {
    const noteFooter = (page) =>
      page.addInitScript(() => {
        const create = Document.prototype.createElement;
        Document.prototype.createElement = function (name, ...more) {
          if (name === "footer") window.hasRendered = true;
          return create.call(this, name, ...more);
        };
      });
    await withHeld(
      `${lang}projects.html`,
      DESK,
      async ({ page, explorer, arrive }) => {
        await explorer.filter.focus();
        const keyboard = await page.context().newCDPSession(page);
        await keyboard.send("Input.imeSetComposition", { text: "wei", selectionStart: 3, selectionEnd: 3 });
        await explorer.filter.evaluate((field) => (window.composedIn = field));
        arrive();
        await page.waitForFunction(() => window.hasRendered);
        await painted(page);
        // The app is there, and has not taken the field away.
        assert.equal(await page.locator("html").getAttribute("data-state"), "starting");
        assert.ok(await page.evaluate(() => window.composedIn.isConnected && document.activeElement === window.composedIn));
        await keyboard.send("Input.imeSetComposition", { text: "weizhai", selectionStart: 7, selectionEnd: 7 });
        assert.equal(await explorer.filter.inputValue(), "weizhai");
        await keyboard.send("Input.insertText", { text: "魏寨" });
        await alive(page);
        assert.equal(await explorer.filter.inputValue(), "魏寨");
        await explorer.showsProjects(3);
        await page.keyboard.type("村");
        await explorer.showsProjects(2);
      },
      noteFooter,
    );
  });
}

// Notes at every frame, before and after it is painted, what of the page is shown; what is the same as before is noted once.
function watch() {
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const look = () => {
    const main = document.querySelector("main");
    if (!main) return;
    const seen = {
      lang: document.documentElement.lang,
      headings: [...main.querySelectorAll("#heading")].filter(isShown).map((heading) => heading.textContent),
      rows: [...main.querySelectorAll("[data-test=project-row]")].filter(isShown).length,
      hasMain: isShown(main),
      hasDetail: [...document.querySelectorAll(".detail.open")].some(isShown),
    };
    const noted = JSON.stringify(seen);
    if (noted === window.lastNoted) return;
    window.lastNoted = noted;
    window.note(noted);
  };
  // Not before the first frame: what is parsed before the styles are there is never painted.
  const frame = () => {
    look();
    setTimeout(look);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

const isInSight = (page, selector) =>
  page.waitForFunction((selector) => {
    const element = document.querySelector(selector);
    const { top = -1, height = 0 } = element?.getBoundingClientRect() ?? {};
    return height > 0 && top >= 0 && top < window.innerHeight && element.checkVisibility({ visibilityProperty: true });
  }, selector);

// Addresses of states: whether they open something that takes the place of the list on a phone, and what is there in the end.
const STATES = [
  { query: "projects.html?q=魏寨", shows: (page, explorer) => explorer.showsProjects(3) },
  { query: "projects.html?sector=coal", shows: (page, explorer) => explorer.showsProjects(2) },
  { query: "projects.html?by=stage", shows: (page) => page.locator("[data-test=project-group]").first().waitFor() },
  { query: "?q=魏寨", shows: (page, explorer) => explorer.showsProjects(3) },
  { query: "?item=pm25", opens: true, shows: (page) => page.locator(".detail.open h2:visible, .detail.open h3:visible").first().waitFor() },
  { query: "projects.html?item=p08", opens: true, shows: (page) => page.locator("#project-detail.open").waitFor() },
  { query: "tasks.html?item=t063", shows: (page) => isInSight(page, "#item-t063") },
  { query: "data.html?item=f067", shows: (page) => isInSight(page, "#item-f067") },
  // Nothing is called so: the page is shown, and says that.
  { query: "?item=zzzzzzzz", shows: (page, explorer) => explorer.notices.getByText("zzzzzzzz").waitFor() },
  { query: "data.html?figures=subject", shows: (page) => page.locator("[data-test=figure-row]").first().waitFor() },
  { query: "indicators.html?as=chart", shows: (page) => page.locator("#indicators .chart > svg, figure .chart > svg").first().waitFor() },
  { query: "?lang=en&view=tasks", isEnglish: true, shows: (page) => page.locator("html[lang=en] .tasks-page #heading").waitFor() },
];

for (const { query, opens, isEnglish, shows } of STATES) {
  for (const size of [PHONE, DESK]) {
    test(`${query} is shown, and no other page before it, at ${size.width} px`, async () => {
      const page = await open(browser, size);
      page.seen = [];
      // The notes outlive the document: an address may lead to another.
      await page.exposeFunction("note", (noted) => page.seen.push(JSON.parse(noted)));
      await page.addInitScript(watch);
      // As on a slow line.
      const release = await hold(page, APP);
      await page.goto(site.at(query), { waitUntil: "commit" }).catch(() => {});
      await page.locator("html[data-state=starting]").waitFor({ state: "attached" });
      await page.waitForLoadState("load");
      await painted(page);
      release();
      await alive(page);
      await shows(page, new ExplorerPage(page));
      await painted(page);
      assert.ok(page.seen.length > 0);
      const last = page.seen.at(-1);
      // On a phone, what is open takes the place of everything else.
      assert.ok(last.hasMain || last.hasDetail, "the page is shown in the end");
      assert.equal(new Set(page.seen.flatMap(({ headings }) => headings)).size <= 1, true, JSON.stringify(page.seen));
      if (isEnglish) assert.deepEqual([...new Set(page.seen.map(({ lang }) => lang))], ["en"]);
      if (opens && size === PHONE) assert.deepEqual(page.seen.filter(({ hasMain, hasDetail }) => hasMain && !hasDetail), []);
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
}
