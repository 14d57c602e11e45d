// The prerendered page comes to life without becoming another: what the browser has parsed is compared, node by node, with
// what there is after each of the two modules; what the address asks for is shown and nothing else before it; and what the
// reader does before a module has arrived is not lost.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open } from "./browser.js";
import { ExplorerPage } from "./page.js";
import { serveAt } from "./site.js";

const PHONE = { width: 390, height: 780 };
const DESK = { width: 1280, height: 800 };

const FIRST = /\/plan-explorer-\w+_bg\.wasm$/;
const MORE = /\/more_bg-\w+\.wasm$/;

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

// Has the page wait for what is at addresses like that until the result is called.
async function hold(page, address) {
  let release;
  const released = new Promise((go) => {
    release = go;
  });
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

// Waits until the attribute of the document says so.
function says(page, attribute, value) {
  return page.waitForFunction(
    ([attribute, value]) => document.documentElement.getAttribute(attribute) === value,
    [attribute, value],
  );
}

const isReady = (page) => says(page, "data-state", "ready");
const hasMore = (page) => says(page, "data-more", "ready");

// The second module is loaded at the first sign of the reader: a key that does nothing else.
const give = (page) => page.keyboard.press("Shift");

// The document as nested objects, without what coming to life may change: comments, which mark where components begin; how
// text is divided into nodes; what the document and islands say of how far they are; where in the page the reader is; and what
// carries the second module's data and styles. Elements are numbered when they are first met, so that another that looks the same is
// told from the one that was there.
function snapshot(page) {
  return page.evaluate(() => {
    const isFirst = window.met === undefined;
    window.met ??= new WeakMap();
    let count = 0;
    const read = (element) => {
      const attributes = {};
      for (const { name, value } of element.attributes) {
        const isState = name === "data-alive" || (element === document.documentElement && name.startsWith("data-"));
        const isPlace = name === "aria-current" && element.closest(".nav nav");
        // A chart that needs less height than before leaves the page where it is (browser/width.rs).
        const isHeld = name === "style" && element.matches(".chart") && /^min-height: [\d.]+px;$/.test(value);
        if (!isState && !isPlace && !isHeld) attributes[name] = value;
      }
      if (isFirst) window.met.set(element, (count += 1));
      const children = [];
      for (const child of element.childNodes) {
        if (child.nodeType === Node.TEXT_NODE && child.data !== "") {
          if (typeof children.at(-1) === "string") children[children.length - 1] += child.data;
          else children.push(child.data);
        } else if (child.nodeType === Node.ELEMENT_NODE && child.id !== "dataset" && child.rel !== "preload" && !/\/later-\w+\.css$/.test(child.href)) {
          children.push(read(child));
        }
      }
      return { name: element.nodeName, attributes, children, number: window.met.get(element) ?? "another" };
    };
    return read(document.documentElement);
  });
}

const isChart = (node) => node.attributes?.class?.split(" ").includes("chart");

// What a node is called in the path to it: with its id or class, else its place among the others.
function called(node, at) {
  if (typeof node === "string") return `text ${at + 1}`;
  const { id, class: classes, "data-island": island } = node.attributes;
  const name = node.name.toLowerCase();
  if (id) return `${name}#${id}`;
  if (island) return `${name}[data-island=${island}]`;
  return `${name}${classes ? `.${classes.split(" ").join(".")}` : ""}:nth(${at + 1})`;
}

// What is not the same, one line each, with the path to it. What is within nodes that `isLeft` names is not compared.
function differences(before, now, isLeft = () => false, path = "", at = 0) {
  const here = `${path} > ${called(before, at)}`.replace(/^ > /, "");
  const show = (node) => (node === undefined ? "nothing" : typeof node === "string" ? `“${node}”` : `<${called(node, at)}>`);
  if (typeof before === "string" || typeof now === "string" || before.name !== now.name) {
    return before === now ? [] : [`${here}: was ${show(before)}, is ${show(now)}`];
  }
  const found = [];
  if (before.number !== now.number) found.push(`${here}: is another element that looks the same`);
  for (const name of new Set([...Object.keys(before.attributes), ...Object.keys(now.attributes)])) {
    const [was, is] = [before.attributes[name], now.attributes[name]];
    if (was !== is) found.push(`${here}: ${name} was ${show(was)}, is ${show(is)}`);
  }
  if (isLeft(before)) return found;
  for (let child = 0; child < Math.max(before.children.length, now.children.length); child += 1) {
    const [was, is] = [before.children[child], now.children[child]];
    if (was === undefined) found.push(`${here}: has ${show(is)} as child ${child + 1}, which was not there`);
    else if (is === undefined) found.push(`${here}: has lost ${show(was)}, its child ${child + 1}`);
    else found.push(...differences(was, is, isLeft, here, child));
  }
  return found;
}

// A long list says no more than its beginning.
const same = (found, when) =>
  assert.equal(found.length, 0, `${when}: ${found.length} differences\n${found.slice(0, 20).join("\n")}`);

for (const path of ["index.html", "en/index.html"]) {
  for (const size of [PHONE, DESK]) {
    test(`coming to life changes nothing of ${path} at ${size.width} px`, async () => {
      const page = await open(browser, size);
      const release = await hold(page, FIRST);
      await page.goto(site.at(path), { waitUntil: "domcontentloaded" });
      await says(page, "data-state", "starting");
      const parsed = await snapshot(page);
      release();
      await isReady(page);
      same(differences(parsed, await snapshot(page)), "after the first module");
      await give(page);
      await hasMore(page);
      await new ExplorerPage(page).laidOut();
      same(differences(parsed, await snapshot(page), isChart), "after the second module");
      // Charts were drawn for two widths and are drawn for their own.
      const drawn = await page.evaluate(() =>
        [...document.querySelectorAll(".chart")]
          .filter((chart) => chart.clientWidth > 0)
          .map((chart) => {
            const drawings = [...chart.querySelectorAll(":scope > svg")];
            const widths = drawings.map((drawing) => Math.round(drawing.getBoundingClientRect().width));
            return [chart.closest("figure").id, widths.join(), String(chart.clientWidth)];
          }),
      );
      assert.ok(drawn.length > 0);
      for (const [id, widths, width] of drawn) assert.equal(widths, width, `#${id} has one drawing, as wide as there is room`);
      assert.equal(await page.locator("[data-island]:not([data-alive])").count(), 0);
      assert.equal(await page.locator("script#dataset").count(), 1);
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
}

test("the comparison sees what is not the same, and says where", async () => {
  const page = await open(browser, DESK);
  await page.goto(site.at());
  await isReady(page);
  const before = await snapshot(page);
  assert.deepEqual(differences(before, await snapshot(page)), []);
  const changes = [
    [() => document.querySelector("#projects-heading").firstChild.appendData("!"), /h2#projects-heading > text 1: was “.+”, is “.+!”$/],
    [() => document.querySelector("#project-filter").setAttribute("maxlength", "9"), /input#project-filter: maxlength was “\d+”, is “9”$/],
    [() => document.querySelector("#project-filter").removeAttribute("type"), /input#project-filter: type was “\w+”, is nothing$/],
    [() => document.querySelector("#content").append(document.createElement("hr")), /main#content: has <hr:nth\(\d+\)> as child \d+, which was not there$/],
    [() => document.querySelector(".page-footer").lastElementChild.remove(), /footer\.page-footer\S*: has lost <.+>, its child \d+$/],
    [() => document.querySelector("#tasks").replaceWith(document.querySelector("#tasks").cloneNode(true)), /section#tasks: is another element that looks the same$/],
    [() => document.querySelector("#promise .chart").lastElementChild.remove(), /div\.chart\S*: has lost <p.+>, its child \d$/],
  ];
  for (const [change, expected] of changes) {
    await page.evaluate(() => delete window.met);
    const parsed = await snapshot(page);
    await page.evaluate(change);
    const found = differences(parsed, await snapshot(page));
    assert.match(found[0] ?? "no difference", expected, String(change));
  }
  // And what coming to life may change is no difference.
  await page.evaluate(() => delete window.met);
  const parsed = await snapshot(page);
  await page.evaluate(() => {
    const heading = document.querySelector("#projects-heading");
    heading.firstChild.splitText(1);
    heading.append(document.createComment("a mark"), "");
    document.documentElement.dataset.more = "starting";
  });
  assert.deepEqual(differences(parsed, await snapshot(page)), []);
  await page.context().close();
});

// Notes at every frame, before and after it is painted, what of the page is shown; what is the same as before is noted once.
function watch() {
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const look = () => {
    const main = document.querySelector("main");
    if (!main) return;
    const seen = {
      lang: document.documentElement.lang,
      parts: [...new Set([...document.querySelectorAll("[data-part]")].filter(isShown).map((part) => part.dataset.part))],
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

// An open page that remembers what was shown, in `page.seen`.
async function watched(size) {
  const page = await open(browser, size);
  page.seen = [];
  // The notes outlive the document: an address may lead to another.
  await page.exposeFunction("note", (noted) => page.seen.push(JSON.parse(noted)));
  await page.addInitScript(watch);
  return page;
}

const isInSight = (page, selector) =>
  page.waitForFunction((selector) => {
    const element = document.querySelector(selector);
    const { top = -1, height = 0 } = element?.getBoundingClientRect() ?? {};
    return height > 0 && top >= 0 && top < window.innerHeight && element.checkVisibility({ visibilityProperty: true });
  }, selector);

// Addresses; what of the page they show, where that is one section; whether they open something that takes the place of the
// list on a phone; and what is there in the end.
const ADDRESSES = [
  {
    query: "?view=projects",
    only: "projects",
    shows: (page) => page.locator(".nav [aria-current]").getByText("项目").waitFor(),
  },
  { query: "?q=魏寨", shows: (page, explorer) => explorer.showsProjects(3) },
  {
    query: "?item=pm25",
    opens: true,
    shows: (page) => page.locator(".detail.open").getByRole("heading", { name: /PM2\.5|细颗粒/ }).first().waitFor(),
  },
  {
    query: "?item=p08",
    opens: true,
    shows: (page) => page.locator("#projects .detail.open").waitFor(),
  },
  { query: "?item=t063", shows: (page) => isInSight(page, "#item-t063") },
  { query: "?item=f067", shows: (page) => isInSight(page, "#item-f067") },
  // Nothing is called nearly so: the whole page is shown, and says that.
  { query: "?item=zzzzzzzz", shows: (page, explorer) => explorer.notices.getByText("zzzzzzzz").waitFor() },
  {
    query: "?view=findings&figures=subject",
    only: "findings",
    shows: (page) => page.waitForFunction(() => document.querySelectorAll("#findings [data-test=figure-row]").length > 0),
  },
  { query: "?as=chart", shows: (page) => page.locator("#indicators .chart > svg").first().waitFor() },
  {
    query: "?lang=en&view=tasks",
    only: "tasks",
    isEnglish: true,
    shows: (page) => page.locator("html[lang=en] #tasks-heading").waitFor(),
  },
];

for (const { query, only, opens, isEnglish, shows } of ADDRESSES) {
  for (const size of [PHONE, DESK]) {
    test(`${query} is shown, and nothing else before it, at ${size.width} px`, async () => {
      const page = await watched(size);
      const explorer = new ExplorerPage(page);
      // As on a slow line: what is shown before the modules are there is seen.
      const releaseFirst = await hold(page, FIRST);
      const releaseMore = await hold(page, MORE);
      await page.goto(site.at(query), { waitUntil: "domcontentloaded" });
      if (isEnglish) await page.waitForURL(/\/en\//);
      await says(page, "data-state", "starting");
      await painted(page);
      releaseFirst();
      await isReady(page);
      await painted(page);
      // What the address asks for is not left for later.
      await says(page, "data-more", "starting");
      releaseMore();
      await hasMore(page);
      await shows(page, explorer);
      await painted(page);
      assert.ok(page.seen.length > 0);
      const last = page.seen.at(-1);
      // On a phone, what is open takes the place of everything else.
      assert.ok(last.hasMain || last.hasDetail, "the page is shown in the end");
      // What has not been read yet is not shown either.
      const shown = new Set(page.seen.map(({ parts }) => parts.join()).filter(Boolean));
      if (only) assert.deepEqual([...shown], [only]);
      if (opens) {
        assert.deepEqual(page.seen.filter(({ hasMain, hasDetail }) => hasMain && !hasDetail), []);
      }
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
}

// Waits until what was done has been painted, and noted.
function painted(page) {
  return page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
}

test("an address that asks for the other language does not show this one first", async () => {
  const page = await watched(DESK);
  // A page that leads elsewhere may have no frame to wait for: it tells when it has been there for some time.
  let tell;
  const hasStayed = new Promise((told) => {
    tell = told;
  });
  await page.exposeFunction("stayed", () => tell());
  await page.addInitScript(() => {
    let ticks = 0;
    setInterval(() => (ticks += 1) === 10 && window.stayed(), 20);
  });
  const release = await hold(page, /\/en\/(\?.*)?$/);
  const going = page.goto(site.at("?lang=en&view=tasks"), { waitUntil: "commit" }).catch(() => {});
  await hasStayed;
  release();
  await going;
  await page.waitForURL(/\/en\//);
  await isReady(page);
  await painted(page);
  assert.deepEqual([...new Set(page.seen.map(({ lang }) => lang))], ["en"]);
  await page.context().close();
});

// Runs `body` with a page whose modules are held, and expects that nothing was complained of.
function early(name, size, body) {
  test(name, async () => {
    const page = await open(browser, size);
    const first = await hold(page, FIRST);
    const more = await hold(page, MORE);
    await page.goto(site.at(), { waitUntil: "domcontentloaded" });
    await says(page, "data-state", "starting");
    await body({ page, explorer: new ExplorerPage(page), first, more });
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

for (const size of [PHONE, DESK]) {
  early(`what is typed into the filter before the module is there is not lost, at ${size.width} px`, size, async ({ page, explorer, first, more }) => {
    await explorer.filter.pressSequentially("魏寨");
    assert.equal(await explorer.projects.count(), 82);
    first();
    await explorer.showsProjects(3);
    assert.equal(await explorer.filter.inputValue(), "魏寨");
    // The reader goes on where the reader was.
    await page.keyboard.type("村");
    await explorer.showsProjects(2);
    assert.equal(await explorer.filter.inputValue(), "魏寨村");
    more();
    await hasMore(page);
    assert.equal(await explorer.filter.inputValue(), "魏寨村");
    await explorer.addressSays("?q=%E9%AD%8F%E5%AF%A8%E6%9D%91&v=2");
  });
}

early("what is typed into the search before its module is there is looked for", DESK, async ({ page, explorer, first, more }) => {
  await explorer.search.pressSequentially("pm2.5");
  first();
  await isReady(page);
  assert.equal(await explorer.search.inputValue(), "pm2.5");
  assert.equal(await explorer.options.count(), 0);
  more();
  await explorer.options.first().waitFor();
  assert.equal(await explorer.search.inputValue(), "pm2.5");
  await page.keyboard.press("Enter");
  await explorer.addressSays("?item=pm25&v=2");
});

early("/ before the search is there leads to it afterwards", DESK, async ({ page, explorer, first, more }) => {
  first();
  await isReady(page);
  await page.keyboard.press("/");
  more();
  await page.waitForFunction(() => document.activeElement.id === "search");
  assert.equal(await explorer.search.inputValue(), "");
});

early("a click on a mark before the charts are there is answered afterwards", DESK, async ({ page, explorer, first, more }) => {
  first();
  await isReady(page);
  const funding = explorer.figure("funding");
  await page.locator("#funding .chart > svg.wide text", { hasText: "帮助企业融资" }).click();
  await says(page, "data-more", "starting");
  assert.equal(await funding.tooltip.count(), 0);
  more();
  await funding.tooltip.getByText("24亿元").first().waitFor();
});

early("a choice in a chart before the charts are there is made afterwards", DESK, async ({ page, explorer, first, more }) => {
  first();
  await isReady(page);
  await page.locator("#facets .chart > svg.wide text", { hasText: "用地专栏" }).click();
  more();
  await explorer.addressSays("?list=land&v=2");
  await explorer.count.getByText("显示 35 个，共 82 个").waitFor();
});

early("a click on a button before any module is there is answered once all are", DESK, async ({ page, explorer, first, more }) => {
  await page.locator("[data-test=as-chart]").click();
  first();
  await isReady(page);
  more();
  await explorer.addressSays("?as=chart&v=2");
});
