// The release build, opened by a browser under a sub-path, as readers meet it.

import assert from "node:assert/strict";
import { alive, launch, open, visit } from "./browser.js";
import { chartsOf, ExplorerPage, FOLDED_ON_PHONES, hasCount, PAGES } from "./page.js";
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

// Runs `body` with a page at the address, and expects that nothing left the origin and nothing was complained of.
function onPage(name, options, body) {
  test(name, async () => {
    const page = await open(browser, options);
    await visit(page, site.at(options.path));
    await body(new ExplorerPage(page), page);
    const elsewhere = page.requests.filter((address) => !address.startsWith(site.at()));
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

const PROJECTS = { path: PAGES.projects };

test("each page has what is its own, and is the current one in the navigation", async () => {
  const page = await open(browser);
  const explorer = new ExplorerPage(page);
  const numbers = {
    home: { "[data-test=tile]": 5, "[data-test=insight]": 3, "[data-test=door]": 6 },
    projects: { "[data-test=project-row]": 82 },
    indicators: { "[data-test=indicator-row]": 25 },
    tasks: { "[data-test=task-row]": 119, "[data-test=task-area]": 10 },
    topics: { ".topic": 4 },
    data: { "[data-test=figure-row]": 118, "[data-test=reconciliation]": 3 },
  };
  for (const [view, file] of Object.entries(PAGES)) {
    await visit(page, site.at(file));
    for (const [selector, count] of Object.entries(numbers[view])) {
      await hasCount(page.locator(selector), count, `${view} ${selector}`);
    }
    assert.deepEqual(await explorer.figures.evaluateAll((figures) => figures.map(({ id }) => id).sort()), chartsOf(file).sort());
    assert.equal(await explorer.current.getAttribute("href"), file || "index.html");
    await hasCount(page.locator("h1"), 1, view);
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

onPage("the filter narrows the list, writes the address and survives a reload", PROJECTS, async (explorer, page) => {
  assert.equal(await explorer.count.textContent(), "共82个");
  await explorer.filter.fill("魏寨");
  await explorer.showsProjects(3);
  await explorer.addressIs("projects.html?q=%E9%AD%8F%E5%AF%A8&v=3");
  await page.reload();
  await alive(page);
  await explorer.showsProjects(3);
  assert.equal(await explorer.filter.inputValue(), "魏寨");
  assert.equal(await explorer.count.textContent(), "符合条件3个，共82个");
});

onPage("a filter that nothing matches says so and can be cleared", { path: "projects.html?q=qqq" }, async (explorer, page) => {
  await explorer.showsProjects(0);
  await page.getByText("没有名称或位置包含“qqq”的项目。").waitFor();
  await page.getByRole("button", { name: "清除筛选" }).first().click();
  await explorer.showsProjects(82);
  await explorer.addressIs("projects.html");
});

onPage("the tasks stand in their areas, the headline targets open", { path: PAGES.tasks }, async (explorer, page) => {
  const areas = page.locator("[data-test=task-area]");
  await hasCount(page.locator("[data-test=task-area][open]"), 1);
  const first = await areas.first().textContent();
  for (const part of ["7.5%", "8%", "总体要求和主要目标"]) assert.ok(first.includes(part), first);
  await areas.nth(2).locator("summary").click();
  await areas.nth(2).getByText("121.7亿元").waitFor();
});

onPage("letters that an input method has yet to turn into characters are not looked for", PROJECTS, async (explorer, page) => {
  const session = await page.context().newCDPSession(page);
  await explorer.filter.focus();
  await session.send("Input.imeSetComposition", { text: "wei'z", selectionStart: 5, selectionEnd: 5 });
  await page.waitForFunction(() => document.querySelector("[data-test=project-filter]").value === "wei'z");
  await hasCount(explorer.projects, 82);
  await session.send("Input.insertText", { text: "魏寨" });
  await explorer.showsProjects(3);
  assert.equal(await explorer.filter.inputValue(), "魏寨");
});

onPage("ten thousand characters pasted are cut and answered", PROJECTS, async (explorer) => {
  await explorer.filter.evaluate((field) => {
    field.value = "zh".repeat(5000);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await explorer.showsProjects(0);
  assert.equal((await explorer.filter.inputValue()).length, 100);
});

onPage("unknown parameters are kept, wrong values are told", { path: "projects.html?from=timeline&lang=fr" }, async (explorer, page) => {
  await explorer.notices.getByText("lang 的值“fr”无效（可用：zh、en），已按默认方式显示。").waitFor();
  await explorer.addressIs("projects.html?from=timeline");
  await explorer.filter.fill("平安大道");
  await explorer.addressIs("projects.html?q=%E5%B9%B3%E5%AE%89%E5%A4%A7%E9%81%93&v=3&from=timeline");
  await page.getByRole("button", { name: "知道了" }).click();
  await explorer.notices.waitFor({ state: "detached" });
});

onPage("English is one click away, with all that is shown, and so is the way back", { path: "projects.html?sector=coal" }, async (explorer, page) => {
  await explorer.filter.fill("y");
  // Before the address has been written.
  await page.getByRole("link", { name: "English" }).click();
  await page.waitForURL(site.at("en/projects.html?q=y&sector=coal&v=3"));
  await alive(page);
  assert.equal(await explorer.heading.textContent(), "Projects");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  assert.match(await page.title(), /Weidong District/);
  assert.equal(await explorer.filter.inputValue(), "y");
  await hasCount(page.locator(".chips .chip"), 1);
  await page.getByRole("link", { name: "中文" }).click();
  await page.waitForURL(site.at("projects.html?q=y&sector=coal&v=3"));
  await alive(page);
  assert.match(await page.title(), /卫东区/);
  assert.equal(await explorer.filter.inputValue(), "y");
});

onPage("the other language has the same page, from each page that the app shows", {}, async (explorer, page) => {
  for (const [view, file] of Object.entries(PAGES)) {
    await explorer.navLink(view).click();
    await explorer.addressIs(file);
    const { href } = await page.getByRole("link", { name: "English" }).evaluate(({ href }) => ({ href }));
    assert.equal(href, site.at(`en/${file || "index.html"}`));
  }
});

for (const [from, to] of [
  ["?lang=en", "en/"],
  ["?lang=en&item=pm25&v=2", "en/indicators.html?item=pm25&v=3"],
  ["?item=pm25&lang=en&v=2#indicators", "en/indicators.html?item=pm25&v=3#indicators"],
  ["?from=timeline&lang=en", "en/?from=timeline"],
  ["en/?lang=zh&q=x&v=2", "projects.html?q=x&v=3"],
  ["en/?q=x&v=2&lang=zh", "projects.html?q=x&v=3"],
  ["en/projects.html?q=x&v=3&lang=zh", "projects.html?q=x&v=3"],
  ["?lang=zh", ""],
  ["?lang=zh-TW", ""],
  ["?lang=en-US&item=p08", "en/projects.html?item=p08&v=3"],
  ["en/?lang=en", "en/"],
  ["en/?lang=zh_CN&view=tasks", "tasks.html"],
]) {
  leadsTo(`a link with a language leads to that language: ${from}`, from, to);
}

// What stood on one page in versions 1 and 2.
for (const [from, to] of [
  ["?view=projects&q=x&v=2", "projects.html?q=x&v=3"],
  ["?view=%70rojects", "projects.html"],
  ["?view=all&v=2", ""],
  ["?view=overview&v=2", ""],
  ["?view=indicators&v=2", "indicators.html"],
  ["?view=tasks&item=t063&v=2", "tasks.html?item=t063&v=3"],
  ["?view=findings&section=1.5&v=2", "data.html?section=1.5&v=3"],
  ["en/?view=findings&v=2", "en/data.html"],
  ["?place=weizhai-cun", "projects.html?place=weizhai-cun&v=3"],
  ["?sector=coal~roads&by=place&v=2", "projects.html?sector=coal~roads&by=place&v=3"],
  ["?state=below&sort=change&v=2", "indicators.html?state=below&sort=change&v=3"],
  ["?unit=yuan", "data.html?measure=yuan&v=3"],
  ["?unit=people&from=timeline", "data.html?measure=people&v=3&from=timeline"],
  ["?item=pm25", "indicators.html?item=pm25&v=3"],
  ["?item=p08&v=2", "projects.html?item=p08&v=3"],
  ["?item=f067&v=2", "data.html?item=f067&v=3"],
  ["?item=levels&v=2", "topics.html?item=levels&v=3"],
  ["?item=promise&v=2", "?item=promise&v=3"],
  ["index.html?item=pm25", "indicators.html?item=pm25&v=3"],
  ["#overview", "#overview"],
  ["#indicators", "indicators.html#indicators"],
  ["#projects", "projects.html#projects"],
  ["#tasks", "tasks.html#tasks"],
  ["#findings", "data.html#findings"],
  ["#data", "data.html#data"],
  ["#questions", "topics.html#questions"],
  ["#item-p08", "projects.html#item-p08"],
  ["?q=%E5%A4%A7%E9%81%93&sector=logistics&v=2#projects", "projects.html?q=%E5%A4%A7%E9%81%93&sector=logistics&v=3#projects"],
]) {
  leadsTo(`a link of an earlier version leads to the page that has it now: ${from}`, from, to);
}

// The app writes the address of today, says nothing of it, and the first page is not gone through again on the way back.
function leadsTo(name, from, to) {
  test(name, async () => {
    const page = await open(browser);
    // The first page may go away while it is still loading.
    await page.goto(site.at(from), { waitUntil: "commit" });
    await page.waitForURL(site.at(to));
    await alive(page);
    assert.equal(page.url(), site.at(to));
    await hasCount(new ExplorerPage(page).notices, 0);
    assert.deepEqual(page.complaints, []);
    assert.equal(await page.evaluate(() => history.length), 2);
    await page.context().close();
  });
}

onPage("a row of the list that a link without the app leads to is in sight", { path: "projects.html#item-p08" }, async (explorer, page) => {
  const { y } = await page.locator("#item-p08").boundingBox();
  assert.ok(y >= 0 && y < 700, `${y}`);
});

onPage("the pointer shows a row's values, leaving hides them", {}, async (explorer, page) => {
  await explorer.chartRows.nth(5).locator(".name").hover();
  await explorer.tooltip.waitFor();
  const words = await explorer.tooltip.textContent();
  for (const part of ["固定资产投资增长", "8.9", "7", "低1.9"]) assert.ok(words.includes(part), `${part}: ${words}`);
  await page.mouse.move(5, 5);
  await explorer.tooltip.waitFor({ state: "detached" });
});

onPage("focus and keys show the same, and it is spoken", {}, async (explorer, page) => {
  await explorer.chart.focus();
  await explorer.tooltip.waitFor();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() =>
    document.querySelector("#promise .chart [role=status]").textContent.startsWith("固定资产投资增长"),
  );
  assert.ok((await explorer.spoken.textContent()).includes("低1.9"));
  await page.keyboard.press("Escape");
  await explorer.tooltip.waitFor({ state: "detached" });
});

onPage("a tap shows a mark's values", { path: PAGES.topics, width: 390, hasTouch: true, isMobile: true }, async (explorer) => {
  const funding = explorer.figure("funding");
  await funding.target("f061").tap();
  await funding.tooltip.getByText("24亿元").first().waitFor();
});

for (const width of [280, 320, 390, 768, 1280, 1600]) {
  for (const lang of ["", "en/"]) {
    onPage(`nothing is wider than a window of ${width} px ${lang}`, { width, path: lang }, async (explorer, page) => {
      for (const [view, file] of Object.entries(PAGES)) {
        await explorer.navLink(view).click();
        await explorer.addressIs(file);
        // Measured after the effects that lay the charts out for their containers.
        await explorer.laidOut();
        const wider = await page.evaluate(() =>
          [...document.querySelectorAll(".chart")]
            .filter((chart) => chart.scrollWidth > chart.clientWidth)
            .map((chart) => chart.closest("figure").id),
        );
        assert.deepEqual(wider, [], view);
        assert.equal(await explorer.overflows(), false, view);
      }
    });
  }
}

test("text in charts is as wide as it was laid out for, or narrower, and never below 12 px", async () => {
  for (const [width, lang] of [[320, ""], [320, "en/"], [1280, ""], [1280, "en/"]]) {
    const page = await open(browser, { width });
    const explorer = new ExplorerPage(page);
    await visit(page, site.at(lang));
    for (const view of ["home", "projects", "indicators", "topics", "data"]) {
      await explorer.navLink(view).click();
      await explorer.addressIs(PAGES[view]);
      await explorer.laidOut();
      const wrong = await page.evaluate(() =>
        [...document.querySelectorAll(".chart > svg")].flatMap((svg) => {
          const width = Number(svg.getAttribute("width"));
          return [...svg.querySelectorAll("text")]
            .filter((text) => {
              // Without the paper drawn around it.
              const box = text.getBBox();
              const size = parseFloat(getComputedStyle(text).fontSize);
              return box.x < -1 || box.x + box.width > width + 1 || size < 12;
            })
            .map((text) => `${svg.closest("figure").id}: ${text.textContent}`);
        }),
      );
      assert.deepEqual(wrong, [], `${width} ${lang}${view}`);
    }
    await page.context().close();
  }
});

test("it works in a frame of 320 px", async () => {
  const page = await open(browser, { width: 800 });
  await page.goto(`${site.origin}/host.html`);
  const frame = page.frameLocator("iframe");
  await frame.locator("html[data-state=ready]").waitFor({ state: "attached" });
  await frame.locator('.nav nav a[href="projects.html"]').click();
  await frame.locator("#project-count").getByText("共82个").waitFor();
  await frame.locator("#project-filter").fill("魏寨");
  await frame.locator("#project-count").getByText("符合条件3个，共82个").waitFor();
  const overflow = await frame.locator("html").evaluate((root) => root.scrollWidth > root.clientWidth);
  assert.equal(overflow, false);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

// What nothing would answer.
const CONTROLS = "button, select, input, textarea, [role=combobox]";

// What is there of a page for those who only read, with no controls but those of these names.
async function isComplete(page, lang, file, answered = []) {
  const explorer = new ExplorerPage(page);
  const rows = {
    [PAGES.projects]: [explorer.projects, 82],
    [PAGES.indicators]: [explorer.indicators, 25],
    [PAGES.data]: [page.locator("[data-test=figure-row]"), 118],
  }[file];
  if (rows) {
    await hasCount(rows[0], rows[1], file);
    await rows[0].last().waitFor();
  }
  if (file === PAGES.tasks) await hasCount(page.locator("[data-test=task-row]"), 119);
  await explorer.heading.waitFor();
  const isPhone = page.viewportSize().width < 960;
  for (const id of chartsOf(file).filter((id) => !isPhone || !FOLDED_ON_PHONES.includes(id))) {
    const shown = page.locator(`figure#${id} .chart > svg:visible`);
    await hasCount(shown, 1, id);
    const { width, height } = await shown.boundingBox();
    assert.ok(width > 200 && height > 80, `${id}: ${width} × ${height}`);
    const twin = page.locator(`figure#${id} details.twin`);
    await twin.locator("summary").click();
    await twin.locator("tbody tr").first().waitFor();
  }
  const controls = await page.locator(CONTROLS).filter({ visible: true }).evaluateAll((all) => all.map((one) => one.id || one.outerHTML));
  assert.deepEqual(controls, answered, file);
  await page.locator(".unavailable").waitFor();
  await page.locator(".crashed").waitFor({ state: "hidden" });
  assert.equal(await explorer.overflows(), false, file);
  assert.ok((await page.title()).length > 10);
  await hasCount(page.locator(`html[lang=${lang}]`), 1);
}

for (const width of [390, 1280]) {
  for (const [folder, lang, words] of [["", "zh-CN", "本页内容、链接和数据下载不受影响"], ["en/", "en", "are unavailable"]]) {
    test(`without scripts every page is complete and leads to the others: ${width} px, ${lang}`, async () => {
      const page = await open(browser, { width, javaScriptEnabled: false });
      const explorer = new ExplorerPage(page);
      await page.goto(site.at(folder));
      for (const [view, file] of Object.entries(PAGES)) {
        await explorer.navLink(view).click();
        await page.waitForURL(site.at(folder + (file || "index.html")));
        await isComplete(page, lang, file);
        assert.match(await page.locator(".unavailable").innerText(), new RegExp(words));
      }
      const files = await page.locator(".data-files a").evaluateAll((links) => links.map((link) => link.href));
      assert.ok(files.length > 30);
      assert.ok(files.every((file) => file.startsWith(site.at("data/"))), files.join());
      for (const file of files) assert.equal((await page.request.get(file)).status(), 200, file);
      // What scripts are loaded ahead by is refused with them.
      assert.deepEqual(page.complaints.filter((complaint) => !complaint.startsWith("csp: ")), []);
      // The way to the same page in the other language, and to what a row is about.
      await page.locator("a[hreflang]").click();
      await page.waitForURL(site.at(`${folder === "" ? "en/" : ""}data.html`));
      await page.goto(site.at(folder));
      const lead = page.locator("[data-test=tile] a").first();
      const item = await lead.getAttribute("data-item");
      await lead.click();
      await page.waitForURL((url) => url.hash === `#item-${item}`);
      await page.locator(`[id="item-${item}"]`).waitFor();
      await page.context().close();
    });
  }
}

// Whatever keeps the app from running leaves the pages as they are.
const HINDRANCES = {
  "there is no WebAssembly": (page) => page.addInitScript(() => delete globalThis.WebAssembly),
  "the module is not there": (page) => page.route("**/plan-explorer-*.wasm", (route) => route.abort()),
  "the module is broken": (page) =>
    page.route("**/plan-explorer-*.wasm", (route) => route.fulfill({ body: "no module", contentType: "application/wasm" })),
  "the data is not there": (page) => page.route("**/dataset-*", (route) => route.abort()),
};

for (const [hindrance, hinder] of Object.entries(HINDRANCES)) {
  test(`where ${hindrance}, the pages are complete and say what they lack`, async () => {
    const page = await open(browser);
    await hinder(page);
    for (const [from, file] of [["?item=pm25&v=2", PAGES.indicators], ["projects.html?q=x&v=3", PAGES.projects], ["", PAGES.home]]) {
      await page.goto(site.at(from), { waitUntil: "commit" });
      await page.waitForURL((url) => url.pathname === `/a/b/${file}`);
      await page.locator("html[data-state=failed]").waitFor({ state: "attached" });
      const isFirstThere = file === PAGES.projects && !hindrance.includes("WebAssembly");
      if (isFirstThere) await page.locator("html[data-first]").waitFor({ state: "attached" });
      await isComplete(page, "zh-CN", file, isFirstThere ? ["project-filter"] : []);
      // The first answer needs no app.
      if (isFirstThere) {
        await page.locator("#project-filter").fill("weizhai");
        await page.waitForFunction(() => document.querySelectorAll("[data-test=project-row]:not([hidden])").length === 3);
        await page.locator("#project-count").getByText("符合条件3个，共82个").waitFor();
      }
    }
    await page.context().close();
  });
}

// As an app that panics does.
const panic = (page) =>
  page.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError("unreachable");
    });
  });

test("after a panic a fresh app shows the same address, and the third in a minute is told", async () => {
  const page = await open(browser);
  const explorer = new ExplorerPage(page);
  await visit(page, site.at("projects.html?sector=coal"));
  for (const typed of ["y", "yu"]) {
    const before = await page.locator("#app").elementHandle();
    await panic(page);
    await page.waitForFunction((before) => !before.isConnected, before);
    await alive(page);
    await page.locator(".crashed").waitFor({ state: "hidden" });
    await explorer.filter.fill(typed);
    await explorer.addressIs(`projects.html?q=${typed}&sector=coal&v=3`);
    await hasCount(page.locator(".chips .chip"), 1);
  }
  await panic(page);
  await page.locator("html[data-state=crashed]").waitFor({ state: "attached" });
  await page.locator(".crashed").waitFor();
  await page.locator(".unavailable").waitFor({ state: "hidden" });
  await explorer.projects.first().waitFor();
  await page.locator(".crashed a").click();
  await alive(page);
  await page.locator(".crashed").waitFor({ state: "hidden" });
  await page.context().close();
});
