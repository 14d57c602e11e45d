// The charts of the release build: the same by pointer, finger and keyboard; choosing; taking along; other ways to see.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { alive, launch, open, visit } from "./browser.js";
import { CHARTS, chartsOf, ExplorerPage, FOLDED_ON_PHONES, hasCount, isThere, PAGES, take } from "./page.js";
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
    const explorer = new ExplorerPage(page);
    await explorer.laidOut();
    await body(explorer, page);
    // Files that the page makes have addresses of its own origin.
    const elsewhere = page.requests.filter((address) => !address.replace("blob:", "").startsWith(site.origin));
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

const [INDICATORS, PROJECTS, TOPICS, DATA] = ["indicators", "projects", "topics", "data"].map((view) => ({ path: PAGES[view] }));

for (const lang of ["", "en/"]) {
  onPage(`every chart has a finding, a description, its source and its table ${lang}`, { path: lang }, async (explorer, page) => {
    for (const [view, file] of Object.entries(PAGES)) {
      await explorer.navLink(view).click();
      await explorer.addressIs(file);
      for (const id of chartsOf(file)) {
        const { figure, svg, heading } = explorer.figure(id);
        await svg.waitFor();
        assert.ok((await heading.textContent()).length > 5, id);
        assert.ok((await svg.getAttribute("aria-label")).length > 1, id);
        assert.ok((await svg.getAttribute("aria-description")).length > 20, id);
        assert.ok((await figure.locator(".source").textContent()).length > 3, id);
        assert.equal(await figure.locator("details.twin").evaluate((twin) => twin.open), false, id);
        await isThere(await explorer.figure(id).openTable());
        const targets = await figure.locator(".chart [data-id]").evaluateAll((marks) =>
          marks.map((mark) => mark.ariaLabel ?? mark.textContent + mark.getAttribute("aria-description")),
        );
        assert.ok(targets.length > 0 && targets.every((label) => label.length > 3), id);
        // Read as one thing, without what it is drawn of.
        assert.equal(await svg.getAttribute("tabindex"), "0", id);
        await hasCount(figure.locator(".chart [tabindex]"), 1, id);
        await hasCount(figure.locator(".chart [role=status]"), 1, id);
      }
      await hasCount(page.locator("figure"), chartsOf(file).length, view);
    }
  });
}

onPage("one stop of the Tab key leads to each chart", TOPICS, async (explorer, page) => {
  const seen = [];
  for (let press = 0; press < 40 && seen.length < 5; press += 1) {
    await page.keyboard.press("Tab");
    const id = await page.evaluate(() =>
      document.activeElement.matches(".chart > svg") ? document.activeElement.closest("figure").id : "",
    );
    if (id) seen.push(id);
  }
  assert.deepEqual(seen, ["economy", "levels", "investment", "funding", "environment"]);
});

onPage("arrows, Home, End and Escape work, and what is pointed to is spoken", TOPICS, async (explorer, page) => {
  const { svg, tooltip } = explorer.figure("investment");
  await svg.focus();
  await explorer.speaks("investment", "99.7亿元");
  await page.keyboard.press("End");
  await explorer.speaks("investment", "121.7亿元");
  await page.keyboard.press("ArrowUp");
  await explorer.speaks("investment", "48.8亿元");
  await page.keyboard.press("Home");
  await explorer.speaks("investment", "推算：99.7亿元 ÷ 100.7%");
  await page.keyboard.press("Escape");
  await tooltip.waitFor({ state: "detached" });
});

onPage("the largest figures can be chosen by what they measure", DATA, async (explorer, page) => {
  const { heading, figure } = explorer.figure("numbers");
  await hasCount(figure.locator("g.row"), 10);
  await page.locator("#measure").selectOption("rate");
  await page.waitForFunction(() => document.querySelector("#numbers h2, #numbers h3").textContent.startsWith("比率"));
  assert.match(await heading.textContent(), /居首/);
  // Counts of unlike things are not ranked, and not offered.
  await hasCount(page.locator("#measure option[value=ge]"), 0);
});

onPage("hovering shows what focus shows", TOPICS, async (explorer) => {
  const { svg, target, tooltip } = explorer.figure("environment");
  await target("pm25").hover();
  await tooltip.waitFor();
  const hovered = await tooltip.textContent();
  for (const part of ["57", "推算", "52", "完成市定目标"]) assert.ok(hovered.includes(part), hovered);
  await svg.page().mouse.move(2, 2);
  await tooltip.waitFor({ state: "detached" });
  // Keys go on from what the pointer was at.
  await svg.focus();
  await svg.press("ArrowDown");
  await explorer.speaks("environment", "PM10");
  await svg.press("ArrowUp");
  await explorer.speaks("environment", "PM2.5");
  assert.equal(await tooltip.textContent(), hovered);
});

