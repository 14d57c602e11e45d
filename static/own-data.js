// Loaded by the boot script where the address has `own=ID`: takes the data of a report that the reader has opened (static/own.js) from
// the browser's storage, in the place of the published dataset. The id is no key to anything else: in another browser there is nothing of
// that id, and the published report is shown. Never loaded in a frame.

// The module that made the data, in this build: data of another is made anew.
const MADE_BY = "{{module}}";
const NAME = "plan-explorer-own";

// The report of that id; nothing where there is none.
function find(id) {
  return new Promise((done, failed) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onerror = opening.onblocked = () => failed(opening.error);
    // There is no storage yet: none is made.
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onsuccess = () => {
      const asking = opening.result.transaction("reports").objectStore("reports").get(id);
      asking.onerror = () => failed(asking.error);
      asking.onsuccess = () => {
        opening.result.close();
        done(asking.result);
      };
    };
  });
}

// The same of this tab, where the browser stores nothing for longer.
function findInTab(id) {
  return JSON.parse(sessionStorage.getItem(`${NAME} ${id}`));
}

// The text that the app loads; empty where this browser has no such report. The document then says so.
export async function read(id) {
  const root = document.documentElement;
  let report;
  if (/^[0-9a-f]{16}$/.test(id)) {
    try {
      report = await find(id);
    } catch (refused) {}
    try {
      report = report || findInTab(id);
    } catch (refused) {}
  }
  if (!report || (report.module === MADE_BY && !report.data)) {
    root.removeAttribute("data-own");
    return "";
  }
  if (report.module !== MADE_BY) {
    location.replace(`own.html?own=${id}&open=1`);
    return new Promise(() => {});
  }
  root.setAttribute("data-own", report.title);
  for (const name of ["pointerdown", "focusin", "click", "auxclick", "contextmenu"]) {
    addEventListener(name, (event) => lead(event, id), { capture: true });
  }
  return report.data;
}

// Keeps the report on links to pages, whoever follows them: the app, or the browser in another tab.
function lead(event, id) {
  const link = event.target instanceof Element && event.target.closest("a[href]");
  if (!link) return;
  if (link.hasAttribute("data-published")) {
    // The app would keep its report.
    if (event.type === "click") event.stopPropagation();
    return;
  }
  const [, page, query = "", part = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(link.getAttribute("href")) || [];
  const isPage = /^(\.\.\/|en\/|\.\/)?((index|projects|indicators|tasks|topics|data)\.html)?$/.test(page || "");
  if (!page || !isPage || /[?&]own=/.test(query)) return;
  link.setAttribute("href", `${page}${query ? `${query}&` : "?"}own=${id}${part}`);
}
