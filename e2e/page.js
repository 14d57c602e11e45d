// What a reader does and sees on the page, in the words of the tests.

export class ExplorerPage {
  constructor(page) {
    this.page = page;
    this.indicators = page.locator("#indicators tr.indicator");
    this.projects = page.locator("[data-test=project-row]");
    this.filter = page.locator("[data-test=project-filter]");
    this.count = page.locator("#projects .count");
    this.chart = page.locator("#promise .chart svg");
    this.chartRows = this.chart.locator("g.row");
    this.tooltip = this.chart.locator(".tooltip");
    this.spoken = page.locator("#promise .chart [role=status]");
    this.notices = page.locator(".notices");
    this.figures = page.locator("figure");
    this.nav = page.locator(".nav nav");
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
    };
  }

  // Waits until every chart that is shown is as wide as its container.
  async laidOut() {
    await this.page.waitForFunction(() =>
      [...document.querySelectorAll(".chart")]
        .filter((chart) => chart.clientWidth > 0)
        .every((chart) => {
          const width = Number(chart.querySelector("svg").getAttribute("width"));
          return width === Math.max(chart.clientWidth, 240);
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

  // Waits until the address has that query.
  async addressSays(query) {
    await this.page.waitForFunction((query) => location.search === query, query);
  }

  // Whether something is wider than the window.
  async overflows() {
    return this.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  }
}
