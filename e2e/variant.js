// Another build of the same site, as a publisher would put in the place of the one before: the files that are named after their
// content have other content and other names, every page says which build it is of, and the worker has the lists of that build.

import { createHash } from "node:crypto";
import { cpSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";

const NAMED = /-([0-9a-f]{16})(?=(_bg)?\.\w+$)/;
const INDEX = /(^|\/)index\.html$/;

const hash = (content, encoding) => createHash("sha256").update(content).digest(encoding);

// A section that WebAssembly has no meaning for, with that name.
const section = (word) => Buffer.concat([Buffer.from([0, word.length + 1, word.length]), Buffer.from(word)]);

// The same to a browser.
const OTHERWISE = {
  ".css": (content, word) => Buffer.concat([content, Buffer.from(`/* ${word} */\n`)]),
  ".js": (content, word) => Buffer.concat([content, Buffer.from(`// ${word}\n`)]),
  ".wasm": (content, word) => Buffer.concat([content, section(word)]),
  // The worker's pages: what is named in them, and which build they say they are of.
  ".json": (content, word, rename) => Buffer.from(rename(`${content}`).replaceAll("<html ", `<html data-build=\\"${word}\\" `)),
  // What the page reads by its whole length: another name is enough.
  ".txt": (content) => content,
};

// Copies the build in the folder `from` to the folder `to` as the build of that name.
export function variant(from, to, word) {
  rmSync(to, { recursive: true, force: true });
  // Compressed copies would be of the build before.
  cpSync(from, to, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
  const renamed = new Map();
  for (const name of readdirSync(to).filter((name) => NAMED.test(name))) {
    const [, was] = NAMED.exec(name);
    renamed.set(was, hash(was + word, "hex").slice(0, 16));
  }
  // Wherever a name stands: in pages only in attributes, so that the hashes of their inline scripts and styles stay right.
  const rename = (text) => text.replace(/-([0-9a-f]{16})(?=(_bg)?\.)/g, (whole, was) => `-${renamed.get(was) ?? was}`);
  for (const name of readdirSync(to).filter((name) => NAMED.test(name))) {
    writeFileSync(join(to, name), OTHERWISE[extname(name)](readFileSync(join(to, name)), word, rename));
    renameSync(join(to, name), join(to, rename(name)));
  }
  for (const page of pagesOf(to)) {
    const html = rename(readFileSync(join(to, page), "utf8"));
    writeFileSync(join(to, page), html.replace("<html ", `<html data-build="${word}" `));
  }
  const worker = join(to, "sw.js");
  writeFileSync(worker, rename(readFileSync(worker, "utf8")));
  // A file that keeps its name.
  const table = join(to, "data/sections.csv");
  writeFileSync(table, `${readFileSync(table, "utf8")}# ${word}\n`);
  relist(to);
  return to;
}

// Half the SHA-256, as the worker knows a file by.
export const digest = (content) => createHash("sha256").update(content).digest().subarray(0, 16).toString("base64");

// Has the worker of the build in that folder list the digests of what is there now, as the build does.
export function relist(folder) {
  const { core, program, files } = listed(folder);
  const digests = [...files.keys()].map((address) => [address, digest(readFileSync(join(folder, pathOf(address))))]);
  const list = (entries) => `new Map([\n${[...entries].sort(byAddress).map((entry) => `${JSON.stringify(entry)},\n`).join("")}]);\n`;
  const rest = `const FILES = ${list(digests)}const CORE = ${list(core)}${program}`;
  writeFileSync(join(folder, "sw.js"), `const VERSION = "${hash(rest, "hex").slice(0, 16)}";\n${rest}`);
}

const byAddress = ([one], [other]) => (one < other ? -1 : 1);

// What the worker of a build says: its version, the digest of each file by its address, the addresses that are cached at install and
// the file of the pages by the folder of the language, and the program, which has the latter in it.
export function listed(folder) {
  const text = readFileSync(join(folder, "sw.js"), "utf8");
  const form = /^const VERSION = "(\w+)";\nconst FILES = new Map\(\[\n([^]*?)\]\);\nconst CORE = new Map\(\[\n([^]*?)\]\);\n([^]*)$/;
  const [, version, files, core, program] = form.exec(text);
  const map = (entries) => new Map(JSON.parse(`[${entries.replace(/,\n$/, "")}]`));
  const [, pages] = /^const PAGES = new Map\(\[\n([^]*?)\]\);\n/.exec(program);
  return { version, files: map(files), core: map(core), pages: map(pages), program };
}

// Every file of a build.
export function paths(folder, below = "") {
  return readdirSync(join(folder, below)).flatMap((name) => {
    const path = `${below}${name}`;
    return statSync(join(folder, path)).isDirectory() ? paths(folder, `${path}/`) : [path];
  });
}

// The pages of a build.
export function pagesOf(folder) {
  return paths(folder).filter((path) => /^(en\/)?[^/]+\.html$/.test(path));
}

// The address at which the worker knows a file, and the other way round.
export const addressOf = (path) => path.replace(INDEX, "$1");
export const pathOf = (address) => (address === "" || address.endsWith("/") ? `${address}index.html` : address);
