// The release build, opened by a browser under a sub-path, as readers meet it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { alive, launch, open, visit } from "./browser.js";
import { ExplorerPage } from "./page.js";
import { serveAt } from "./site.js";

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
    await visit(page, site.at(options.query));
    await body(new ExplorerPage(page), page);
    const elsewhere = page.requests.filter((address) => !address.startsWith(site.at()));
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

onPage("25 indicators, 82 projects and nine charts are there", {}, async (explorer) => {
  assert.equal(await explorer.indicators.count(), 25);
  assert.equal(await explorer.projects.count(), 82);
  assert.equal(await explorer.count.textContent(), "显示 82 个，共 82 个");
  assert.equal(await explorer.figures.count(), 9);
});

onPage("the filter narrows the list, writes the address and survives a reload", {}, async (explorer, page) => {
  await explorer.filter.fill("魏寨");
  await explorer.showsProjects(3);
  await explorer.addressSays("?q=%E9%AD%8F%E5%AF%A8&v=2");
  await page.reload();
  await alive(page);
  await explorer.showsProjects(3);
  assert.equal(await explorer.filter.inputValue(), "魏寨");
  assert.equal(await explorer.count.textContent(), "显示 3 个，共 82 个");
});

onPage("a filter that nothing matches says so and can be cleared", { query: "?q=qqq" }, async (explorer, page) => {
  await explorer.showsProjects(0);
  await page.getByText("没有名称或位置包含“qqq”的项目。").waitFor();
  await page.getByRole("button", { name: "清除筛选" }).first().click();
  await explorer.showsProjects(82);
  await explorer.addressSays("");
});

onPage("the commitments stand in their areas, the headline targets open", {}, async (explorer, page) => {
  assert.equal(await page.locator("[data-test=task-row]").count(), 102);
  const areas = page.locator("[data-test=task-area]");
  assert.equal(await areas.count(), 9);
  assert.equal(await page.locator("[data-test=task-area][open]").count(), 1);
  const first = await areas.first().textContent();
  for (const part of ["7.5%", "8%", "第二部分第"]) assert.ok(first.includes(part), first);
  await areas.nth(2).locator("summary").click();
  await areas.nth(2).getByText("121.7亿元").waitFor();
});

onPage("letters that an input method has yet to turn into characters are not looked for", {}, async (explorer, page) => {
  const session = await page.context().newCDPSession(page);
  await explorer.filter.focus();
  await session.send("Input.imeSetComposition", { text: "wei'z", selectionStart: 5, selectionEnd: 5 });
  await page.waitForFunction(() => document.querySelector("[data-test=project-filter]").value === "wei'z");
  assert.equal(await explorer.projects.count(), 82);
  await session.send("Input.insertText", { text: "魏寨" });
  await explorer.showsProjects(3);
  assert.equal(await explorer.filter.inputValue(), "魏寨");
});

