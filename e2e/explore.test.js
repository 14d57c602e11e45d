// What people come for, in their own words, on a phone with a finger and at a desk with mouse and keyboard.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { alive, launch, open, visit } from "./browser.js";
import { ExplorerPage, hasCount, PAGES, take } from "./page.js";
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

const PHONE = { width: 390, height: 780, hasTouch: true, isMobile: true };
const DESK = { width: 1280, height: 800 };

const [PROJECTS, INDICATORS, TASKS, DATA] = ["projects", "indicators", "tasks", "data"].map((view) => ({ path: PAGES[view] }));

// Runs `body` in each of these ways, and expects that nothing was complained of.
function task(name, ways, body, options = {}) {
  for (const way of ways) {
    test(`${name} (${way.isMobile ? "phone" : "desk"})`, async () => {
      const page = await open(browser, { ...way, ...options });
      await visit(page, site.at(options.path));
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
    assert.deepEqual(await page.locator(".projects mark").allTextContents(), ["魏寨村", "魏寨村"], typed);
  }
  // Initials are those of other villages too.
  await explorer.filter.fill("wzc");
  await page.locator(".projects mark").getByText("吴寨村").first().waitFor();
  assert.ok((await page.locator(".projects mark").allTextContents()).includes("魏寨村"));
}, PROJECTS);

task("what comes to 魏寨村? asked in the search over everything", [PHONE, DESK], async ({ explorer, page, press, isPhone }) => {
  if (isPhone) await press(page.locator(".search-open"));
  else await page.keyboard.press("/");
  // At once: each letter would move the hits.
  await explorer.search.fill("weizhaicun");
  await press(explorer.options.filter({ hasText: "魏寨村" }).filter({ hasText: "3个项目" }).first());
  await explorer.addressIs("projects.html?place=weizhai-cun&v=3");
  await explorer.showsProjects(3);
  await explorer.isTitled("魏寨村（3）· 项目 · 平顶山市卫东区2021年计划");
  await explorer.focusIsOn("#heading");
  await explorer.isScrolledTo(0);
  const { y } = await explorer.projects.first().boundingBox();
  assert.ok(y >= 0 && y < 800, `the list is in sight: ${y}`);
});

task("how clean is the air to be? asked in the search over everything", [PHONE, DESK], async ({ explorer, page, press, isPhone }) => {
  if (isPhone) await press(page.locator(".search-open"));
  else await explorer.search.click();
  await explorer.search.fill("pm2.5");
  await press(explorer.options.filter({ hasText: "PM2.5" }).first());
  await explorer.addressIs("indicators.html?item=pm25&v=3");
  await page.getByRole("heading", { name: /计划没有数值（“完成市定目标”）/ }).waitFor();
});

task("answer by keyboard alone whether the PM2.5 plan is a number", [DESK], async ({ explorer, page }) => {
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.activeElement.id === "search");
  await page.keyboard.type("pm25");
  await page.keyboard.press("Escape");
  await explorer.searchSays("");
  await page.keyboard.insertText("PM2.5");
  await explorer.options.filter({ hasText: "PM2.5" }).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(
    () => document.activeElement.getAttribute("aria-activedescendant") === document.querySelector(".option.active")?.id,
  );
  await page.keyboard.press("Enter");
  await explorer.focusIsOn(".detail.open h2");
  await page.getByRole("heading", { name: /计划没有数值（“完成市定目标”），无法比较/ }).waitFor();
  // Closing it leaves the page that it is on.
  await page.keyboard.press("Escape");
  await explorer.addressIs("indicators.html");
  // The search that it came from stood on another page.
  await explorer.focusIsOn("#heading");
});

task("send a filtered list to somebody and open it there", [PHONE, DESK], async ({ explorer, page, press, isPhone }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  // A device with a sheet of its own would open that.
  await page.evaluate(() => Object.defineProperty(navigator, "share", { value: undefined }));
  await explorer.filter.fill("大道");
  if (isPhone) await press(explorer.openFacets);
  await explorer.laidOut();
  await press(explorer.category("sector:logistics"));
  if (isPhone) await press(page.getByRole("button", { name: /^查看\d+个项目$/ }));
  await press(page.locator("[data-test=share]").filter({ visible: true }));
  await page.getByText("已复制链接").first().waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const address = "projects.html?q=%E5%A4%A7%E9%81%93&sector=logistics&v=3";
  assert.equal(link, site.at(address));
  const shown = await explorer.projects.allTextContents();
  const there = await open(browser, DESK);
  await visit(there, site.at(`${address}&from=singlemessage`));
  const other = new ExplorerPage(there);
  await other.showsProjects(shown.length);
  assert.deepEqual(await other.projects.allTextContents(), shown);
  await there.context().close();
}, PROJECTS);

