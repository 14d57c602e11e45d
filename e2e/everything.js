// Everything that a reader can do on the pages, step by step, and what of the page says what is shown: for tests of what others do
// to a page, and of what the app does to its texts.

import { painted } from "./browser.js";

// Goes to a page by the navigation.
const go = (file) => async (page) => {
  await page.locator(`.nav nav a[href^="${file}"]`).click();
  await page.waitForFunction((file) => (location.pathname.split("/").at(-1) || "index.html") === file, file);
  await page.locator("main #heading, .page-header #heading").first().waitFor();
};

// What the line above a list says is how many rows there are.
async function countsRows(page, line, rows) {
  await page.waitForFunction(
    ([line, rows]) => {
      const told = document.querySelector(line).textContent.match(/\d+/)?.[0];
      const shown = [...document.querySelectorAll(rows)].filter((row) => !row.hidden).length;
      return told === String(shown);
    },
    [line, rows],
  );
}

const countsProjects = async (page, number) => {
  await page.waitForFunction((number) => document.querySelectorAll("[data-test=project-row]").length === number, number);
  await countsRows(page, "#project-count", "[data-test=project-row]");
};
const countsIndicators = (page) => countsRows(page, ".indicators-page .count", "[data-test=indicator-row]");
const countsFigures = (page) => countsRows(page, "#figures .count", "[data-test=figure-row]");

// The categories count as many projects as are listed: those of each list that are in one of both.
const countsCategories = (page, number) =>
  page.waitForFunction((number) => {
    const told = (selector) => Number(document.querySelector(selector).textContent.match(/\d+/)[0]);
    return told(".sheet-foot button") === number && told('#facets [data-id="list:text"] .choice-count') <= number;
  }, number);

// The heading beside the list is that of what is open, and only once.
async function opened(page, row, detail, heading) {
  const name = (await row.textContent()).trim();
  await row.click();
  await page.waitForFunction(
    ([detail, heading, name]) => {
      const told = document.querySelector(`${detail}.open ${heading}`)?.textContent.trim() ?? "";
      return told !== "" && (name === null || told === name);
    },
    [detail, heading, detail === "#project-detail" ? name : null],
  );
  return name;
}

const openProject = (at) => async (page) => {
  const row = page.locator("[data-test=project-row]").nth(at);
  await opened(page, row.locator("a").first(), "#project-detail", "h2");
};

const openIndicator = (at) => async (page) => {
  const row = page.locator("[data-test=indicator-row] a").nth(at);
  const item = await row.getAttribute("data-item");
  await row.click();
  await page.waitForFunction(
    (item) => new URLSearchParams(location.search).get("item") === item && document.querySelector("#indicator-detail.open h2, #indicator-detail.open h3"),
    item,
  );
  // The heading names it; in English in other words than the list.
  await page.waitForFunction((item) => {
    const name = document.querySelector(`#item-${item} th`).textContent.replace(/^(\d+\.|（.）)\s*/, "");
    const told = document.querySelector("#indicator-heading").textContent;
    return document.documentElement.lang !== "zh-CN" || told.includes(name);
  }, item);
};

const close = (detail) => async (page) => {
  await page.locator(`${detail} [data-test=detail-close]`).click();
  await page.waitForFunction((detail) => !document.querySelector(`${detail}.open`), detail);
};

const choose = (list, at) => (page) =>
  page.locator(list).evaluate((list, at) => {
    list.selectedIndex = at;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  }, at);

const point = (figure) => async (page) => {
  const marks = page.locator(`#${figure} .chart > svg [data-id]`);
  for (const at of [0, 1]) {
    await marks.nth(at).hover();
    await page.locator(`#${figure} .tooltip`).first().waitFor();
  }
  await page.mouse.move(1, 1);
};

// By keys through a chart: each mark is spoken.
const byKeys = (figure) => async (page) => {
  await page.locator(`#${figure} .chart > svg`).focus();
  for (const key of ["ArrowDown", "ArrowDown", "ArrowUp", "Escape"]) await page.keyboard.press(key);
};

// The search says how many it has found; each group says how many are in it.
const look = (text) => async (page) => {
  await page.locator("[data-test=search]").fill(text);
  await page.waitForFunction((text) => {
    const told = document.querySelector(".search-count")?.textContent ?? "";
    const count = (line) => Number(line.match(/\d+(?=\D*$)/)?.[0] ?? NaN);
    const groups = [...document.querySelectorAll("#search-list .option-group")].map((line) => count(line.textContent));
    const total = groups.reduce((sum, count) => sum + count, 0);
    return groups.length === 0 ? told.includes(text) : Number(told.replace(text, "").match(/\d+/)?.[0]) === total;
  }, text);
};

const press = (selector) => (page) => page.locator(selector).first().click();

