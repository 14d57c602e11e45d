// Another build of the same page, as a publisher would put in the place of the one before: the files that are named after their
// content have other content and other names, both pages say which build they are of, and the worker has the list of that build.

import { createHash } from "node:crypto";
import { cpSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";

const NAMED = /-([0-9a-f]{16})(?=(_bg)?\.\w+$)/;

const hash = (content, encoding) => createHash("sha256").update(content).digest(encoding);

// A section that WebAssembly has no meaning for, with that name.
const section = (word) => Buffer.concat([Buffer.from([0, word.length + 1, word.length]), Buffer.from(word)]);

// The same to a browser.
const OTHERWISE = {
  ".css": (content, word) => Buffer.concat([content, Buffer.from(`/* ${word} */\n`)]),
  ".js": (content, word) => Buffer.concat([content, Buffer.from(`// ${word}\n`)]),
  ".wasm": (content, word) => Buffer.concat([content, section(word)]),
  // What the page reads by its whole length: another name is enough.
  ".txt": (content) => content,
};

// Copies the build in the folder `from` to the folder `to` as the build of that name.
export function variant(from, to, word) {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  const renamed = new Map();
  for (const name of readdirSync(to).filter((name) => NAMED.test(name))) {
    const content = OTHERWISE[extname(name)](readFileSync(join(to, name)), word);
    const [, was] = NAMED.exec(name);
    // Both files of a module are of one name.
    renamed.set(was, hash(was + word, "hex").slice(0, 16));
    writeFileSync(join(to, name), content);
  }
  const rename = (text) => text.replace(/-([0-9a-f]{16})(?=(_bg)?\.)/g, (whole, was) => `-${renamed.get(was) ?? was}`);
  for (const name of readdirSync(to).filter((name) => NAMED.test(name))) renameSync(join(to, name), join(to, rename(name)));
  for (const page of ["index.html", "en/index.html"]) {
    const html = rename(readFileSync(join(to, page), "utf8"));
    writeFileSync(join(to, page), html.replace("<html ", `<html data-build="${word}" `));
  }
  // A file that keeps its name.
  const table = join(to, "data/sections.csv");
  writeFileSync(table, `${readFileSync(table, "utf8")}# ${word}\n`);
  relist(to);
  return to;
}

// Has the worker of the build in that folder list what is there now, as the build does.
export function relist(folder) {
  const worker = join(folder, "sw.js");
  const { program, files } = listed(folder);
  const lines = paths(folder)
    .filter((path) => isListed(path, files))
    .map((path) => [path.replace(/(^|\/)index\.html$/, "$1"), hash(readFileSync(join(folder, path)), "base64")])
    .map((entry) => `${JSON.stringify(entry)},\n`)
    .join("");
  const version = hash(lines + program, "hex").slice(0, 16);
  writeFileSync(worker, `const VERSION = "${version}";\nconst FILES = new Map([\n${lines}]);\n${program}`);
}

// What the worker of a build says: its version, the digest of each file by its address, and the program.
export function listed(folder) {
  const text = readFileSync(join(folder, "sw.js"), "utf8");
  const [, version, list, program] = /^const VERSION = "(\w+)";\nconst FILES = new Map\(\[\n([^]*?)\]\);\n([^]*)$/.exec(text);
  return { version, files: new Map(JSON.parse(`[${list.replace(/,\n$/, "")}]`)), program };
}

// Every file of a build.
export function paths(folder, below = "") {
  return readdirSync(join(folder, below)).flatMap((name) => {
    const path = `${below}${name}`;
    return statSync(join(folder, path)).isDirectory() ? paths(folder, `${path}/`) : [path];
  });
}

// Those that were on the list before, whatever their names are now.
function isListed(path, files) {
  const stem = (name) => name.replace(NAMED, "").replace(/(^|\/)index\.html$/, "$1");
  return [...files.keys()].some((address) => stem(address) === stem(path));
}