test("the device's own sheet is used where there is one, and closing it is no failure", async () => {
  const page = await open(browser, PHONE);
  await page.addInitScript(() => {
    navigator.share = async (data) => {
      window.shared = data;
      throw new DOMException("closed", "AbortError");
    };
  });
  await visit(page, site.at("indicators.html?item=pm25"));
  await page.locator(".detail [data-test=share]").tap();
  const shared = await page.waitForFunction(() => window.shared);
  assert.deepEqual(await shared.jsonValue(), {
    title: "细颗粒物（PM2.5）年均浓度 · 主要指标 · 平顶山市卫东区2021年计划",
    url: site.at("indicator/pm25.html"),
  });
  assert.equal(await page.locator(".detail .share-told").textContent(), "");
  await page.context().close();
});

for (const [folder, name] of [["", "细颗粒物"], ["en/", "PM2.5"]]) {
  test(`what is sent of an indicator leads to it, without scripts too: /${folder}`, async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open(browser, { javaScriptEnabled });
      await page.goto(site.at(`${folder}indicator/pm25.html`));
      await page.waitForURL((url) => url.pathname === new URL(site.at(`${folder}indicators.html`)).pathname);
      if (javaScriptEnabled) {
        await page.locator("#indicator-detail h2", { hasText: name }).waitFor();
        assert.deepEqual(page.complaints, []);
      } else {
        assert.equal(new URL(page.url()).hash, "#item-pm25");
        await hasCount(page.locator("#item-pm25"), 1);
      }
      await page.context().close();
    }
  });
}

test("where nothing can be sent or copied, the link stands there to be copied", async () => {
  const page = await open(browser, DESK);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "share", { value: undefined });
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await visit(page, site.at("projects.html?q=x"));
  await page.locator(".nav [data-test=share]").click();
  assert.equal(await page.locator(".nav .link-to-copy").inputValue(), site.at("projects.html?q=x&v=3"));
  await page.context().close();
});

task("open an indicator, compare, and go back", [PHONE, DESK], async ({ explorer, page, press, isPhone }) => {
  const row = page.locator("[data-test=indicator-row]").getByRole("link", { name: "固定资产投资增长" });
  await row.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await press(row);
  await page.getByRole("heading", { name: /固定资产投资增长：计划比上年完成低1.9/ }).waitFor();
  await explorer.focusIsOn("#indicator-detail h2");
  await explorer.addressIs("indicators.html?item=fixed-investment-growth&v=3");
  const detail = page.locator("#indicator-detail");
  for (const part of ["全市", "见于正文", "相关任务", "核对"]) await detail.filter({ hasText: part }).waitFor();
  if (isPhone) {
    // A page of its own: nothing else can be reached.
    await explorer.heading.waitFor({ state: "hidden" });
    assert.equal(await explorer.overflows(), false);
  } else {
    await row.waitFor();
  }
  await page.goBack();
  await explorer.addressIs("indicators.html");
  await explorer.opened.waitFor({ state: "detached" });
  await explorer.isScrolledTo(before);
  await page.goForward();
  await explorer.addressIs("indicators.html?item=fixed-investment-growth&v=3");
  await explorer.focusIsOn("#indicator-detail h2");
  await press(page.locator("#indicator-detail [data-test=detail-close]"));
  await explorer.addressIs("indicators.html");
  await explorer.focusIsOn("[data-item=fixed-investment-growth]");
}, INDICATORS);

task("which targets are no numbers?", [PHONE, DESK], async ({ explorer, page }) => {
  await page.locator("#target").selectOption("assigned");
  await explorer.addressIs("indicators.html?target=assigned&v=3");
  const shown = page.locator("[data-test=indicator-row]");
  await hasCount(shown, 4);
  for (const text of await shown.allTextContents()) assert.ok(text.includes("完成市定目标"), text);
  // Counts follow: none of these can be compared.
  assert.match(await page.locator("#state option[value=above]").textContent(), /· 0$/);
  await page.locator("[data-test=as-chart]").click();
  await explorer.laidOut();
  // What cannot be compared has no place on a scale.
  await hasCount(page.locator("#indicators-chart g.row"), 0);
  await hasCount(page.locator("[data-test=in-words] [data-test=indicator-row]"), 4);
  await page.locator("#state").selectOption("above");
  await page.getByText("没有同时符合这些条件的指标").waitFor();
  await page.locator(".count-line button").click();
  await explorer.addressIs("indicators.html?as=chart&v=3");
}, INDICATORS);

