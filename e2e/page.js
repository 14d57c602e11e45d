// What a reader does and sees on the page, in the words of the tests.

import assert from "node:assert/strict";

// The pages of a language by their view: the file, without which the address of the first one is that of its folder.
export const PAGES = {
  home: "",
  projects: "projects.html",
  indicators: "indicators.html",
  tasks: "tasks.html",
  topics: "topics.html",
  data: "data.html",
};

// The charts by their id: the page that they stand on.
export const CHARTS = {
  promise: PAGES.home,
  indicator: PAGES.indicators,
  levels: PAGES.topics,
  economy: PAGES.topics,
  investment: PAGES.topics,
  funding: PAGES.topics,
  environment: PAGES.topics,
  numbers: PAGES.data,
};

// The charts that a phone shows only once they are asked for: an indicator once it is opened.
export const FOLDED_ON_PHONES = ["indicator"];

// The ids of the charts of a page.
export function chartsOf(file) {
  return Object.keys(CHARTS).filter((id) => CHARTS[id] === file);
}

export class ExplorerPage {
  constructor(page) {
    this.page = page;
    this.heading = page.locator("#heading");
    this.indicators = page.locator(".annex tr.indicator");
    this.projects = page.locator("[data-test=project-row]");
    this.filter = page.locator("[data-test=project-filter]");
    this.count = page.locator("#project-count");
    this.chart = page.locator("#promise .chart svg");
    this.chartRows = this.chart.locator("g.row");
    this.tooltip = this.chart.locator(".tooltip");
    this.spoken = page.locator("#promise .chart [role=status]");
    this.notices = page.locator(".notices");
    this.figures = page.locator("figure");
    this.nav = page.locator(".nav nav");
    this.current = page.locator(".nav nav [aria-current]");
    this.opened = page.locator(".detail.open");
    this.search = page.locator("[data-test=search]");
    this.options = page.locator("[data-test=search-option]");
    this.openFacets = page.locator(".open-facets");
  }

  // The chart of that id: "levels", "funding", …
  figure(id) {
    const figure = this.page.locator(`figure#${id}`);
    return {
      figure,
      svg: figure.locator(".chart > svg"),
      target: (id) => figure.locator(`.chart [data-id="${id}"]`),
      tooltip: figure.locator(".tooltip"),
      spoken: figure.locator(".chart [role=status]"),
      heading: figure.locator("h2, h3"),
      // Opens the table of the chart, which the app makes only then, and gives its rows.
      openTable: async () => {
        const rows = figure.locator("details.twin tbody tr");
        await figure.locator("details.twin summary").click();
        await rows.first().waitFor();
        return rows;
      },
    };
  }

  // What filters the projects by a category: "sector:coal".
  category(id) {
    return this.page.locator(`#facets [data-id="${id}"]`);
  }

  // Waits until every chart that is shown is as wide as its container.
  async laidOut() {
    await this.page.waitForFunction(() =>
      [...document.querySelectorAll(".chart")]
        .filter((chart) => chart.clientWidth > 0)
        .every((chart) => {
          // It is drawn once it has been measured; in large print for less room than it has.
          const width = Number(chart.querySelector("svg")?.getAttribute("width"));
          const room = "large" in document.documentElement.dataset ? Math.trunc((chart.clientWidth * 14) / 18) : chart.clientWidth;
          return width === Math.max(room, 240);
        }),
    );
  }

  // Waits until what is spoken in the chart of that id is as `test` wants it.
  async speaks(id, words) {
    await this.page.waitForFunction(
      ([id, words]) => document.querySelector(`#${id} .chart [role=status]`).textContent.includes(words),
      [id, words],
    );
  }

  // Waits until exactly so many projects are listed.
  async showsProjects(number) {
    await this.page.waitForFunction(
      (number) => document.querySelectorAll("[data-test=project-row]").length === number,
      number,
    );
  }

  // The link of the navigation to a page.
  navLink(view) {
    return this.nav.locator(`a[href="${PAGES[view] || "index.html"}"]`);
  }

  // Waits until the address is that file of this language with that query: `projects.html?q=x&v=3`, or `` for the first page.
  async addressIs(href) {
    await this.page.waitForFunction((href) => {
      const [file, query = ""] = href.split("?");
      const { pathname, search } = location;
      return pathname.split("/").pop() === file && search === (query && `?${query}`);
    }, href);
  }

  // Waits until the document has that title.
  async isTitled(title) {
    await this.page.waitForFunction((title) => document.title === title, title);
  }

  // Waits until the page is scrolled to about there.
  async isScrolledTo(y) {
    await this.page.waitForFunction((y) => Math.abs(scrollY - y) < 3, y);
  }

  // Waits until the element of that selector is in the window.
  async isInSight(selector) {
    await this.page.waitForFunction((selector) => {
      const { top } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
      return top >= 0 && top < innerHeight;
    }, selector);
  }

  // Waits until the focus is on the element of that selector.
  async focusIsOn(selector) {
    await this.page.waitForFunction((selector) => document.activeElement.matches(selector), selector);
  }

  // Waits until the address has that query.
  async addressSays(query) {
    await this.page.waitForFunction((query) => location.search === query, query);
  }

  // Waits until that stands in the search.
  async searchSays(text) {
    await this.page.waitForFunction((text) => document.querySelector("#search").value === text, text);
  }

  // Whether something is wider than the window.
  async overflows() {
    return this.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  }
}

// Waits until there are exactly so many: what follows from a press is rendered in a task of its own.
export async function hasCount(locator, number, about) {
  try {
    if (number > 0) await locator.nth(number - 1).waitFor({ state: "attached" });
    await locator.nth(number).waitFor({ state: "detached" });
  } catch {
    assert.equal(await locator.count(), number, about);
  }
}

// Waits until there is one at least.
export async function isThere(locator) {
  await locator.first().waitFor({ state: "attached" });
}

// Presses what stands in the menu of a chart, or anywhere else: the menu is opened first.
export async function take(button) {
  await button.first().evaluate((one) => one.closest("details")?.setAttribute("open", ""));
  await button.first().click();
}