onPage("a tooltip can be dismissed while the pointer stays", TOPICS, async (explorer, page) => {
  const { target, tooltip } = explorer.figure("funding");
  await target("f061").hover();
  await tooltip.waitFor();
  await page.keyboard.press("Escape");
  await tooltip.waitFor({ state: "detached" });
});

for (const width of [320, 1280]) {
  onPage(`no tooltip leaves the window, wherever the page is scrolled to, at ${width} px`, { width, height: 500 }, async (explorer, page) => {
    const isPhone = width < 960;
    for (const [view, file] of Object.entries(PAGES)) {
      await explorer.navLink(view).click();
      await explorer.addressIs(file);
      await explorer.laidOut();
      for (const id of chartsOf(file).filter((id) => !isPhone || !FOLDED_ON_PHONES.includes(id))) {
        const { svg, tooltip } = explorer.figure(id);
        await svg.focus();
        // A click of the mouse shows no tooltip where the focus comes.
        await page.keyboard.press("Home");
        const count = Math.min(await svg.locator("[data-id]").count(), 12);
        for (let index = 0; index < count; index += 1) {
          await tooltip.waitFor();
          // Placed again once the page has scrolled to what is pointed to; fails by waiting in vain.
          await page.waitForFunction((id) => {
            const box = document.querySelector(`#${id} .tip-frame`).getBoundingClientRect();
            return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
          }, id);
          await page.keyboard.press("ArrowRight");
        }
      }
    }
  });
}

onPage("a tap shows the values", { ...TOPICS, width: 390, hasTouch: true, isMobile: true }, async (explorer) => {
  const levels = explorer.figure("levels");
  await levels.target("nation-gdp-growth").tap();
  await levels.tooltip.getByText("6%以上").waitFor();
});

onPage("a choice is made by tapping", { ...PROJECTS, width: 390, hasTouch: true, isMobile: true }, async (explorer, page) => {
  await page.getByRole("button", { name: "按类别筛选" }).tap();
  await explorer.category("sector:coal").tap();
  await explorer.showsProjects(2);
});

onPage("a row of the first chart leads to the indicator, and the address keeps it", {}, async (explorer, page) => {
  await explorer.figure("promise").target("fdi").click();
  await explorer.addressIs("indicators.html?item=fdi&v=3");
  await page.waitForFunction(() => document.querySelector("#indicator-heading").textContent.startsWith("实际利用外资"));
  await page.reload();
  await alive(page);
  assert.match(await page.locator("#indicator-heading").textContent(), /^实际利用外资/);
});

onPage("a row of the list as a chart opens the indicator beside it, and is the current one", { path: "indicators.html?as=chart" }, async (explorer, page) => {
  const chart = explorer.figure("indicators-chart");
  await chart.target("fdi").click();
  await explorer.addressIs("indicators.html?item=fdi&as=chart&v=3");
  await page.waitForFunction(() => document.querySelector("#indicator-heading").textContent.startsWith("实际利用外资"));
  assert.equal(await chart.target("fdi").getAttribute("aria-current"), "true");
});

onPage("indicators can be sorted", INDICATORS, async (explorer, page) => {
  const first = () => page.locator("[data-test=indicator-row] a").first().getAttribute("data-item");
  assert.equal(await first(), "gdp-growth");
  await page.locator("#sort").selectOption("change");
  await explorer.addressIs("indicators.html?sort=change&v=3");
  assert.equal(await first(), "budget-revenue-growth");
  await page.locator("#sort").selectOption("name");
  await explorer.addressIs("indicators.html?sort=name&v=3");
  assert.equal(await first(), "urban-income-growth");
  await page.locator("[data-test=as-chart]").click();
  await page.locator("#indicators-chart g.row").first().waitFor();
  assert.equal(await page.locator("#indicators-chart g.row").first().getAttribute("data-id"), "gdp-growth");
});

