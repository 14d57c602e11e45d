// What people come for, in their own words, on a phone with a finger and at a desk with mouse and keyboard.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch, open, visit } from "./browser.js";
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

const PHONE = { width: 390, height: 780, hasTouch: true, isMobile: true };
const DESK = { width: 1280, height: 800 };

// Runs `body` in each of these ways, and expects that nothing was complained of.
function task(name, ways, body, options = {}) {
  for (const way of ways) {
    test(`${name} (${way.isMobile ? "phone" : "desk"})`, async () => {
      const page = await open(browser, { ...way, ...options });
      await visit(page, site.at(options.query));
      const explorer = new ExplorerPage(page);
      await explorer.laidOut();
      const press = (target) => (way.isMobile ? target.tap() : target.click());
      await body({ explorer, page, press, isPhone: Boolean(way.isMobile) });
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
}

task("find the projects at 魏寨村 by pinyin", [PHONE, DESK], async ({ explorer, page }) => {
  for (const typed of ["weizhaicun", "weizhaic", "Ｗｅｉｚｈａｉｃ"]) {
    await explorer.filter.fill(typed);
    await explorer.showsProjects(2);
    assert.deepEqual(await page.locator("#projects mark").allTextContents(), ["魏寨村", "魏寨村"], typed);
  }
  // Initials are those of other villages too.
  await explorer.filter.fill("wzc");
  await page.locator("#projects mark").getByText("吴寨村").first().waitFor();
  assert.ok((await page.locator("#projects mark").allTextContents()).includes("魏寨村"));
});

task("what comes to 魏寨村? asked in the search over everything", [PHONE, DESK], async ({ explorer, page, press, isPhone }) => {
  if (isPhone) await press(page.locator(".search-open"));
  else await page.keyboard.press("/");
  await explorer.search.pressSequentially("weizhaicun");
  await press(explorer.options.filter({ hasText: "魏寨村" }).filter({ hasText: "2 个项目" }).first());
  await explorer.addressSays("?place=weizhai-cun&v=2");
  await explorer.showsProjects(2);
  await page.waitForFunction(() => document.activeElement.id === "projects-heading");
  const { y } = await page.locator("#projects-heading").boundingBox();
  assert.ok(y >= 0 && y < 400, `the list is in sight: ${y}`);
});

task("how clean is the air to be? asked in the search over everything", [PHONE, DESK], async ({ explorer, page, press, isPhone }) => {
  if (isPhone) await press(page.locator(".search-open"));
  else await explorer.search.click();
  await explorer.search.pressSequentially("pm2.5");
  await press(explorer.options.first());
  await explorer.addressSays("?item=pm25&v=2");
  await page.getByRole("heading", { name: /计划是“完成市定目标”，不是数字/ }).waitFor();
});

task("answer by keyboard alone whether the PM2.5 plan is a number", [DESK], async ({ explorer, page }) => {
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.activeElement.id === "search");
  await page.keyboard.type("pm25");
  await page.keyboard.press("Escape");
  assert.equal(await explorer.search.inputValue(), "");
  await page.keyboard.type("PM2.5");
  await explorer.options.first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(
    () => document.activeElement.getAttribute("aria-activedescendant") === document.querySelector(".option.active")?.id,
  );
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.textContent.includes("计划是“完成市定目标”，不是数字"));
  // And back to where it was opened from.
  await page.keyboard.press("Escape");
  await explorer.addressSays("");
  await page.waitForFunction(() => document.activeElement.id === "search");
});

task("send a filtered list to somebody and open it there", [PHONE, DESK], async ({ explorer, page, press, isPhone }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  // A device with a sheet of its own would open that.
  await page.evaluate(() => Object.defineProperty(navigator, "share", { value: undefined }));
  await explorer.filter.fill("大道");
  if (isPhone) await press(explorer.openFacets);
  await explorer.laidOut();
  await press(explorer.figure("facets").target("sector:logistics"));
  await press(page.locator(isPhone ? ".results [data-test=share]" : ".nav [data-test=share]"));
  await page.getByText("已复制链接").first().waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const query = "?q=%E5%A4%A7%E9%81%93&sector=logistics&v=2";
  assert.equal(link, site.at(`${query}#projects`));
  const shown = await explorer.projects.allTextContents();
  const there = await open(browser, DESK);
  await visit(there, site.at(`${query}&from=singlemessage#projects`));
  const other = new ExplorerPage(there);
  // It opens where it was sent from.
  await there.waitForFunction(() => Math.abs(document.querySelector("#projects").getBoundingClientRect().top) < 200);
  await other.showsProjects(shown.length);
  assert.deepEqual(await other.projects.allTextContents(), shown);
  await there.context().close();
});

test("the device's own sheet is used where there is one, and closing it is no failure", async () => {
  const page = await open(browser, PHONE);
  await page.addInitScript(() => {
    navigator.share = async (data) => {
      window.shared = data;
      throw new DOMException("closed", "AbortError");
    };
  });
  await visit(page, site.at("?item=pm25"));
  await page.locator(".detail [data-test=share]").tap();
  const shared = await page.waitForFunction(() => window.shared);
  assert.deepEqual(await shared.jsonValue(), { title: "2020年完成，2021年计划 · 平顶山市卫东区", url: site.at("?item=pm25&v=2") });
  assert.equal(await page.locator(".detail .share-told").textContent(), "");
  await page.context().close();
});

test("where nothing can be sent or copied, the link stands there to be copied", async () => {
  const page = await open(browser, DESK);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "share", { value: undefined });
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await visit(page, site.at("?q=x"));
  await page.locator(".nav [data-test=share]").click();
  assert.equal(await page.locator(".nav .link-to-copy").inputValue(), site.at("?q=x&v=2"));
  await page.context().close();
});

