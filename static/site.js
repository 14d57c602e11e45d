// Loaded by the boot script of pages that are of no report in particular: `site.json`, beside the first page, names the report that they show.
// It is always that file of this site, so that no link can make the site show anything else; what it names is compared with what it says
// of it before any of it is shown. crates/plan-bundle (site.rs) writes both files; the words are in the page.

const VERSION = {{version}};
const FORMAT = {{format}};
const MOST = {{most}};
const SITE = "site.json";

const words = {};
for (const element of document.getElementById("site-words").content.children) words[element.dataset.word] = element.textContent;
const said = (name, values) => words[name].replace(/\{(\w+)\}/g, (all, key) => (key in values ? values[key] : all));
const reason = document.getElementById("site-reason");
const refuse = (name, values) => {
  throw new Error(said(name, values));
};

// What a field has to be, and how that is said. No address, no other folder, no hidden file.
const isText = (value) => typeof value === "string" && value.trim() !== "";
const CHECKS = {
  version: (value) => value === VERSION,
  dataset: (value) => typeof value === "string" && /^[A-Za-z0-9_][\w.-]{0,99}\.json$/.test(value) && value.toLowerCase() !== SITE,
  title: isText,
  bytes: (value) => Number.isInteger(value) && value > 0,
  sha256: (value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value),
  format: (value) => value === FORMAT,
  languages: (value) => /^\["zh"(,"en")?\]$/.test(JSON.stringify(value)),
  data: isText,
};

// The file beside this script, as the server has it now.
async function load(file) {
  let chunks;
  let length = 0;
  try {
    const response = await fetch(new URL(file, import.meta.url), { cache: "no-cache", redirect: "error" });
    if (!response.ok) refuse("absent", { file, found: response.status });
    const reader = response.body.getReader();
    chunks = [];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > MOST) {
        reader.cancel();
        break;
      }
      chunks.push(value);
    }
  } catch (error) {
    // What went wrong on the way is said by the browser, in its words.
    if (!(error instanceof TypeError)) throw error;
    refuse("absent", { file, found: error.message });
  }
  if (length > MOST) refuse("large", { file, expected: MOST });
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

// The fields of a file; refused where one is not as it has to be.
function fields(file, bytes, names) {
  let found;
  try {
    found = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    refuse("unreadable", { file, found: error.message });
  }
  for (const field of names) {
    const value = found === null ? undefined : found[field];
    if (CHECKS[field](value)) continue;
    const shown = value === undefined ? said("nothing", {}) : typeof value === "object" ? JSON.stringify(value) : String(value);
    refuse("field", { file, field, found: shown.slice(0, 100), expected: said(field, { version: VERSION, format: FORMAT }) });
  }
  return found;
}

async function report() {
  const site = fields(SITE, await load(SITE), ["version", "title", "dataset", "bytes", "sha256"]);
  const opening = document.getElementById("site-title");
  if (opening) opening.textContent = site.title;
  const file = site.dataset;
  const bytes = await load(file);
  if (bytes.length !== site.bytes) refuse("other-bytes", { file, found: bytes.length, expected: site.bytes });
  // Browsers have it only where addresses begin with https.
  if (crypto.subtle) {
    const sum = [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    if (sum !== site.sha256) refuse("other-sum", { file, found: sum.slice(0, 12), expected: site.sha256.slice(0, 12) });
  }
  const dataset = fields(file, bytes, ["format", "title", "languages", "data"]);
  if (dataset.title !== site.title) refuse("other-title", { file, found: dataset.title, expected: site.title });
  // What goes wrong from here on is in the app.
  reason.textContent = said("refused", { file });
  return dataset;
}

// The text that the app loads. Where the site has no pages in this language to show, the reader is led to the others.
export async function read() {
  try {
    const { languages, title, data } = await report();
    if (!languages.includes(document.documentElement.lang.slice(0, 2))) {
      const { pathname, searchParams, hash } = new URL(location.href);
      searchParams.delete("lang");
      const query = String(searchParams);
      location.replace(`../${pathname.split("/").pop()}${query && `?${query}`}${hash}`);
      return new Promise(() => {});
    }
    document.documentElement.setAttribute("data-site", title);
    return data;
  } catch (error) {
    reason.textContent = error.message;
    throw error;
  }
}
