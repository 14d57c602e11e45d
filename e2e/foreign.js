// What others do to a page: browsers that translate it or link its numbers, extensions that put things beside its fields.

// Runs in the page, before its own scripts: what the tests have others do, as functions of `window.foreign`.
function install() {
  const UNTOUCHED = "svg, script, style, textarea, title";
  const textsOf = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (text.data.trim() && !text.parentElement?.closest(`${UNTOUCHED}, font`)) found.push(text);
    }
    return found;
  };
  const wrap = (text) => {
    const outer = document.createElement("font");
    const inner = document.createElement("font");
    text.replaceWith(outer);
    outer.append(inner);
    inner.append(text.data);
  };
  const link = (text) => {
    const number = document.createElement("a");
    number.href = "tel:1";
    text.replaceWith(number);
    number.append(text.data);
  };
  const doing = {
    // As translators do it: every text is replaced by another in two elements; what comes later too.
    translate: () => {
      document.documentElement.classList.add("translated-ltr");
      textsOf(document.body).forEach(wrap);
      new MutationObserver(() => textsOf(document.body).forEach(wrap)).observe(document.body, {
        childList: true,
        subtree: true,
        characterData: true,
      });
    },
    // The same without what comes later.
    wrap: () => textsOf(document.body).forEach(wrap),
    // As browsers on phones do it.
    link: () =>
      textsOf(document.body)
        .filter((text) => /\d{3,}/.test(text.data) && !text.parentElement.closest("option, a"))
        .forEach(link),
    // As password managers do it.
    icons: () => {
      for (const field of document.querySelectorAll("input, select")) field.insertAdjacentHTML("afterend", '<div data-icon=""></div>');
      document.body.prepend(document.createElement("div"));
    },
    // Something in every container.
    extra: () => {
      for (const one of document.querySelectorAll("#app, #app div, #app section, #app ul, #app ol, #app li, #app p, #app form, #app aside")) {
        if (one.closest("svg")) continue;
        one.prepend(document.createElement("i"));
        one.append(document.createElement("i"));
      }
    },
  };
  window.foreign = doing;
}

export const CHANGES = ["translate", "wrap", "link", "icons", "extra"];

// Has the page know them: `change` then does one, at once or, where the page is yet to be opened, before its own scripts run.
export async function prepare(page, early) {
  await page.addInitScript(`(${install})(); window.early = ${JSON.stringify(early ?? null)};
    if (window.early) document.addEventListener("DOMContentLoaded", () => window.foreign[window.early]());`);
}

export const change = (page, name) => page.evaluate((name) => window.foreign[name](), name);

// Has the page wait for what is at addresses like that until the result is called.
export async function hold(page, address) {
  let release;
  const released = new Promise((go) => {
    release = go;
  });
  await page.route(address, async (route) => {
    await released;
    await route.continue().catch(() => {});
  });
  return release;
}

// The module of the app, and of the first answer.
export const APP = /\/plan-explorer-\w+_bg\.wasm$/;
export const FIRST = /\/plan-first-?\w*_bg\S*\.wasm$/;

// The pages of a language, by their files.
export const PAGES = ["index.html", "projects.html", "indicators.html", "tasks.html", "topics.html", "data.html"];