task("open an indicator, compare, and go back", [PHONE, DESK], async ({ explorer, page, press, isPhone }) => {
  const row = page.locator("[data-test=indicator-row]").getByRole("link", { name: "固定资产投资增长" });
  await row.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await press(row);
  await page.getByRole("heading", { name: /固定资产投资增长：计划比完成低 1.9/ }).waitFor();
  await page.waitForFunction(() => document.activeElement.matches("#indicator-detail h3"));
  await explorer.addressSays("?item=fixed-investment-growth&v=2");
  const detail = page.locator("#indicator-detail");
  for (const part of ["全市", "正文中的说法", "相关任务", "核对"]) assert.ok((await detail.textContent()).includes(part), part);
  if (isPhone) {
    // A page of its own: nothing else can be reached.
    assert.equal(await page.locator("#projects-heading").isVisible(), false);
    assert.equal(await explorer.overflows(), false);
  } else {
    assert.ok(await row.isVisible());
  }
  await page.goBack();
  await explorer.addressSays("");
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - before) < 200, "where one was");
  await page.goForward();
  await explorer.addressSays("?item=fixed-investment-growth&v=2");
  await press(page.locator("#indicator-detail [data-test=detail-close]"));
  await explorer.addressSays("");
  await page.waitForFunction(() => document.activeElement.dataset?.item === "fixed-investment-growth");
});

task("which targets are no numbers?", [PHONE, DESK], async ({ explorer, page }) => {
  await page.locator("#target").selectOption("assigned");
  await explorer.addressSays("?target=assigned&v=2");
  const shown = page.locator("[data-test=indicator-row]");
  assert.equal(await shown.count(), 4);
  for (const text of await shown.allTextContents()) assert.ok(text.includes("完成市定目标"), text);
  // Counts follow: none of these can be compared.
  assert.match(await page.locator("#state option[value=above]").textContent(), /· 0$/);
  await page.locator("[data-test=as-chart]").click();
  await explorer.laidOut();
  assert.equal(await page.locator("#indicators-chart g.row").count(), 4);
  await page.locator("#state").selectOption("above");
  await page.getByText("没有同时符合这些条件的指标").waitFor();
  await page.locator("#indicators .count-line button").click();
  await explorer.addressSays("?as=chart&v=2");
});

