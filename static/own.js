// The page where a reader opens a report of their own (crates/plan-prerender, own.rs): a file or a text is read by a worker, kept in this
// browser, and opened in the explorer. Nothing is sent anywhere. Every word is in the page: in its elements, and in #own-words by name.
(() => {
  "use strict";
  const root = document.documentElement;
  const page = document.getElementById("own");
  const part = (name) => document.getElementById(`own-${name}`);
  const { lang } = page.dataset;

  // --- Words -----------------------------------------------------------------------------------------------------------------------

  const words = {};
  for (const element of part("words").content.querySelectorAll("[data-word]")) words[element.dataset.word] = element.textContent;
  const said = (name, values = {}) => (words[name] || "").replace(/\{(\w+)\}/g, (all, key) => (key in values ? values[key] : all));
  const number = new Intl.NumberFormat(root.lang);
  const size = (bytes) => (bytes < 1e6 ? `${number.format(Math.max(1, Math.round(bytes / 1e3)))} kB` : `${number.format(Math.round(bytes / 1e5) / 10)} MB`);
  const day = (time) => new Date(time).toLocaleString(root.lang, { dateStyle: "medium", timeStyle: "short" });
  const made = (name, text, attributes = {}) => {
    const element = document.createElement(name);
    element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  // As the reader has chosen on the other pages (src/browser/display.rs).
  try {
    const [theme, large] = (localStorage.getItem("plan-explorer") || "").split(" ");
    if (/^(light|dark|contrast)$/.test(theme)) root.setAttribute("data-theme", theme);
    if (large) root.setAttribute("data-large", "");
  } catch (refused) {}

  if (typeof WebAssembly !== "object" || typeof Worker !== "function") return;
  part("needs").hidden = true;
  part("form").hidden = false;

  // --- The worker --------------------------------------------------------------------------------------------------------------------

  const absolute = (address) => new URL(address, document.baseURI).href;
  let worker = null;
  let asked = 0;
  let waiting = null;
  class Cancelled extends Error {}

  const end = (error) => {
    if (worker) worker.terminate();
    worker = null;
    if (waiting) waiting.failed(error);
    waiting = null;
  };

  // Asks the worker, one thing at a time, and shows how far it is.
  const ask = (message, step, transfer = []) =>
    new Promise((done, failed) => {
      if (waiting) end(new Cancelled());
      waiting = { done, failed };
      asked += 1;
      const id = asked;
      if (!worker) {
        try {
          worker = new Worker(absolute(page.dataset.worker));
        } catch (refused) {
          waiting = null;
          return failed(refused);
        }
      }
      worker.onerror = (event) => {
        event.preventDefault();
        end(new Error(event.message || "worker"));
      };
      worker.onmessage = ({ data }) => {
        if (data.id !== id || !waiting) return;
        if (data.kind === "progress") return progress(data.step === "loading" ? said("loading", { percent: Math.floor(data.done * 100) }) : step, data.step === "loading" ? data.done : null);
        waiting = null;
        if (data.kind === "done") done(data.value);
        else failed(new Error(data.reason));
      };
      const { script, module } = page.dataset;
      worker.postMessage({ ...message, id, script: absolute(script), module: absolute(module), size: Number(page.dataset.size) }, transfer);
    });

  // --- What is under way -------------------------------------------------------------------------------------------------------------

  const told = part("told");
  const tell = (text) => {
    told.textContent = text;
  };
  const progress = (text, done) => {
    part("progress").hidden = false;
    // Percentages are not spoken one by one.
    part("step").textContent = text;
    const bar = part("bar");
    if (done === null) bar.removeAttribute("value");
    else bar.value = done;
  };
  const finish = () => {
    part("progress").hidden = true;
  };
  const fail = (text) => {
    finish();
    part("error").textContent = text;
    part("error").hidden = false;
  };
  const failed = (error) => {
    if (error instanceof Cancelled) return;
    fail(said("failed", { reason: error.message }));
  };

  // --- The report that is shown ------------------------------------------------------------------------------------------------------

  let report = null;

  const newId = () => [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  // Checks the rows, keeps the report, and shows it.
  const check = async () => {
    const answer = JSON.parse(await ask({ kind: "package", json: report.json }, said("checking")));
    if (answer.error) throw new Error(answer.error[lang]);
    report.title = answer.title || JSON.parse(report.json).title;
    report.data = answer.data || "";
    report.problems = answer.problems;
    report.left = answer.left_out;
    report.module = page.dataset.module.split("/").pop();
    report.size = new Blob([report.json, report.data]).size;
    const { where, ...kept } = report;
    report.where = await ownStore.put(kept);
  };

  const read = async (name, bytes) => {
    part("error").hidden = true;
    part("result").hidden = true;
    if (bytes.byteLength > 20e6) return fail(said("large", { size: size(bytes.byteLength) }));
    if (bytes.byteLength === 0) return fail(said("empty"));
    try {
      progress(said("loading", { percent: 0 }), 0);
      tell(said("reading", { name }));
      const json = await ask({ kind: "read", name, bytes }, said("reading", { name }), [bytes]);
      const found = JSON.parse(json);
      if (found.error) return fail(found.error[lang]);
      if (!found.has_content) return fail(said("nothing"));
      place = "";
      report = { id: newId(), when: Date.now(), json };
      await check();
      finish();
      show(found);
      tell(said("done", { rows: found.rows.length, look: found.rows.filter(({ rank }) => rank === 2).length }));
      part("title").focus();
      await list();
    } catch (error) {
      failed(error);
    }
  };

  const MOST = 100;
  const fill = (list, items) => {
    list.replaceChildren(...items.slice(0, MOST).map((text) => made("li", text)));
    if (items.length > MOST) list.append(made("li", said("more", { count: items.length - MOST })));
  };

  const show = (found = JSON.parse(report.json)) => {
    part("result").hidden = false;
    part("title").textContent = report.title;
    part("where").textContent = said(report.where === "browser" ? "in-browser" : report.where === "tab" ? "in-tab" : "nowhere", { size: size(report.size) });
    const isOpen = Boolean(report.data) && report.where !== "nowhere";
    const open = part("open");
    open.hidden = !isOpen;
    open.href = `./?own=${report.id}`;
    part("incomplete").hidden = Boolean(report.data);
    part("site").hidden = !report.data;
    const address = new URL(location.href);
    address.searchParams.set("own", report.id);
    address.searchParams.delete("open");
    try {
      history.replaceState(null, "", address);
    } catch (refused) {}

    // What the report says of itself.
    for (const field of part("facts").querySelectorAll("input")) {
      const row = found.rows.find((row) => isFact(row, field));
      field.value = row ? (row.cells.find(([id]) => id === "value") || [])[1] || "" : "";
    }

    const rows = found.rows.filter(({ state }) => state !== "rejected");
    const tables = [...new Set(rows.map(({ table }) => table))];
    part("counts").replaceChildren(
      ...tables.map((table) => {
        const line = document.createElement("tr");
        line.append(made("th", said(`table-${table}`) || table, { scope: "row" }));
        for (const rank of [0, 1, 2]) {
          const count = rows.filter((row) => row.table === table && row.rank === rank).length;
          line.append(made("td", count ? number.format(count) : "—", { class: "number" }));
        }
        return line;
      }),
    );
    part("problems-part").hidden = report.problems.length === 0;
    part("problems-part").open = !report.data;
    part("left").textContent = report.left ? said("left-out", { count: report.left }) : "";
    fill(
      part("problems"),
      report.problems.map((problem) => problem[lang] + (problem.is_warning ? said("warning") : problem.is_left_out ? said("row-left-out") : "")),
    );
    review();
  };

  // --- What is changed ---------------------------------------------------------------------------------------------------------------

  // Whether a row says of the report what the field is for: its key may be in either language.
  const isFact = ({ table, cells }, { name, dataset }) =>
    table === "report" && cells.some(([id, cell]) => id === "key" && (cell === name || cell === dataset.key));

  const change = async (edit) => {
    part("error").hidden = true;
    try {
      const found = JSON.parse(report.json);
      edit(found);
      report.json = JSON.stringify(found);
      await check();
      finish();
      show(found);
      await list();
    } catch (error) {
      failed(error);
    }
  };

  part("facts").addEventListener("submit", async (event) => {
    event.preventDefault();
    const fields = [...event.target.querySelectorAll("input")];
    await change((found) => {
      for (const field of fields) {
        const value = field.value.trim();
        found.rows = found.rows.filter((row) => !isFact(row, field));
        const cells = [["key", field.name], ["value", value]];
        const reason = { zh: said("entered-zh"), en: said("entered-en") };
        if (value) found.rows.push({ table: "report", cells, span: null, rank: 0, reason, state: "added" });
        // The heads of the tables have the years.
        if (/_year$/.test(field.dataset.key) && Number(value)) found[field.dataset.key] = Number(value);
      }
    });
    tell(part("where").textContent);
  });

  // The review screen (crates/plan-review) is loaded once there is something to review. It has its own undo: what it has changed itself
  // it is not shown anew. It begins at the paragraph that the address names, once.
  let place = location.hash.slice(1);
  let screen = null;
  let reviewed = "";
  const review = async () => {
    const { id, json } = report;
    if (reviewed === id + json) return;
    reviewed = id + json;
    try {
      screen = screen || import(absolute(page.dataset.review)).then((module) => module.default({ module_or_path: absolute(page.dataset.reviewModule) }).then(() => module));
      const module = await screen;
      if (!report || report.id !== id) return;
      module.review(document.getElementById("review"), json, lang, place, (changed) => {
        change((found) => {
          found.rows = JSON.parse(changed).rows;
          reviewed = id + JSON.stringify(found);
        });
      });
      place = "";
    } catch (error) {
      screen = null;
      failed(error);
    }
  };

  // --- Files and deletion --------------------------------------------------------------------------------------------------------------

  const save = async (one, kind) => {
    try {
      const bytes = await ask({ kind, json: one.json, lang }, said("checking"));
      finish();
      const end = kind === "site" ? "-site.zip" : `.${kind}`;
      const link = made("a", "", { download: one.title.replace(/[\s/\\:*?"<>|]+/g, "-").slice(0, 80) + end });
      const type = kind !== "xlsx" ? "application/zip" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      link.href = URL.createObjectURL(new Blob([bytes], { type }));
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    } catch (error) {
      failed(error);
    }
  };

  // The second press within some seconds deletes.
  const remove = async (button, one) => {
    if (!button.hasAttribute("data-again")) {
      const before = button.textContent;
      button.setAttribute("data-again", "");
      button.textContent = said("again");
      setTimeout(() => {
        button.removeAttribute("data-again");
        button.textContent = before;
      }, 5000);
      return;
    }
    await ownStore.remove(one.id);
    if (report && report.id === one.id) {
      report = null;
      part("result").hidden = true;
      const address = new URL(location.href);
      address.searchParams.delete("own");
      try {
        history.replaceState(null, "", address);
      } catch (refused) {}
    }
    await list();
    tell(said("deleted", { title: one.title }));
    part("kept-heading").focus();
  };

  const list = async () => {
    const all = await ownStore.list();
    part("none").hidden = all.length > 0;
    part("total").textContent = all.length > 0 ? said("total", { count: number.format(all.length), size: size(all.reduce((sum, one) => sum + one.size, 0)) }) : "";
    part("list").replaceChildren(
      ...all.map((one) => {
        const item = made("li", "", { "data-id": one.id });
        const head = document.createElement("p");
        head.append(made("a", one.title, { href: `?own=${one.id}` }), made("span", said("meta", { when: day(one.when), size: size(one.size) }), { class: "own-meta" }));
        const ways = made("p", "", { class: "own-ways" });
        const way = (name, act) => {
          // The name of a button says which report it is of.
          const button = made("button", said(name), { type: "button", class: "quiet", "data-way": name, "aria-label": `${said(name)}: ${one.title}` });
          button.addEventListener("click", () => act(button));
          ways.append(button);
        };
        way("zip", async () => save(await ownStore.get(one.id), "zip"));
        way("xlsx", async () => save(await ownStore.get(one.id), "xlsx"));
        way("delete", (button) => {
          button.removeAttribute("aria-label");
          return remove(button, one);
        });
        item.append(head, ways);
        return item;
      }),
    );
  };

  // --- What the reader does --------------------------------------------------------------------------------------------------------------

  const readFile = async (files) => {
    const [file] = files;
    if (!file) return;
    if (file.size > 20e6) return fail(said("large", { size: size(file.size) }));
    const bytes = await file.arrayBuffer();
    await read(file.name, bytes);
    if (files.length > 1) tell(said("several", { name: file.name }));
  };
  const readText = (text) => (text.trim() ? read(`${said("pasted")}.txt`, new TextEncoder().encode(text).buffer) : fail(said("empty")));

  part("file").addEventListener("change", async ({ target }) => {
    const files = [...target.files];
    await readFile(files);
    // The same file can be chosen again.
    target.value = "";
  });
  part("form").addEventListener("submit", (event) => {
    event.preventDefault();
    readText(part("text").value);
  });
  part("cancel").addEventListener("click", () => {
    end(new Cancelled());
    finish();
    tell(said("cancelled"));
    part("file").focus();
  });
  // A file that misses its place is not opened by the browser in the place of the page.
  const drop = part("drop");
  let within = 0;
  const mark = (change) => {
    within = change === 0 ? 0 : within + change;
    drop.toggleAttribute("data-over", within > 0);
  };
  addEventListener("dragenter", () => mark(1));
  addEventListener("dragleave", () => mark(-1));
  addEventListener("dragover", (event) => {
    if (!event.target.closest || !event.target.closest("textarea, input")) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    mark(0);
    const { files } = event.dataTransfer;
    if (files.length === 0 && event.target.closest && event.target.closest("textarea, input")) return;
    event.preventDefault();
    if (files.length > 0) readFile([...files]);
    else if (event.dataTransfer.getData("text")) readText(event.dataTransfer.getData("text"));
  });
  part("zip").addEventListener("click", () => save(report, "zip"));
  part("xlsx").addEventListener("click", () => save(report, "xlsx"));
  part("site").addEventListener("click", () => save(report, "site"));
  part("delete").addEventListener("click", ({ target }) => remove(target, report));

  // --- The address: ?own=ID shows that report, &open=1 opens it once it is made anew --------------------------------------------------------

  const begin = async () => {
    await list();
    const address = new URLSearchParams(location.search);
    const id = address.get("own");
    if (!id) return;
    report = await ownStore.get(id);
    if (!report) {
      place = "";
      return fail(said("unknown"));
    }
    if (report.module !== page.dataset.module.split("/").pop()) {
      await check();
      finish();
      await list();
      if (address.get("open") && report.data) return location.replace(`./?own=${id}`);
    }
    show();
  };
  begin().catch(failed);
})();