task("a project opens, and leads to the others at its place", [PHONE, DESK], async ({ explorer, page, press }) => {
  await explorer.filter.fill("魏寨村");
  await explorer.showsProjects(2);
  await press(explorer.projects.first().getByRole("link"));
  const detail = page.locator("#project-detail");
  await detail.getByRole("heading", { name: "魏寨区域收储项目" }).waitFor();
  await page.waitForFunction(() => document.activeElement.matches("#project-detail h2"));
  for (const part of ["北环路", "魏寨村", "用地专栏", "土地收储"]) assert.ok((await detail.textContent()).includes(part), part);
  await press(detail.getByRole("link", { name: "魏寨村 · 3个项目" }));
  await explorer.addressIs("projects.html?place=weizhai-cun&v=3");
  await explorer.showsProjects(3);
  await page.goBack();
  await detail.getByRole("heading", { name: "魏寨区域收储项目" }).waitFor();
  await explorer.isTitled("魏寨区域收储项目 · 项目 · 平顶山市卫东区2021年计划");
}, PROJECTS);

task("is the old road name told, and what may be the same project?", [PHONE, DESK], async ({ page }) => {
  const detail = page.locator("#project-detail");
  await detail.getByText("旧名，今为昆阳大道").waitFor();
  await page.goto(site.at("projects.html?item=p08&v=3"));
  await alive(page);
  assert.deepEqual(await detail.locator("[data-test=related] a").allTextContents(), ["国家级（平顶山）应急物资储备库"]);
  // Both have the relation.
  await detail.locator("[data-test=related] a").click();
  await detail.locator("[data-test=related] a", { hasText: "豫南应急物资储备中心" }).waitFor();
}, { path: "projects.html?item=p14" });

task("what does the main text state for both years?", [PHONE, DESK], async ({ explorer, page }) => {
  const pairs = page.locator("[data-test=pair]");
  await hasCount(pairs, 6);
  const told = await pairs.allTextContents();
  for (const [at, ...parts] of [
    [0, "重点项目", "110个", "119个", "计划比上年完成高9个（+8.2%）"],
    [4, "实际到位省外资金", "46.11亿元", "力争30亿元以上", "上年完成已达到计划的下限"],
    [5, "老旧小区", "20个", "34个", "口径不同，不作比较"],
  ]) {
    for (const part of parts) assert.ok(told[at].includes(part), `${part} in ${told[at]}`);
  }
  assert.equal(await explorer.overflows(), false);
}, TASKS);