onPage("categories filter the list, and count what the other filters leave", PROJECTS, async (explorer, page) => {
  await explorer.category("sector:logistics").click();
  await explorer.showsProjects(9);
  assert.ok(await explorer.category("sector:coal").isEnabled(), "another value of the same category adds to it");
  const none = page.locator("#facets .choice:disabled");
  await isThere(none);
  for (const choice of await none.all()) assert.match(await choice.textContent(), / 0$/);
  await explorer.category("list:land").click();
  const both = await explorer.projects.count();
  assert.ok(both > 0 && both < 9);
  await explorer.addressIs("projects.html?list=land&sector=logistics&v=3");
  await page.getByRole("button", { name: "取消“物流”" }).click();
  await explorer.showsProjects(35);
  await explorer.filter.fill("魏寨");
  await explorer.showsProjects(2);
  await page.waitForFunction(() =>
    document.querySelector('#facets [data-id="list:text"] .choice-count').textContent === "1",
  );
});

onPage("a choice that leaves nothing says what to loosen", { path: "projects.html?sector=coal&list=text&q=%E5%B0%8F%E5%8C%BA" }, async (explorer, page) => {
  await explorer.showsProjects(0);
  await page.getByText("没有名称或位置包含“小区”的").waitFor();
  await page.locator(".nothing button").click();
  await explorer.showsProjects(82);
});

onPage("ids that the report does not have are told", { path: "?item=gone-altogether&place=nowhere&unit=yuan" }, async (explorer) => {
  await explorer.notices.getByText("本报告没有 item 为“gone-altogether”的内容").waitFor();
  await explorer.notices.getByText("本报告没有 place 为“nowhere”的内容").waitFor();
  await explorer.addressIs("projects.html?measure=yuan&v=3");
});

const choose = (explorer, id, size) =>
  explorer.figure(id).figure.locator(".downloads select").evaluate((list, size) => {
    list.value = size;
  }, size);

async function downloaded(page, explorer, id, kind) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    take(explorer.figure(id).figure.locator(`[data-download=${kind}]`)),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

// A page each: browsers let a page offer ten files in a row.
for (const [id, path] of Object.entries(CHARTS)) {
  onPage(`the chart ${id} can be taken along as CSV, SVG and PNG`, { path }, async (explorer, page) => {
    const csv = await downloaded(page, explorer, id, "csv");
    assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], id);
    const rows = await (await explorer.figure(id).openTable()).count();
    assert.equal(csv.bytes.toString("utf8").trim().split("\r\n").length, rows + 1, id);
    await choose(explorer, id, "whole");
    const svg = await downloaded(page, explorer, id, "svg");
    const text = svg.bytes.toString("utf8");
    assert.ok(text.startsWith("<svg xmlns=") && text.includes("<style>"), id);
    assert.ok(!/var\(--|(href|src)=|url\(\s*["']?http|@import/.test(text), `${id} needs nothing but itself`);
    for (const part of ["来源：", "平顶山市卫东区", "报告日期：2021年2月23日", "CC0 1.0", new URL(page.url()).host]) {
      assert.ok(text.includes(part), `${id}: ${part}`);
    }
    const png = await downloaded(page, explorer, id, "png");
    assert.equal(png.bytes.subarray(1, 4).toString("latin1"), "PNG", id);
    // The picture is twice the size of the drawing.
    const size = Number(text.match(/ width="([\d.]+)"/)[1]);
    assert.equal(png.bytes.readUInt32BE(16), Math.ceil(size * 2), id);
    // What does not fit the wide size is higher, and it is said.
    const higher = explorer.figure(id).figure.locator(".download-failed", { hasText: "图片已加高" });
    for (const [name, width, height] of [["wide", 1200, 675], ["high", 1080, 1350]]) {
      await choose(explorer, id, name);
      const { bytes } = await downloaded(page, explorer, id, "png");
      assert.equal(bytes.readUInt32BE(16), width, `${id} ${name}`);
      if (id === "levels" && name === "wide") {
        assert.ok(bytes.readUInt32BE(20) > height);
        await higher.waitFor();
      } else {
        assert.equal(bytes.readUInt32BE(20), height, `${id} ${name}`);
        await hasCount(higher, 0);
      }
    }
    const fixed = (await downloaded(page, explorer, id, "svg")).bytes.toString("utf8");
    assert.match(fixed, / width="1080" height="1350" viewBox="0 0 1080 1350"/);
    assert.ok(fixed.includes("平顶山市卫东区2021年计划 · "), id);
  });
}

onPage("the size of a picture is chosen by keys", { path: "en/topics.html", width: 320 }, async (explorer, page) => {
  const { figure } = explorer.figure("economy");
  await figure.getByText("Download and share").press("Enter");
  const list = figure.getByRole("combobox", { name: "Picture size" });
  await list.focus();
  await page.keyboard.press("ArrowDown");
  assert.equal(await list.inputValue(), "high");
  await page.keyboard.press("Tab");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const bytes = await readFile(await download.path());
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1080, 1350]);
  for (const control of await figure.locator(".downloads :is(button, select)").all()) {
    const box = await control.boundingBox();
    assert.ok(box.height >= 24 && box.x >= 0 && box.x + box.width <= 320, JSON.stringify(box));
  }
  assert.equal(await explorer.overflows(), false);
});