onPage("ten thousand characters pasted are cut and answered", {}, async (explorer) => {
  await explorer.filter.evaluate((field) => {
    field.value = "zh".repeat(5000);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await explorer.showsProjects(0);
  assert.equal((await explorer.filter.inputValue()).length, 100);
});

onPage("unknown parameters are kept, wrong values are told", { query: "?from=timeline&lang=fr" }, async (explorer, page) => {
  await explorer.notices.getByText("lang 的值“fr”不是 zh、en 之一，已按默认显示。").waitFor();
  await explorer.addressSays("?from=timeline");
  await explorer.filter.fill("平安大道");
  await explorer.addressSays("?q=%E5%B9%B3%E5%AE%89%E5%A4%A7%E9%81%93&v=2&from=timeline");
  await page.getByRole("button", { name: "知道了" }).click();
  await explorer.notices.waitFor({ state: "detached" });
});

onPage("English is one click away, with all that is shown, and so is the way back", { query: "?sector=coal" }, async (explorer, page) => {
  await explorer.filter.fill("y");
  // Before the address has been written.
  await page.getByRole("link", { name: "English" }).click();
  await page.waitForURL(site.at("en/?q=y&sector=coal&v=2"));
  await alive(page);
  await page.getByRole("heading", { name: "What 2020 achieved, what 2021 plans" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  assert.match(await page.title(), /Weidong District/);
  assert.equal(await explorer.filter.inputValue(), "y");
  assert.equal(await page.locator(".chips .chip").count(), 1);
  await page.getByRole("link", { name: "中文" }).click();
  await page.waitForURL(site.at("?q=y&sector=coal&v=2"));
  await alive(page);
  assert.match(await page.title(), /卫东区/);
  assert.equal(await explorer.filter.inputValue(), "y");
});

for (const [from, to] of [
  ["?lang=en", "en/"],
  ["?lang=en&item=pm25&v=2", "en/?item=pm25&v=2"],
  ["?item=pm25&lang=en&v=2#indicators", "en/?item=pm25&v=2#indicators"],
  ["?from=timeline&lang=en", "en/?from=timeline"],
  ["en/?lang=zh&q=x&v=2", "?q=x&v=2"],
  ["en/?q=x&v=2&lang=zh", "?q=x&v=2"],
  ["?lang=zh", ""],
  ["en/?lang=en", "en/"],
]) {
  test(`a link of before leads to its language: ${from}`, async () => {
    const page = await open(browser);
    // The first page may go away while it is still loading.
    await page.goto(site.at(from), { waitUntil: "commit" });
    await page.waitForURL(site.at(to));
    await alive(page);
    assert.equal(page.url(), site.at(to));
    assert.equal(await new ExplorerPage(page).notices.count(), 0);
    assert.deepEqual(page.complaints, []);
    // The first page is not gone through again on the way back.
    assert.equal(await page.evaluate(() => history.length), 2);
    await page.context().close();
  });
}

onPage("the pointer shows a row's values, leaving hides them", {}, async (explorer, page) => {
  await explorer.chartRows.nth(2).locator(".name").hover();
  await explorer.tooltip.waitFor();
  const words = await explorer.tooltip.textContent();
  for (const part of ["固定资产投资增长", "8.9", "7", "低 1.9"]) assert.ok(words.includes(part), `${part}: ${words}`);
  await page.mouse.move(5, 5);
  await explorer.tooltip.waitFor({ state: "detached" });
});

onPage("focus and keys show the same, and it is spoken", {}, async (explorer, page) => {
  await explorer.chart.focus();
  await explorer.tooltip.waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() =>
    document.querySelector("#promise .chart [role=status]").textContent.startsWith("固定资产投资增长"),
  );
  assert.ok((await explorer.spoken.textContent()).includes("低 1.9"));
  await page.keyboard.press("Escape");
  await explorer.tooltip.waitFor({ state: "detached" });
});

onPage("a tap shows a mark's values", { width: 390, hasTouch: true, isMobile: true }, async (explorer) => {
  const funding = explorer.figure("funding");
  await funding.target("f061").tap();
  await funding.tooltip.getByText("24亿元").first().waitFor();
});

for (const width of [280, 320, 390, 768, 1280, 1600]) {
  for (const query of ["", "en/"]) {
    onPage(`nothing is wider than a window of ${width} px ${query}`, { width, query }, async (explorer, page) => {
      // Measured after the effects that lay the charts out for their containers.
      await explorer.laidOut();
      const wider = await page.evaluate(() =>
        [...document.querySelectorAll(".chart")]
          .filter((chart) => chart.scrollWidth > chart.clientWidth)
          .map((chart) => chart.closest("figure").id),
      );
      assert.deepEqual(wider, []);
      assert.equal(await explorer.overflows(), false);
    });
  }
}

test("text in charts is as wide as it was laid out for, or narrower, and never below 12 px", async () => {
  for (const [width, query] of [[320, ""], [320, "en/"], [1280, ""], [1280, "en/"]]) {
    const page = await open(browser, { width });
    await visit(page, site.at(query));
    await new ExplorerPage(page).laidOut();
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
    assert.deepEqual(wrong, [], `${width} ${query}`);
    await page.context().close();
  }
});

test("it works in a frame of 320 px", async () => {
  const page = await open(browser, { width: 800 });
  await page.goto(`${site.origin}/host.html`);
  const frame = page.frameLocator("iframe");
  await frame.locator("html[data-state=ready]").waitFor({ state: "attached" });
  assert.equal(await frame.locator("[data-test=project-row]").count(), 82);
  await frame.locator("#project-filter").fill("魏寨");
  await frame.locator("#projects .count").getByText("显示 3 个，共 82 个").waitFor();
  const overflow = await frame.locator("html").evaluate((root) => root.scrollWidth > root.clientWidth);
  assert.equal(overflow, false);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

// What is there for those who only read.
async function isComplete(page, explorer, lang) {
  for (const id of ["overview", "questions", "indicators", "projects", "tasks", "findings", "data"]) {
    assert.ok(await page.locator(`section#${id}`).isVisible(), id);
  }
  assert.equal(await explorer.indicators.count(), 25);
  assert.equal(await explorer.projects.count(), 82);
  for (const row of [explorer.indicators.last(), explorer.projects.last()]) assert.ok(await row.isVisible());
  assert.equal(await page.locator("[data-test=task-row]").count(), 102);
  // On a phone an indicator is shown once it is opened, and bars that filter once they are asked for.
  const isPhone = page.viewportSize().width < 960;
  const drawn = isPhone ? ["promise", "levels", "economy", "investment", "funding", "environment", "numbers"] : CHARTS;
  for (const id of drawn) {
    const shown = page.locator(`figure#${id} .chart > svg:visible`);
    assert.equal(await shown.count(), 1, id);
    const { width, height } = await shown.boundingBox();
    assert.ok(width > 200 && height > 80, `${id}: ${width} × ${height}`);
    const twin = page.locator(`figure#${id} details.twin`);
    await twin.locator("summary").click();
    assert.ok(await twin.locator("tbody tr").first().isVisible(), id);
  }
  const files = await page.locator("#data a").evaluateAll((links) => links.map((link) => link.href));
  assert.ok(files.length > 30);
  assert.ok(files.every((file) => file.startsWith(site.at("data/"))), files.join());
  for (const file of files) assert.equal((await page.request.get(file)).status(), 200, file);
  assert.equal(await explorer.overflows(), false);
  assert.ok((await page.title()).length > 10);
  assert.equal(await page.evaluate(() => document.documentElement.lang).catch(() => lang), lang);
}

const CHARTS = ["promise", "indicator", "levels", "economy", "investment", "funding", "environment", "numbers", "facets"];

// What nothing would answer.
const CONTROLS = "button, select, input, textarea, [role=combobox]";

for (const width of [390, 1280]) {
  for (const [path, lang, words] of [["", "zh-CN", "本页内容、链接和数据下载不受影响"], ["en/", "en", "are not available"]]) {
    test(`without scripts the page is complete: ${width} px, ${lang}`, async () => {
      const page = await open(browser, { width, javaScriptEnabled: false });
      await page.goto(site.at(path));
      const explorer = new ExplorerPage(page);
      await isComplete(page, explorer, lang);
      assert.match(await page.locator(".unavailable").innerText(), new RegExp(words));
      assert.ok(await page.locator(".unavailable").isVisible());
      assert.equal(await page.locator(".crashed").isVisible(), false);
      const controls = await page.locator(CONTROLS).filter({ visible: true }).evaluateAll((all) => all.map((one) => one.outerHTML));
      assert.deepEqual(controls, []);
      // What scripts are loaded ahead by is refused with them.
      assert.deepEqual(page.complaints.filter((complaint) => !complaint.startsWith("csp: ")), []);
      // The way to the other language, and to what a link means.
      await page.locator("a[hreflang]").click();
      await page.waitForURL(site.at(path === "" ? "en/" : ""));
      await page.context().close();
    });
  }
}

// Whatever keeps the modules from running leaves the page as it is.
const HINDRANCES = {
  "no WebAssembly": (page) => page.addInitScript(() => delete globalThis.WebAssembly),
  "the first module is not there": (page) => page.route("**/plan-explorer-*.wasm", (route) => route.abort()),
  "the first module is broken": (page) =>
    page.route("**/plan-explorer-*.wasm", (route) => route.fulfill({ body: "no module", contentType: "application/wasm" })),
};

for (const [hindrance, hinder] of Object.entries(HINDRANCES)) {
  test(`where ${hindrance}, the page is complete and says what it lacks`, async () => {
    const page = await open(browser);
    await hinder(page);
    await page.goto(site.at("?item=pm25&v=2"));
    await page.locator("html[data-state=failed]").waitFor({ state: "attached" });
    assert.ok(await page.locator(".unavailable").isVisible());
    assert.equal(await page.locator(".crashed").isVisible(), false);
    const controls = await page.locator(CONTROLS).filter({ visible: true }).evaluateAll((all) => all.map((one) => one.outerHTML));
    assert.deepEqual(controls, []);
    await isComplete(page, new ExplorerPage(page), "zh-CN");
    await page.context().close();
  });
}

test("where the second module is not there, the lists work, and the page says what it lacks", async () => {
  const page = await open(browser);
  await page.route("**/more*.wasm", (route) => route.abort());
  await page.goto(site.at());
  await alive(page, { all: false });
  const explorer = new ExplorerPage(page);
  assert.equal(await page.locator(".unavailable").isVisible(), false);
  await page.mouse.move(1, 1);
  await page.locator("html[data-more=failed]").waitFor({ state: "attached" });
  await explorer.filter.fill("魏寨");
  await explorer.showsProjects(3);
  assert.ok(await page.locator(".unavailable").isVisible());
  assert.ok(await page.locator("figure#promise .chart > svg:visible").isVisible());
  // What only the second module answers is not offered.
  for (const selector of [".search", ".downloads", ".open-facets", ".figures-list .controls"]) {
    assert.equal(await page.locator(selector).filter({ visible: true }).count(), 0, selector);
  }
  await page.context().close();
});

test("a module that stops says so over the page, which stays", async () => {
  const page = await open(browser);
  await visit(page, site.at());
  assert.equal(await page.locator(".crashed").isVisible(), false);
  // As a module that panics does.
  await page.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError("unreachable");
    });
  });
  await page.locator("html[data-state=crashed]").waitFor({ state: "attached" });
  assert.ok(await page.locator(".crashed").isVisible());
  assert.equal(await page.locator(".unavailable").isVisible(), false);
  assert.ok(await page.locator("section#indicators").isVisible());
  await page.locator(".crashed a").click();
  await alive(page);
  assert.equal(await page.locator(".crashed").isVisible(), false);
  await page.context().close();
});
