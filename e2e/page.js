// What a reader does and sees on the page, in the words of the tests.

export class ExplorerPage {
  constructor(page) {
    this.page = page;
    this.indicators = page.locator("#indicators tr.indicator");
    this.projects = page.locator("#projects ol li");
    this.filter = page.locator("#project-filter");
    this.count = page.locator("#projects .count");
    this.chart = page.locator("#promise .chart svg");
    this.chartRows = this.chart.locator("g.row");
    this.tooltip = this.chart.locator(".tooltip");
    this.spoken = page.locator("#promise .chart [role=status]");
    this.notices = page.locator(".notices");
  }

  // Waits until exactly so many projects are listed.
  async showsProjects(number) {
    await this.page.waitForFunction(
      (number) => document.querySelectorAll("#projects ol li").length === number,
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