onPage("the name and a column of a file say what is chosen", { path: "projects.html?list=land&sector=coal" }, async (explorer, page) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#project-list [data-download=csv]").click()]);
  assert.equal(download.suggestedFilename(), "平顶山市卫东区2021_项目名单_用地专栏-煤炭.csv");
  const text = await readFile(await download.path(), "utf8");
  assert.ok(text.split("\r\n")[1].endsWith("用地专栏、煤炭"));
});

onPage("an SVG file opens on its own and looks like the chart", TOPICS, async (explorer, page) => {
  const { bytes } = await downloaded(page, explorer, "investment", "svg");
  const alone = await page.context().newPage();
  await alone.goto(`data:image/svg+xml;base64,${bytes.toString("base64")}`);
  const fill = (selector) => alone.locator(selector).first().evaluate((mark) => getComputedStyle(mark).fill);
  assert.equal(await fill(".actual.bar"), "rgb(26, 81, 135)");
  assert.equal(await fill(".plan.bar"), "rgb(231, 239, 247)");
  await hasCount(alone.locator("parsererror"), 0);
  await alone.close();
});

test("colours differ from what they stand on, in both themes", async () => {
  const marks = {
    [PAGES.home]: [[".drawing circle.actual", "fill"], [".drawing .plan", "stroke"]],
    [PAGES.topics]: [[".drawing .target", "stroke"], [".drawing .before", "stroke"]],
  };
  const texts = {
    [PAGES.home]: [".drawing .name", ".drawing .up", ".drawing .down"],
    [PAGES.topics]: [".drawing .name", ".drawing .words", ".drawing text.axis", ".drawing .unit"],
  };
  for (const colorScheme of ["light", "dark"]) {
    for (const path of Object.keys(marks)) {
      const page = await open(browser, { colorScheme });
      await visit(page, site.at(path));
      const ratios = await page.evaluate(([marks, texts]) => {
        const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        const light = (colour) => {
          const [r, g, b] = colour.match(/[\d.]+/g).map((value) => channel(Number(value) / 255));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const ratio = (a, b) => {
          const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
          return (high + 0.05) / (low + 0.05);
        };
        const paper = getComputedStyle(document.body).backgroundColor;
        const of = ([selector, property]) => ratio(getComputedStyle(document.querySelector(selector))[property], paper);
        return { marks: marks.map(of), texts: texts.map((selector) => of([selector, "fill"])) };
      }, [marks[path], texts[path]]);
      assert.ok(ratios.marks.every((ratio) => ratio >= 3), `${path} ${JSON.stringify(ratios)}`);
      assert.ok(ratios.texts.every((ratio) => ratio >= 4.5), `${path} ${JSON.stringify(ratios)}`);
      await page.context().close();
    }
  }
});

test("in forced colours and in print, plans stay hollow or hatched and results filled", async () => {
  for (const media of [{ forcedColors: "active" }, { media: "print" }]) {
    const page = await open(browser);
    const style = (selector, property) =>
      page.locator(selector).first().evaluate((mark, property) => getComputedStyle(mark)[property], property);
    await visit(page, site.at());
    await page.emulateMedia(media);
    const plan = await style("#promise circle.plan", "fill");
    assert.notEqual(await style("#promise circle.actual", "fill"), plan, JSON.stringify(media));
    assert.notEqual(await style("#promise circle.plan", "stroke"), plan, JSON.stringify(media));
    await page.emulateMedia({ media: null, forcedColors: null });
    await visit(page, site.at(PAGES.topics));
    await page.emulateMedia(media);
    assert.match(await style("#investment .plan.bar", "fill"), /hatch/);
    await page.context().close();
  }
});

test("nothing moves under reduced motion, and nothing needs to", async () => {
  const page = await open(browser, { reducedMotion: "reduce" });
  for (const file of Object.values(PAGES)) {
    await visit(page, site.at(file));
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .filter((element) => {
          const { animationName, transitionDuration } = getComputedStyle(element);
          return animationName !== "none" || transitionDuration.split(",").some((time) => parseFloat(time) > 0);
        })
        .map((element) => element.tagName),
    );
    assert.deepEqual(moving, [], file);
  }
  await page.context().close();
});