task("a project opens, and leads to the others at its place", [PHONE, DESK], async ({ explorer, page, press }) => {
  await explorer.filter.fill("魏寨村");
  await explorer.showsProjects(2);
  await press(explorer.projects.first().getByRole("link"));
  const detail = page.locator("#project-detail");
  await detail.getByRole("heading", { name: "魏寨区域收储项目" }).waitFor();
  await page.waitForFunction(() => document.activeElement.matches("#project-detail :is(h2, h3)"));
  for (const part of ["北环路", "魏寨村", "用地专栏", "土地收储"]) assert.ok((await detail.textContent()).includes(part), part);
  await press(detail.getByRole("link", { name: "魏寨村 · 2 个项目" }));
  await explorer.addressSays("?place=weizhai-cun&v=2");
  await explorer.showsProjects(2);
  await page.goBack();
  await detail.getByRole("heading", { name: "魏寨区域收储项目" }).waitFor();
});

task("keep the two lists of projects apart, and join them", [DESK], async ({ explorer, page }) => {
  await page.locator("#by").selectOption("list");
  await explorer.addressSays("?by=list&v=2");
  const groups = await page.locator("[data-test=project-group]").allTextContents();
  assert.deepEqual(groups, ["正文58 个项目", "用地专栏35 个项目"]);
  // Those in both stand in both.
  assert.equal(await explorer.projects.count(), 58 + 35);
  await page.locator("#by").selectOption("none");
  await explorer.showsProjects(82);
});

task("projects by place, sorted by name", [PHONE], async ({ explorer, page }) => {
  await page.locator("#by").selectOption("place");
  await page.locator("#order").selectOption("name");
  await explorer.addressSays("?order=name&by=place&v=2");
  assert.equal(await page.locator("[data-test=project-group]").first().textContent(), "平安大道8 个项目");
  assert.equal(await explorer.overflows(), false);
});

task("take along just the projects that are shown", [DESK], async ({ explorer, page }) => {
  await explorer.filter.fill("魏寨");
  await explorer.showsProjects(3);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("#project-list [data-download=csv]").click(),
  ]);
  assert.equal(download.suggestedFilename(), "平顶山市卫东区2021_项目分布_-魏寨-.csv");
  const text = await readFile(await download.path(), "utf8");
  assert.equal(text.charCodeAt(0), 0xfeff);
  const lines = text.trim().split("\r\n");
  assert.equal(lines.length, 4);
  assert.ok(lines.slice(1).every((line) => line.includes("魏寨") && line.endsWith("“魏寨”")), text);
});

task("what was promised for housing, and what was done the year before?", [PHONE, DESK], async ({ page, press }) => {
  const area = page.locator("[data-test=task-area]").filter({ hasText: "持续提升城市品质" });
  await press(area.locator("summary"));
  const promised = area.locator("[data-test=task-row]").filter({ hasText: "改造列入省计划的老旧小区" });
  assert.match(await promised.textContent(), /34个.*2020 年完成：20个/s);
  assert.match(await area.locator("[data-test=achieved]").textContent(), /问题楼盘化解率 95%/);
  await press(promised.getByRole("link", { name: "2020 年完成：20个" }));
  const figure = page.locator("#item-f067");
  await page.waitForFunction(() => document.activeElement.id === "item-f067");
  assert.ok((await figure.getAttribute("class")).includes("chosen"));
});

task("where does the report contradict itself?", [PHONE, DESK], async ({ page, press, explorer }) => {
  await press(page.locator("[data-test=insight]").filter({ hasText: "自相矛盾" }).getByRole("link"));
  await page.waitForFunction(() => document.activeElement.id === "findings-heading");
  const conflicts = page.locator("[data-test=findings]").first();
  assert.match(await conflicts.textContent(), /自相矛盾.*社会消费品零售总额/s);
  await press(conflicts.getByRole("link").first());
  await page.waitForFunction(() => location.search.startsWith("?item=retail-sales"));
  await explorer.figure("indicator").heading.waitFor();
});

task("all figures of a section, by what they measure", [PHONE, DESK], async ({ explorer, page }) => {
  await page.locator("#section").selectOption("1.5");
  await page.locator("#figures-by").selectOption("measure");
  await explorer.addressSays("?section=1.5&figures=measure&v=2");
  assert.equal(await page.locator("[data-test=figure-row]").count(), 18);
  await page.locator("[data-test=figure-filter]").fill("lvhua");
  await page.waitForFunction(() => document.querySelectorAll("[data-test=figure-row]").length === 1);
  assert.match(await page.locator("[data-test=figure-row]").textContent(), /村庄绿化.*800亩/s);
  await page.locator("[data-test=figure-filter]").fill("qqq");
  await page.getByText("没有符合条件的数字").waitFor();
  assert.equal(await explorer.overflows(), false);
});