const filter = (text, number) => async (page) => {
  await page.locator("[data-test=project-filter]").fill(text);
  await countsProjects(page, number);
  await countsCategories(page, number);
};

// Steps by name. They begin on the page of projects and end there.
export const STEPS = {
  projects: [
    ["filter", filter("魏寨", 3)],
    ["filter more", filter("魏寨村", 2)],
    ["filter nothing", async (page) => {
      await page.locator("[data-test=project-filter]").fill("qqqq");
      await countsProjects(page, 0);
    }],
    ["filter other nothing", async (page) => {
      await page.locator("[data-test=project-filter]").fill("qqqqq");
      await page.locator(".nothing").getByText("qqqqq").waitFor();
    }],
    ["clear", filter("", 82)],
    ["choose a category", async (page) => {
      await page.locator("#facets [data-id='sector:coal']").click();
      await countsProjects(page, 2);
      await countsCategories(page, 2);
    }],
    ["choose another", async (page) => {
      await page.locator("#facets [data-id='sector:roads']").click();
      await page.locator(".chips .chip").nth(1).waitFor();
      await countsProjects(page, 10);
      await countsCategories(page, 10);
    }],
    ["take one back", async (page) => {
      await page.locator(".chips .chip").first().click();
      await page.waitForFunction(() => document.querySelectorAll(".chips .chip").length === 1);
      await countsRows(page, "#project-count", "[data-test=project-row]");
    }],
    ["take all back", async (page) => {
      await page.locator(".chips .quiet").click();
      await countsProjects(page, 82);
      await countsCategories(page, 82);
    }],
    ["show all places", press("#facets .choices .quiet")],
    ["show fewer places", press("#facets .choices .quiet")],
    ["show all projects", press(".more-rows button")],
    ["order", choose("#order", 1)],
    ["group", async (page) => {
      await choose("#by", 1)(page);
      await page.locator("[data-test=project-group]").first().waitFor();
    }],
    ["filter groups", async (page) => {
      await page.locator("[data-test=project-filter]").fill("魏寨");
      await page.waitForFunction(() => {
        const names = [...document.querySelectorAll("[data-test=project-row] .project-name")].map((name) => name.textContent);
        // A project may stand in several groups.
        return new Set(names).size === 3 && document.querySelector("#project-count").textContent.match(/\d+/)[0] === "3";
      });
    }],
    ["other groups", choose("#by", 3)],
    ["clear groups", async (page) => {
      await page.locator("[data-test=project-filter]").fill("");
      await page.locator("[data-test=project-row]").nth(40).waitFor();
    }],
    ["no groups", async (page) => {
      await choose("#by", 0)(page);
      await countsProjects(page, 82);
    }],
    ["order as before", choose("#order", 0)],
    ["open", openProject(3)],
    ["open another", openProject(5)],
    ["open a third", openProject(0)],
    ["close", close("#project-detail")],
    ["share", press(".nav [data-test=share], [data-test=share]:visible")],
    ["open the dialog", async (page) => {
      await page.locator("[data-test=embed]").click();
      await page.locator("dialog[open] [data-test=embed-snippet]").waitFor();
    }],
    ["choose in the dialog", async (page) => {
      for (const [list, at] of [["#embed-what", 3], ["#embed-theme", 1], ["#embed-lang", 1], ["#embed-host", 1]]) {
        await choose(list, at)(page);
        await painted(page);
      }
      await page.locator("[data-test=embed-copy]").click();
    }],
    ["close the dialog", async (page) => {
      await page.locator("[data-test=embed-close]").click();
      await page.waitForFunction(() => !document.querySelector("dialog[open]"));
    }],
  ],
  search: [
    ["search", look("pm2.5")],
    ["search on", look("魏寨")],
    ["search by pinyin", look("weizhai")],
    ["search nothing", look("qqqq")],
    ["search, keys", async (page) => {
      await look("道路")(page);
      for (const key of ["ArrowDown", "ArrowDown", "ArrowUp"]) await page.keyboard.press(key);
    }],
    ["search, escape", (page) => page.keyboard.press("Escape")],
  ],
  indicators: [
    ["group", async (page) => {
      await choose("#group", 1)(page);
      await countsIndicators(page);
    }],
    ["another group", async (page) => {
      await choose("#group", 3)(page);
      await countsIndicators(page);
    }],
    ["nothing left", async (page) => {
      await choose("#kind", 1)(page);
      await painted(page);
    }],
    ["clear", async (page) => {
      await page.locator(".count-line button").click();
      await countsIndicators(page);
    }],
    ["state", async (page) => {
      await choose("#state", 1)(page);
      await countsIndicators(page);
    }],
    ["sort", async (page) => {
      await choose("#sort", 1)(page);
      await countsIndicators(page);
    }],
    ["all", async (page) => {
      await choose("#state", 0)(page);
      await countsIndicators(page);
    }],
    ["sort again", choose("#sort", 2)],
    ["chart", async (page) => {
      await page.locator("[data-test=as-chart]").click();
      await page.locator("#indicators-chart .chart > svg").waitFor();
    }],
    ["point", point("indicators-chart")],
    ["filter the chart", choose("#group", 2)],
    ["filter the chart again", choose("#group", 0)],
    ["table", async (page) => {
      await page.locator("[data-test=as-table]").click();
      await page.locator("[data-test=indicator-row]").first().waitFor();
      await countsIndicators(page);
    }],
    ["sort as printed", choose("#sort", 0)],
    ["open", openIndicator(2)],
    ["open another", openIndicator(10)],
    ["open a third", openIndicator(0)],
    ["show the table of the open", press("#indicator-detail .twin summary")],
    ["open with the table", openIndicator(3)],
    ["close", close("#indicator-detail")],
  ],
  data: [
    ["measure", choose("#measure", 2)],
    ["measure another", choose("#measure", 3)],
    ["section", async (page) => {
      await choose("#section", 2)(page);
      await countsFigures(page);
    }],
    ["measure all", choose("#measure", 0)],
    ["group by measure", async (page) => {
      await choose("#figures-by", 1)(page);
      await countsFigures(page);
    }],
    ["group by subject", async (page) => {
      await choose("#figures-by", 2)(page);
      await countsFigures(page);
    }],
    ["filter", async (page) => {
      await page.locator("#figure-filter").fill("增长");
      await countsFigures(page);
    }],
    ["filter another", async (page) => {
      await page.locator("#figure-filter").fill("投资");
      await countsFigures(page);
    }],
    ["filter nothing", async (page) => {
      await page.locator("#figure-filter").fill("qqqq");
      await page.waitForFunction(() => document.querySelectorAll("[data-test=figure-row]").length === 0);
    }],
    ["clear", async (page) => {
      await page.locator("#figures .count-line button").click();
      await page.locator("[data-test=figure-row]").nth(100).waitFor({ state: "attached" });
      await countsFigures(page);
    }],
    ["by section", choose("#figures-by", 0)],
    ["point", point("numbers")],
  ],
  index: [
    ["point", point("promise")],
    ["keys", byKeys("promise")],
    ["show the table", press("#promise .twin summary")],
  ],
  tasks: [
    ["open an area", press("[data-test=task-area]:not([open]) summary")],
    ["close an area", press("[data-test=task-area][open] summary")],
  ],
  topics: [
    ["point at levels", point("levels")],
    ["point at funding", point("funding")],
    ["keys", byKeys("investment")],
    ["show a table", press("#levels .twin summary")],
  ],
};