task("what is planned lower than it was?", [PHONE, DESK], async ({ page, press, explorer }) => {
  await press(page.locator("[data-test=insight] a").filter({ hasText: "目标低于" }));
  await page.waitForURL(/tasks\.html#both-years$/);
  await explorer.isInSight("#both-years h2");
}, { path: "" });

task("what became of last year's projects?", [PHONE, DESK], async ({ explorer, page, press }) => {
  const lists = page.locator("[data-test=carry-over]");
  await hasCount(lists, 3);
  await press(lists.nth(1).locator("summary"));
  await lists.nth(1).getByRole("link", { name: "展示中心" }).waitFor();
  assert.ok((await lists.nth(2).locator("summary").textContent()).includes("24个项目"));
  assert.equal(await explorer.overflows(), false);
}, PROJECTS);

task("what does the report itself call a problem?", [PHONE, DESK], async ({ page, press }) => {
  const kinds = page.locator("[data-test=remarks]");
  await hasCount(kinds, 5);
  await press(kinds.first().locator("summary"));
  await page.waitForFunction(() => document.querySelectorAll("[data-test=remark]").length === 7);
  await press(kinds.nth(1).locator("summary"));
  await kinds.nth(1).getByText("吕庄村").waitFor();
}, DATA);

task("keep the two lists of projects apart, and join them", [DESK], async ({ explorer, page }) => {
  await page.locator("#by").selectOption("list");
  await explorer.addressIs("projects.html?by=list&v=3");
  const groups = await page.locator("[data-test=project-group]").allTextContents();
  assert.deepEqual(groups, ["正文58个项目", "用地专栏35个项目"]);
  // Those in both stand in both.
  await hasCount(explorer.projects, 58 + 35);
  await page.locator("#by").selectOption("none");
  await explorer.showsProjects(82);
}, PROJECTS);

task("projects by place, sorted by name", [PHONE], async ({ explorer, page }) => {
  await page.locator("#by").selectOption("place");
  await page.locator("#order").selectOption("name");
  await explorer.addressIs("projects.html?order=name&by=place&v=3");
  assert.equal(await page.locator("[data-test=project-group]").first().textContent(), "311国道1个项目");
  assert.equal(await explorer.overflows(), false);
}, PROJECTS);

task("take along just the projects that are shown", [DESK], async ({ explorer, page }) => {
  await explorer.filter.fill("魏寨");
  await explorer.showsProjects(3);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    take(page.locator("#project-list [data-download=csv]")),
  ]);
  assert.equal(download.suggestedFilename(), "平顶山市卫东区2021_项目名单_-魏寨-.csv");
  const text = await readFile(await download.path(), "utf8");
  assert.equal(text.charCodeAt(0), 0xfeff);
  const lines = text.trim().split("\r\n");
  assert.equal(lines.length, 4);
  assert.ok(lines.slice(1).every((line) => line.includes("魏寨") && line.endsWith("“魏寨”")), text);
}, PROJECTS);

task("what was promised for housing, and what was done the year before?", [PHONE, DESK], async ({ explorer, page, press }) => {
  const area = page.locator("[data-test=task-area]").filter({ hasText: "持续提升城市品质" });
  await press(area.locator("summary"));
  const promised = area.locator("[data-test=task-row]").filter({ hasText: "纳入省定计划的老旧小区改造" });
  assert.match(await promised.textContent(), /34个.*2020年：20个（当年实施改造/s);
  assert.match(await area.locator("[data-test=achieved]").textContent(), /问题楼盘化解率 95%/);
  await press(promised.getByRole("link", { name: "2020年：20个" }));
  await explorer.addressIs("data.html?item=f067&v=3");
  await explorer.focusIsOn("#item-f067");
  assert.ok((await page.locator("#item-f067").getAttribute("class")).includes("chosen"));
  const { y } = await page.locator("#item-f067").boundingBox();
  assert.ok(y >= 0 && y < 700, `${y}`);
}, TASKS);

task("what is promised and was done for people’s lives?", [PHONE, DESK], async ({ page, explorer, press }) => {
  const jobs = page.locator("[data-test=living]").filter({ hasText: "就业" });
  await press(jobs.locator("summary"));
  await jobs.locator("[data-test=task-row]").nth(1).waitFor();
  await press(jobs.locator("[data-test=achieved] a").first());
  await page.waitForFunction(() => /\/data\.html\?item=f\d+&v=3$/.test(location.href));
  await explorer.focusIsOn("[data-test=figure-row].chosen");
}, { path: PAGES.topics });

task("where does the report contradict itself?", [PHONE, DESK], async ({ page, press, explorer }) => {
  await press(page.locator("[data-test=insight]").filter({ hasText: "写法不一致" }).getByRole("link"));
  await page.waitForFunction(() => location.pathname.endsWith("/data.html"));
  const conflicts = page.locator("[data-test=reconciliation]").first();
  assert.match(await conflicts.textContent(), /写法不一致.*社会消费品零售总额/s);
  await page.waitForFunction(() => {
    const { top } = document.querySelector("#reconciliation").getBoundingClientRect();
    return top >= -5 && top < innerHeight / 2;
  });
  await press(conflicts.getByRole("link").first());
  await page.waitForFunction(() => location.search.startsWith("?item="));
  await explorer.opened.or(page.locator("[data-test=figure-row].chosen")).first().waitFor();
});

task("every target of the first page leads to its indicator or task", [PHONE, DESK], async ({ page, press, explorer }) => {
  const items = await page.locator("[data-test=tile] a").evaluateAll((links) => links.map((link) => link.dataset.item));
  for (const item of items) {
    await press(page.locator(`[data-test=tile] [data-item="${item}"]`));
    await page.waitForFunction((item) => location.search === `?item=${item}&v=3`, item);
    await page.waitForFunction(() => document.activeElement.matches(".detail.open h2, .chosen"));
    assert.ok((await page.locator(":focus").textContent()).length > 3, item);
    await page.goBack();
    await explorer.addressIs("");
    await page.locator("[data-test=tile]").first().waitFor();
  }
});

