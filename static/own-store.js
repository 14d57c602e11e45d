// Where reports that the reader has opened are kept: in this browser (IndexedDB), or else in this tab (sessionStorage). Part of own.js; own-data.js
// reads what is kept. Two stores: `reports` has all of a report, `list` what a list of them shows.

const ownStore = (() => {
  const NAME = "plan-explorer-own";
  const KEPT_IN_TAB = `${NAME} `;
  const LISTED = ["id", "title", "when", "size"];

  const listed = (report) => Object.fromEntries(LISTED.map((name) => [name, report[name]]));

  const opened = () =>
    new Promise((done, failed) => {
      const opening = indexedDB.open(NAME, 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore("reports", { keyPath: "id" });
        opening.result.createObjectStore("list", { keyPath: "id" });
      };
      opening.onerror = () => failed(opening.error);
      opening.onblocked = () => failed(new Error("blocked"));
      opening.onsuccess = () => done(opening.result);
    });

  // Resolves to the result of the request once all of the transaction is done.
  const inBrowser = async (mode, act) => {
    const base = await opened();
    try {
      return await new Promise((done, failed) => {
        const transaction = base.transaction(["reports", "list"], mode);
        const request = act(transaction.objectStore("reports"), transaction.objectStore("list"));
        transaction.oncomplete = () => done(request.result);
        transaction.onerror = transaction.onabort = () => failed(transaction.error || new Error("aborted"));
      });
    } finally {
      base.close();
    }
  };

  const inTab = () => {
    const found = [];
    try {
      for (let at = 0; at < sessionStorage.length; at += 1) {
        const key = sessionStorage.key(at);
        if (key.startsWith(KEPT_IN_TAB)) found.push(JSON.parse(sessionStorage.getItem(key)));
      }
    } catch (refused) {}
    return found;
  };

  return {
    // Keeps a report, and tells where: `browser`, `tab` or, where neither is allowed, `nowhere`.
    async put(report) {
      try {
        await inBrowser("readwrite", (reports, list) => {
          list.put(listed(report));
          return reports.put(report);
        });
        try {
          sessionStorage.removeItem(KEPT_IN_TAB + report.id);
        } catch (refused) {}
        return "browser";
      } catch (refused) {}
      try {
        sessionStorage.setItem(KEPT_IN_TAB + report.id, JSON.stringify(report));
        return "tab";
      } catch (refused) {
        return "nowhere";
      }
    },

    // All reports, the latest first, without what is in them.
    async list() {
      let found = [];
      try {
        found = await inBrowser("readonly", (_, list) => list.getAll());
      } catch (refused) {}
      return [...found, ...inTab().map(listed)].sort((a, b) => b.when - a.when);
    },

    // The report of that id, with `where` it is; undefined where there is none.
    async get(id) {
      try {
        const found = await inBrowser("readonly", (reports) => reports.get(id));
        if (found) return { ...found, where: "browser" };
      } catch (refused) {}
      const found = inTab().find((report) => report.id === id);
      return found && { ...found, where: "tab" };
    },

    async remove(id) {
      try {
        await inBrowser("readwrite", (reports, list) => {
          list.delete(id);
          return reports.delete(id);
        });
      } catch (refused) {}
      try {
        sessionStorage.removeItem(KEPT_IN_TAB + id);
      } catch (refused) {}
    },
  };
})();