task("one section alone, and the way back to all", [PHONE, DESK], async ({ explorer, page, press }) => {
  await press(page.locator("#projects .only"));
  await explorer.addressSays("?view=projects&v=2");
  assert.equal(await page.locator("#overview").isVisible(), false);
  assert.equal(await page.locator("main > section:visible").count(), 1);
  assert.ok(await page.locator("#projects").isVisible());
  assert.equal(await explorer.nav.locator("[aria-current]").textContent(), "项目");
  await press(explorer.nav.getByText("任务"));
  await explorer.addressSays("?view=tasks&v=2");
  await page.goBack();
  await explorer.showsProjects(82);
  await press(page.locator("[data-test=view-all]"));
  await explorer.addressSays("");
  await page.locator("#overview").waitFor();
});

task("the navigation stays in sight and says where one is", [PHONE, DESK], async ({ explorer, page, press, isPhone }) => {
  await press(explorer.nav.getByText("项目"));
  await page.waitForFunction(() => document.querySelector(".nav [aria-current]")?.textContent === "项目");
  const { y, height } = await explorer.nav.boundingBox();
  if (isPhone) assert.ok(y + height >= 700, "in reach of the thumb");
  else assert.ok(y >= 0 && y < 60, `${y}`);
  for (const box of await explorer.nav.locator("a").evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height))) {
    assert.ok(box >= 44, "large enough for a finger");
  }
});

task("a link to an id that is gone shows the nearest and says so", [PHONE, DESK], async ({ explorer, page }) => {
  await explorer.notices.getByText("这份报告里没有“pm2.5”，已打开名称最接近的“pm25”。").waitFor();
  await page.getByRole("heading", { name: /细颗粒物/ }).first().waitFor();
  await explorer.addressSays("?item=pm25&v=2");
}, { query: "?item=pm2.5" });

task("a link of the first version still works", [DESK], async ({ explorer, page }) => {
  await explorer.addressSays("?measure=people&v=2&from=timeline");
  await page.locator("#numbers g.row").first().waitFor();
  assert.equal(await explorer.notices.count(), 0);
}, { query: "?unit=people&from=timeline" });

task("what nobody wrote about is said to be not found, and what to try", [PHONE, DESK], async ({ explorer, page, press, isPhone }) => {
  if (isPhone) await press(page.locator(".search-open"));
  await explorer.search.pressSequentially("qqqq");
  await page.getByText("没有找到“qqqq”。可以试试更短的词、拼音或首字母。").waitFor();
  await explorer.search.evaluate((field) => {
    field.value = "zh".repeat(5000);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await page.waitForFunction(() => document.querySelector("[data-test=search]").value.length === 100);
});

task("a syllable begun before the bars have followed is not taken away", [DESK], async ({ explorer, page }) => {
  const session = await page.context().newCDPSession(page);
  await explorer.filter.focus();
  await session.send("Input.insertText", { text: "魏" });
  await session.send("Input.imeSetComposition", { text: "zhai", selectionStart: 4, selectionEnd: 4 });
  // The bars follow what has been typed.
  await page.waitForFunction(
    () => document.querySelector('#facets [data-id="list:text"]').getAttribute("aria-description") !== "58 个项目",
  );
  assert.equal(await explorer.filter.inputValue(), "魏zhai");
  await session.send("Input.insertText", { text: "寨" });
  await explorer.showsProjects(3);
});

task("closing leads back to where it was opened, also where others lead there too", [PHONE, DESK], async ({ explorer, page, press }) => {
  const row = page.locator("[data-test=indicator-row] [data-item=gdp-growth]");
  await row.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await press(row);
  await explorer.addressSays("?item=gdp-growth&v=2");
  await press(page.locator("#indicator-detail [data-test=detail-close]"));
  await page.waitForFunction(() => document.activeElement.closest("[data-test=indicator-row]"));
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - before) < 200);
});