task("all figures of a section, by what they measure", [PHONE, DESK], async ({ explorer, page }) => {
  await page.locator("#section").selectOption("1.5");
  await page.locator("#figures-by").selectOption("measure");
  await explorer.addressIs("data.html?section=1.5&figures=measure&v=3");
  await hasCount(page.locator("[data-test=figure-row]"), 18);
  await page.locator("[data-test=figure-filter]").fill("lvhua");
  await page.waitForFunction(() => document.querySelectorAll("[data-test=figure-row]").length === 1);
  assert.match(await page.locator("[data-test=figure-row]").textContent(), /村庄绿化.*800亩/s);
  await page.locator("[data-test=figure-filter]").fill("qqq");
  await page.getByText("没有符合条件的数字").waitFor();
  assert.equal(await explorer.overflows(), false);
}, DATA);

task("the navigation stays in sight and says where one is", [PHONE, DESK], async ({ explorer, page, press, isPhone }) => {
  await press(explorer.navLink("projects"));
  await page.waitForFunction(() => document.querySelector(".nav [aria-current]")?.textContent === "项目");
  await explorer.focusIsOn("#heading");
  await page.mouse.wheel(0, 2000);
  await page.waitForFunction(() => scrollY > 1000);
  const { y, height } = await explorer.nav.boundingBox();
  if (isPhone) assert.ok(y + height >= 700, "in reach of the thumb");
  else assert.ok(y >= 0 && y < 60, `${y}`);
  for (const box of await explorer.nav.locator("a").evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height))) {
    assert.ok(box >= 44, "large enough for a finger");
  }
});

task("a link to an id that is gone shows the nearest and says so", [PHONE, DESK], async ({ explorer, page }) => {
  await explorer.notices.getByText("本报告没有“pm2.5”，已打开名称最接近的“pm25”。").waitFor();
  await page.getByRole("heading", { name: /细颗粒物/ }).first().waitFor();
  await explorer.addressIs("indicators.html?item=pm25&v=3");
}, { path: "?item=pm2.5" });

task("a link of the first version still works", [DESK], async ({ explorer, page }) => {
  await explorer.addressIs("data.html?measure=people&v=3&from=timeline");
  await page.locator("#numbers g.row").first().waitFor();
  await hasCount(explorer.notices, 0);
}, { path: "?unit=people&from=timeline" });

task("what nobody wrote about is said to be not found, and what to try", [PHONE, DESK], async ({ explorer, page, press, isPhone }) => {
  if (isPhone) await press(page.locator(".search-open"));
  await explorer.search.pressSequentially("qqqq");
  await page.getByText("没有找到“qqqq”。请换更短的词，或用拼音、拼音首字母搜索。").waitFor();
  await explorer.search.evaluate((field) => {
    field.value = "zh".repeat(5000);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await page.waitForFunction(() => document.querySelector("[data-test=search]").value.length === 100);
});

task("a syllable begun before the categories have followed is not taken away", [DESK], async ({ explorer, page }) => {
  const session = await page.context().newCDPSession(page);
  await explorer.filter.focus();
  await session.send("Input.insertText", { text: "魏" });
  await session.send("Input.imeSetComposition", { text: "zhai", selectionStart: 4, selectionEnd: 4 });
  // The categories follow what has been typed.
  await page.waitForFunction(() => document.querySelector('#facets [data-id="list:text"] .choice-count').textContent !== "58");
  assert.equal(await explorer.filter.inputValue(), "魏zhai");
  await session.send("Input.insertText", { text: "寨" });
  await explorer.showsProjects(3);
}, PROJECTS);

task("closing leads back to where it was opened, also where others lead there too", [PHONE, DESK], async ({ explorer, page, press }) => {
  const row = page.locator("[data-test=indicator-row] [data-item=gdp-growth]");
  await row.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await press(row);
  await explorer.addressIs("indicators.html?item=gdp-growth&v=3");
  await press(page.locator("#indicator-detail [data-test=detail-close]"));
  await page.waitForFunction(() => document.activeElement.closest("[data-test=indicator-row]"));
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - before) < 200);
}, INDICATORS);