onPage("lists show what was chosen elsewhere, and choose what they say", DATA, async (explorer, page) => {
  const measure = page.locator("#measure");
  await measure.selectOption("rate");
  await explorer.addressIs("data.html?measure=rate&v=3");
  // What is shown without a choice is no choice.
  await measure.selectOption("yuan");
  await explorer.addressIs("data.html");
  await measure.selectOption("people");
  await explorer.addressIs("data.html?measure=people&v=3");
  assert.equal(await measure.inputValue(), "people");
  await page.getByRole("link", { name: "English" }).click();
  await page.waitForURL(site.at("en/data.html?measure=people&v=3"));
  await alive(page);
  assert.equal(await measure.inputValue(), "people");
});

onPage("keys that belong to the browser are left to it", TOPICS, async (explorer) => {
  const { svg } = explorer.figure("levels");
  await svg.focus();
  const prevented = await svg.evaluate((svg) =>
    [{ altKey: true }, { ctrlKey: true }, { metaKey: true }, {}].map((modifier) => {
      const event = new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true, cancelable: true, ...modifier });
      svg.dispatchEvent(event);
      return event.defaultPrevented;
    }),
  );
  assert.deepEqual(prevented, [false, false, false, true]);
});

onPage("the focus stays near when what had it goes away", { path: "projects.html?sector=coal" }, async (explorer, page) => {
  await page.locator(".chips .chip").click();
  await explorer.showsProjects(82);
  assert.equal(await page.evaluate(() => document.activeElement.id), "project-count");
});

onPage("amounts of city and nation are told where they share no axis", { path: "indicators.html?item=new-jobs" }, async (explorer, page) => {
  await page.locator(".more").getByText("全国 · 城镇新增就业").waitFor();
  const told = await page.locator(".more").textContent();
  for (const part of ["6万人", "1100万人以上"]) assert.ok(told.includes(part), told);
});

onPage("tables keep their words whole and scroll", { width: 390 }, async (explorer, page) => {
  for (const [view, file] of Object.entries(PAGES)) {
    await explorer.navLink(view).click();
    await explorer.addressIs(file);
    for (const id of chartsOf(file).filter((id) => !FOLDED_ON_PHONES.includes(id))) {
      await explorer.figure(id).openTable();
      const broken = await page.evaluate((id) => {
        // A number that stands on two lines was broken.
        const height = (cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getBoundingClientRect().height;
        };
        return [...document.querySelectorAll(`#${id} td.number`)]
          .filter((cell) => height(cell) > 30)
          .map((cell) => cell.textContent);
      }, id);
      assert.deepEqual(broken, [], id);
    }
    assert.equal(await explorer.overflows(), false, view);
  }
});

for (const [view, path] of Object.entries(PAGES)) {
  test(`in print every chart of the page is there, its text as large as the text around it, without controls: ${view}`, async () => {
    const page = await open(browser, { width: 1280 });
    await visit(page, site.at(path));
    await new ExplorerPage(page).laidOut();
    // A sheet of A4 between its margins.
    await page.setViewportSize({ width: 680, height: 990 });
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const shown = await page.evaluate(() => {
      const drawings = [...document.querySelectorAll(".chart > svg")].filter((svg) => svg.getBoundingClientRect().height > 0);
      // In points; text is drawn with 14 px.
      const size = (svg) => (14 * 0.75 * svg.getBoundingClientRect().width) / svg.viewBox.baseVal.width;
      return {
        charts: drawings.map((svg) => svg.closest("figure").id).sort(),
        misfits: drawings.map(size).filter((points) => points < 9 || points > 11),
        controls: [...document.querySelectorAll("button, select, input, .filter")].filter((one) => one.offsetParent).length,
      };
    });
    // Of indicators that none is opened of, none is printed.
    assert.deepEqual(shown, { charts: chartsOf(path).filter((id) => id !== "indicator").sort(), misfits: [], controls: 0 });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.context().close();
  });
}