task("a figure that was opened can be filtered away, and opened again", [DESK], async ({ explorer, page }) => {
  await page.getByText("显示 118 个，共 118 个").waitFor();
  await page.locator("[data-test=figure-filter]").fill("qqq");
  await page.getByText("没有符合条件的数字").waitFor();
  await page.locator("[data-test=task-area] summary").nth(5).click();
  await page.locator("[data-test=task-row]").getByRole("link", { name: "2020 年完成：20个" }).click();
  await page.waitForFunction(() => document.activeElement.id === "item-f067");
  // Once more: what is open already is shown again.
  await page.locator("[data-test=task-row]").getByRole("link", { name: "2020 年完成：20个" }).click();
  await page.waitForFunction(() => document.activeElement.id === "item-f067");
}, { query: "?item=f067" });

task("back from one section, the page is where that section is", [DESK], async ({ explorer, page }) => {
  await page.locator("#tasks .only").scrollIntoViewIfNeeded();
  const top = () => page.evaluate(() => document.querySelector("#tasks-heading").getBoundingClientRect().top);
  const before = await top();
  await page.locator("#tasks .only").click();
  await explorer.addressSays("?view=tasks&v=2");
  await page.waitForFunction(() => document.documentElement.scrollHeight < 8000);
  await page.goBack();
  // Sections that were not displayed are there again, and the heading where it was in the window.
  await page.waitForFunction(
    (before) => Math.abs(document.querySelector("#tasks-heading").getBoundingClientRect().top - before) < 50,
    before,
  );
  assert.ok(await page.locator("#overview").isVisible());
});

for (const view of ["overview", "indicators", "projects", "tasks", "findings"]) {
  task(`the address of a section alone shows that: ${view}`, [PHONE, DESK], async ({ explorer, page }) => {
    const shown = await page.locator("main > section:visible").evaluateAll((all) => all.map((one) => one.dataset.part));
    assert.ok(shown.length > 0 && shown.every((part) => part === view), shown.join());
    assert.ok((await page.locator(`#${view} h2`).first().boundingBox()).height > 10);
    assert.equal(await explorer.overflows(), false);
    assert.equal(await page.locator(".only").filter({ visible: true }).count(), 0);
    await page.locator("[data-test=view-all]").click();
    await explorer.addressSays("");
    assert.equal(await page.locator("main > section").filter({ visible: false }).count(), 0);
  }, { query: `?view=${view}&v=2` });
}

for (const [item, focused] of [
  ["pm25", "indicator-heading"],
  ["p08", "project-heading"],
  ["t063", "item-t063"],
  ["f067", "item-f067"],
]) {
  // Nobody moves anything: the link alone asks for it.
  for (const way of [PHONE, DESK]) {
    test(`a link opens what it is about, and nothing stays hidden: ${item} (${way.isMobile ? "phone" : "desk"})`, async () => {
      const page = await open(browser, way);
      await page.goto(site.at(`?item=${item}&v=2`));
      await page.locator("html[data-more=ready]").waitFor({ state: "attached" });
      await page.waitForFunction(() => !document.documentElement.hasAttribute("data-opening"));
      await page.waitForFunction(() => document.activeElement !== document.body);
      const there = await page.evaluate(() => document.activeElement.id || document.activeElement.closest("[id]").id);
      const isThere = item.startsWith("p") ? await page.evaluate(() => Boolean(document.activeElement.closest(".detail.open"))) : there === focused;
      assert.ok(isThere, there);
      assert.ok(await page.locator(":focus").isVisible());
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
}

task("that the link was copied is told, and then no more", [DESK], async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => Object.defineProperty(navigator, "share", { value: undefined }));
  await page.locator(".nav [data-test=share]").click();
  await page.locator(".nav").getByText("已复制链接").waitFor();
  await page.locator(".nav").getByText("已复制链接").waitFor({ state: "detached" });
});

task("a press between the hits leaves the search open", [PHONE], async ({ explorer, page, press }) => {
  await press(page.locator(".search-open"));
  await explorer.search.pressSequentially("weizhai");
  await press(page.locator(".option-group").first());
  assert.equal(await explorer.options.first().isVisible(), true);
  await press(page.locator(".search-close"));
  await page.waitForFunction(() => document.activeElement.id === "search-open");
});