task("a figure that was opened can be filtered away, and opened again", [DESK], async ({ explorer, page }) => {
  await page.getByText("共118个", { exact: true }).waitFor();
  await page.locator("[data-test=figure-filter]").fill("qqq");
  await page.getByText("没有符合条件的数字").waitFor();
  await page.locator("#reconciliation summary").nth(1).click();
  const link = page.locator("[data-test=finding] a[data-item^=f]").first();
  const item = await link.getAttribute("data-item");
  await link.click();
  await explorer.focusIsOn(`#item-${item}`);
  await page.getByText("共118个", { exact: true }).waitFor();
  // Once more: what is open already is shown again.
  await link.click();
  await explorer.focusIsOn(`#item-${item}`);
}, { path: "data.html?item=f067" });

for (const [item, address, focused] of [
  ["pm25", "indicators.html", ".detail.open #indicator-heading"],
  ["p08", "projects.html", ".detail.open h2"],
  ["t063", "tasks.html", "#item-t063"],
  ["f067", "data.html", "#item-f067"],
  ["levels", "topics.html", "#levels-heading"],
  ["promise", "", "#promise-heading"],
]) {
  // Nobody moves anything: the link alone asks for it.
  for (const way of [PHONE, DESK]) {
    test(`a link opens what it is about, and nothing stays hidden: ${item} (${way.isMobile ? "phone" : "desk"})`, async () => {
      const page = await open(browser, way);
      const explorer = new ExplorerPage(page);
      await page.goto(site.at(`${address}?item=${item}&v=3`));
      await alive(page);
      await page.waitForFunction(() => !document.documentElement.hasAttribute("data-opening"));
      await explorer.focusIsOn(focused);
      const { y } = await page.locator(focused).boundingBox();
      assert.ok(y >= 0 && y < way.height, `in sight: ${y}`);
      await page.locator(focused).waitFor();
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
  await explorer.options.first().waitFor();
  await press(page.locator(".search-close"));
  await page.waitForFunction(() => document.activeElement.id === "search-open");
});

// How many rows of a list are to be seen.
const seen = (page, rows) => page.locator(rows).filter({ visible: true }).count();

for (const [list, rows, options] of [
  ["#project-list", "[data-test=project-row]", PROJECTS],
  ["#figures", "[data-test=figure-row]", DATA],
]) {
  task(`a long list shows its first rows, and the rest when asked: ${list}`, [PHONE, DESK], async ({ page, press }) => {
    const all = await page.locator(rows).count();
    const first = await seen(page, rows);
    assert.ok(first >= 20 && first < all / 2, `${first} of ${all}`);
    await page.emulateMedia({ media: "print" });
    assert.equal(await seen(page, rows), all, "in print");
    await page.emulateMedia({ media: null });
    await press(page.locator(`${list} .more-rows button`));
    await page.waitForFunction(([rows, first]) => document.activeElement.closest(rows) === document.querySelectorAll(rows)[first], [rows, first]);
    assert.equal(await seen(page, rows), all);
    await hasCount(page.locator(`${list} .more-rows`), 0);
  }, options);
}

task("a short list has nothing more to show", [PHONE, DESK], async ({ explorer, page }) => {
  await explorer.filter.fill("魏寨");
  await explorer.showsProjects(3);
  await page.locator(".more-rows").waitFor({ state: "hidden" });
  await explorer.filter.fill("平顶山");
  assert.equal(await page.locator("#project-list .more-rows").isVisible(), (await explorer.projects.count()) > 20);
}, PROJECTS);

task("a project further down is shown where it stands, once it is open", [DESK], async ({ explorer, page }) => {
  const last = await explorer.projects.last().getAttribute("id");
  await page.locator(`#${last}`).waitFor({ state: "hidden" });
  await visit(page, site.at(`projects.html?item=${last.replace("item-", "")}&v=3`));
  await page.locator(`#${last}`).waitFor();
  await explorer.focusIsOn(".detail.open h2");
}, PROJECTS);

task("categories are a sheet over the list, which keys close too", [PHONE], async ({ explorer, page, press }) => {
  await explorer.category("sector:roads").waitFor({ state: "hidden" });
  await press(explorer.openFacets);
  await press(explorer.category("sector:roads"));
  const see = page.getByRole("button", { name: "查看8个项目" });
  await see.waitFor();
  const { y, height } = await see.boundingBox();
  assert.ok(y + height <= PHONE.height, "at the foot of the window");
  await press(see);
  await explorer.showsProjects(8);
  await explorer.focusIsOn("#project-count");
  await explorer.category("sector:roads").waitFor({ state: "hidden" });
  assert.equal(await explorer.openFacets.textContent(), "按类别筛选 · 已选1项");
  await explorer.openFacets.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await explorer.focusIsOn("#facets .choice");
  await page.keyboard.press("Escape");
  await explorer.focusIsOn(".open-facets");
  await explorer.category("sector:roads").waitFor({ state: "hidden" });
}, PROJECTS);

task("Back closes the sheet of categories and keeps what was chosen", [PHONE], async ({ explorer, page, press }) => {
  const sheet = page.locator("#facets");
  await press(explorer.openFacets);
  await press(explorer.category("sector:roads"));
  await explorer.showsProjects(8);
  await page.goBack();
  await sheet.waitFor({ state: "hidden" });
  await explorer.showsProjects(8);
  await explorer.addressIs("projects.html?sector=roads&v=3");
  // What is pressed beside the sheet closes it, and does what it does.
  await press(explorer.openFacets);
  await sheet.waitFor();
  await press(explorer.projects.first().locator("a"));
  await page.locator(".detail.open").waitFor();
  await page.goBack();
  await explorer.showsProjects(8);
  await sheet.waitFor({ state: "hidden" });
}, PROJECTS);

task("what has the focus is never behind the sheet of categories", [PHONE], async ({ explorer, page, press }) => {
  await press(explorer.openFacets);
  await page.locator(".sheet-foot button").focus();
  await page.keyboard.press("Tab");
  await page.locator("#facets").waitFor({ state: "hidden" });
  assert.ok(await page.evaluate(() => !document.activeElement.closest(".facets")));
  // Each of its chips is in sight while it has the focus.
  await press(explorer.openFacets);
  const chips = page.locator("#facets .choice:enabled");
  await chips.first().focus();
  for (let at = await chips.count(); at > 1; at -= 1) {
    await page.keyboard.press("Tab");
    const [chip, foot] = await page.evaluate(() => [document.activeElement, document.querySelector(".sheet-foot")].map((one) => one.getBoundingClientRect().toJSON()));
    assert.ok(chip.bottom <= foot.top + 1 || chip.top >= foot.top, `${chip.bottom} ${foot.top}`);
  }
}, PROJECTS);

task("a link to the categories shows them", [PHONE, DESK], async ({ explorer, page }) => {
  await visit(page, site.at("projects.html?item=facets&v=3"));
  await explorer.category("sector:roads").waitFor();
  await page.waitForFunction(() => document.activeElement.closest("#facets"));
}, PROJECTS);

task("the focus stays at the categories when a place that is rare is taken back", [DESK], async ({ explorer, page }) => {
  await page.getByRole("button", { name: /^显示全部\d+个地点/ }).click();
  const rare = page.locator('#facets [data-id^="place:"]').last();
  await explorer.category("place:weizhai-cun").waitFor();
  const id = await page.locator('#facets [data-id^="place:"]:not([data-id="place:unstated"])').last().getAttribute("data-id");
  await explorer.category(id).click();
  await page.getByRole("button", { name: "只显示项目最多的地点" }).click();
  await rare.waitFor();
  await explorer.category(id).focus();
  await page.keyboard.press("Enter");
  await explorer.category(id).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement.closest(".facets"));
}, PROJECTS);

task("an open project stands below the name of its own group", [DESK], async ({ explorer, page }) => {
  const last = await explorer.projects.last().getAttribute("id");
  await visit(page, site.at(`projects.html?item=${last.replace("item-", "")}&by=sector&v=3`));
  const row = page.locator(`#${last}`);
  await row.waitFor();
  const [own, seen] = await row.evaluate((row) => {
    const before = (isSeen) => {
      for (let one = row.previousElementSibling; one; one = one.previousElementSibling) {
        if (one.matches("[data-test=project-group]") && (!isSeen || one.offsetHeight > 0)) return one.textContent;
      }
      return null;
    };
    return [before(false), before(true)];
  });
  assert.equal(seen, own);
}, PROJECTS);

task("what is open closes once its list no longer has it, and the focus stays", [DESK], async ({ explorer, page }) => {
  await explorer.projects.first().locator("a").click();
  await page.locator(".detail.open").waitFor();
  const name = await explorer.projects.first().locator(".project-name").textContent();
  await explorer.filter.pressSequentially(name.slice(0, 3));
  await explorer.addressIs(`projects.html?item=p01&q=${encodeURIComponent(name.slice(0, 3))}&v=3`);
  await hasCount(page.locator(".detail.open"), 1);
  await explorer.filter.fill("");
  await explorer.filter.pressSequentially("weizhai");
  await page.locator(".detail.open").waitFor({ state: "detached" });
  await explorer.focusIsOn("[data-test=project-filter]");
  assert.equal(await explorer.filter.inputValue(), "weizhai");
  await page.goBack();
  await page.locator(".detail.open").waitFor();
  await visit(page, site.at("indicators.html?item=pm25&v=3"));
  await page.locator("#state").selectOption("below");
  await page.locator(".detail.open").waitFor({ state: "detached" });
  // A link may show what the list does not have.
  await visit(page, site.at("projects.html?item=p01&q=weizhai&v=3"));
  await page.locator(".detail.open").waitFor();
  await explorer.showsProjects(3);
}, PROJECTS);

task("places stand in the order of their pinyin once all are shown", [DESK], async ({ explorer, page }) => {
  const places = page.locator('#facets [data-id^="place:"]');
  const few = await places.count();
  await page.getByRole("button", { name: /^显示全部\d+个地点/ }).click();
  await page.waitForFunction((few) => document.querySelectorAll('#facets [data-id^="place:"]').length > few, few);
  const ids = await places.evaluateAll((all) => all.map((one) => one.dataset.id.slice(6)));
  assert.equal(ids.pop(), "unstated");
  // The ids of this report are written in pinyin.
  const letters = ids.map((id) => id[0]);
  assert.deepEqual(letters, [...letters].sort());
  await page.locator("#by").selectOption("place");
  const groups = page.locator("[data-test=project-group] h2");
  await groups.first().waitFor();
  const names = await groups.allTextContents();
  const chips = await places.evaluateAll((all) => all.map((one) => one.firstChild.textContent.trim()));
  assert.deepEqual(names, chips);
}, PROJECTS);

task("what the report says of a project, and what it does not", [PHONE, DESK], async ({ page }) => {
  const told = page.locator("[data-test=told]");
  const opens = (item) => visit(page, site.at(`projects.html?item=${item}&v=3`));
  await opens("p01");
  assert.equal(await told.textContent(), "报告写了位置、2020年的进展、2021年的安排。");
  assert.deepEqual(await page.locator(".timeline > li").evaluateAll((steps) => steps.map(({ className, textContent }) => [className, textContent.slice(0, 5)])), [
    ["", "2020年"],
    ["plan", "2021年"],
  ]);
  await opens("p08");
  assert.equal(await told.textContent(), "报告写了位置，没有写2020年的进展、2021年的安排。");
  await visit(page, site.at("en/projects.html?item=p08&v=3"));
  assert.equal(await told.textContent(), "The report states its location, but not its progress in 2020 or what is planned for 2021.");
}, PROJECTS);

task("a road is a strip with the projects where the report puts them", [PHONE, DESK], async ({ page, press }) => {
  await visit(page, site.at("projects.html?item=p01&v=3"));
  const road = page.getByRole("group", { name: "平安大道沿线的项目" });
  const rows = await road.locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.firstChild.textContent));
  const line = rows.indexOf("平安大道");
  assert.ok(rows.indexOf("北侧") < line && rows.indexOf("南侧") > line, rows.join());
  const columns = await road.locator("thead th").allTextContents();
  assert.deepEqual([columns.includes("东段"), columns.at(-1)], [true, "未写明路段"]);
  const south = road.locator("tr").filter({ has: page.getByRole("rowheader", { name: "南侧", exact: true }) });
  const marked = south.locator("td").nth(columns.indexOf("东段")).locator("[aria-current]");
  assert.equal(await marked.textContent(), "平顶山市国际物流产业新城");
  // As many as the place is said to have.
  const projects = await road.locator("li").evaluateAll((all) => new Set(all.map((one) => one.textContent)).size);
  assert.equal(await page.locator("[data-test=place-link]").filter({ hasText: "平安大道" }).textContent(), `平安大道 · ${projects}个项目`);
  const other = road.locator("a").first();
  const name = await other.textContent();
  await press(other);
  await page.waitForFunction((name) => document.querySelector(".detail.open h2").textContent === name, name);
}, PROJECTS);