const on = (file) => STEPS[file].map(([name, act]) => [`${file}: ${name}`, act]);
const travel = (way) => async (page) => {
  const before = await page.evaluate(() => location.pathname);
  await page.evaluate((way) => history.go(way), way);
  await page.waitForFunction((before) => location.pathname !== before, before);
  await painted(page);
};

export const everything = [
  ...on("projects"),
  ...on("search"),
  ["to indicators", go("indicators.html")],
  ...on("indicators"),
  ...on("search"),
  ["to data", go("data.html")],
  ...on("data"),
  ["to topics", go("topics.html")],
  ...on("topics"),
  ["to tasks", go("tasks.html")],
  ...on("tasks"),
  ["to the first page", go("index.html")],
  ...on("index"),
  ["back", travel(-1)],
  ["back again", travel(-1)],
  ["on", travel(1)],
  ["to projects", go("projects.html")],
];

// Runs in the page: notes texts that the app edits where they stand, and those that it takes out of elements that stay.
export function watchTexts() {
  const noted = [];
  const path = (node) => {
    const names = [];
    for (let one = node; one && one.id !== "app"; one = one.parentElement) {
      names.unshift(one.id ? `#${one.id}` : one.localName + (typeof one.className === "string" && one.className ? `.${one.className}` : ""));
    }
    return names.slice(-4).join(" > ");
  };
  const look = (records) => {
    for (const { type, target, removedNodes, oldValue } of records) {
      if (!target.isConnected) continue;
      if (type === "characterData") noted.push(`edited in ${path(target.parentElement)}: “${oldValue}” → “${target.data}”`);
      for (const node of removedNodes) {
        if (node.nodeType === Node.TEXT_NODE && node.data !== "") noted.push(`removed from ${path(target)}: “${node.data}”`);
      }
    }
  };
  window.startWatching = () => {
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, characterDataOldValue: true });
    window.takeTexts = () => {
      look(observer.takeRecords());
      return noted.splice(0);
    };
  };
}

// What has been noted since the last time.
export async function texts(page) {
  await painted(page);
  return page.evaluate(() => window.takeTexts());
}
