// The zip file of a release, as its publisher and its auditor see it: what is in it, and that making it twice gives the same bytes.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { dist, PAGE_FILES } from "./site.js";
import { after, before, test } from "./testing.js";
import { unzipped } from "./zip.js";

const project = fileURLToPath(new URL("../", import.meta.url)).replace(/\/$/, "");
const run = (program, args, options) => execFileSync(program, args, { cwd: project, encoding: "utf8", ...options });

let folder;
// The path of the zip file, and its entries by their path below the one folder in it.
let zip;
let entries;
let version;

// Made in a second folder of its own, since the name is the same.
const release = (into) => run("script/release", ["--built", "--dirty", "--out", into], { stdio: ["ignore", "pipe", "inherit"] });

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "plan-release-"));
  release(folder);
  const [name] = readdirSync(folder);
  zip = join(folder, name);
  version = name.replace("plan-explorer-", "").replace(".zip", "");
  entries = await unzipped(zip);
}, 600_000);

after(() => rmSync(folder, { recursive: true, force: true }));

const inside = (path) => {
  const found = entries.find((entry) => entry.path === `plan-explorer-${version}/${path}`);
  assert.ok(found, `there is no ${path}`);
  return found.content;
};

// Every file below a folder, by its path there.
const files = (below) =>
  readdirSync(below, { recursive: true }).filter((path) => statSync(join(below, path)).isFile());

// The packages of the modules: the app, the first answer, and what reads a report of the reader.
const PROGRAMS = ["plan-explorer", "plan-first", "plan-own", "plan-review"];

// The packages that the modules are compiled from: names and versions.
const shipped = () => {
  const options = ["--quiet", "--locked", "--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"];
  const trees = PROGRAMS.map((program) => run("cargo", ["tree", "--package", program, ...options]));
  const lines = new Set(trees.flatMap((tree) => tree.split("\n")).filter(Boolean));
  return [...lines].map((line) => line.match(/^(\S+) v(\S+)/).slice(1));
};

test("the same build is the same file, byte by byte", () => {
  const again = mkdtempSync(join(folder, "again-"));
  release(again);
  assert.ok(readFileSync(zip).equals(readFileSync(join(again, `plan-explorer-${version}.zip`))));
});

test("entries are in order, in one folder, of the commit's time and of one mode, and have nothing of the machine beside them", () => {
  const paths = entries.map(({ path }) => path);
  assert.deepEqual(paths, paths.toSorted((a, b) => (a < b ? -1 : 1)));
  assert.deepEqual(paths.filter((path) => !path.startsWith(`plan-explorer-${version}/`)), []);
  // Zip files count in steps of two seconds.
  const committed = Math.floor(Number(run("git", ["show", "--no-patch", "--format=%ct", "HEAD"])) / 2) * 2;
  for (const { path, entry } of entries) {
    assert.equal(entry.getLastModDate({ timezone: "UTC" }).getTime() / 1000, committed, path);
    assert.equal(entry.externalFileAttributes >>> 16, 0o100644, path);
    assert.deepEqual([entry.extraFieldLength, entry.fileComment], [0, ""], path);
  }
});

test("it has the build, as it is", () => {
  const built = files(dist).filter((path) => !path.startsWith("server/"));
  for (const page of PAGE_FILES) assert.ok(built.includes(page), page);
  const packed = entries.map(({ path }) => path.split("/").slice(1).join("/")).filter((path) => path.startsWith("dist/"));
  assert.deepEqual(packed, built.map((path) => `dist/${path}`).toSorted((a, b) => (a < b ? -1 : 1)));
  for (const path of built) assert.ok(inside(`dist/${path}`).equals(readFileSync(join(dist, path))), path);
});

test("its sums are right, of every file, as sha256sum reads them", () => {
  const unpacked = join(folder, "unpacked");
  for (const { path, content } of entries) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true });
    writeFileSync(join(unpacked, path), content);
  }
  const top = join(unpacked, `plan-explorer-${version}`);
  run("sha256sum", ["--quiet", "--strict", "--check", "SHA256SUMS"], { cwd: top });
  const summed = readFileSync(join(top, "SHA256SUMS"), "utf8").trim().split("\n").map((line) => line.slice(66));
  assert.deepEqual(summed.toSorted(), files(top).filter((path) => path !== "SHA256SUMS").toSorted());
  // A damaged file is found.
  writeFileSync(join(top, "dist/index.html"), "damaged");
  assert.equal(spawnSync("sha256sum", ["--status", "--check", "SHA256SUMS"], { cwd: top }).status, 1);
});

test("it says from which commit it was made, with which tools", () => {
  const said = inside("VERSION").toString();
  assert.match(said, new RegExp(`^plan-explorer ${version}\ncommit ${run("git", ["rev-parse", "HEAD"]).trim()}`));
  for (const tool of ["rustc", "trunk", "wasm-bindgen", "cargo-about", "cargo-cyclonedx"]) {
    assert.match(said, new RegExp(`^${tool} \\d+\\.\\d+`, "m"));
  }
});

test("every package of the modules has its licence in it, with the text", () => {
  const notices = inside("THIRD-PARTY-LICENSES.txt").toString();
  const starts = ["1. What is shipped", "2. What only ran", "3. The licences"].map((heading) => notices.indexOf(`\n${heading}`));
  const [listed, ran, texts] = starts.map((start, index) => notices.slice(start, starts[index + 1]));
  const wanted = shipped();
  assert.ok(wanted.length > 50);
  for (const [name, number] of wanted) {
    assert.ok(listed.includes(`\n  ${name} ${number}: `), name);
    if (!name.startsWith("plan-")) assert.match(texts, new RegExp(`^.* \\(\\S+\\): .*\\b${name} \\d.*$`, "m"), name);
  }
  // It runs only while the modules are built, but its data is in them.
  assert.match(listed, /^ {2}pinyin \S+: MIT/m);
  for (const tool of ["wasm-bindgen-macro", "resvg", "trunk"]) assert.match(ran, new RegExp(`^ {2}${tool} \\d`, "m"));
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) assert.ok(inside(name).equals(readFileSync(join(project, name))));
  assert.ok(entries.some(({ path }) => /\/RUST-STANDARD-LIBRARY\.(html|txt)$/.test(path)));
});

test("the list of what it is made from is valid and complete", async () => {
  const text = inside("sbom.cdx.json").toString();
  const sbom = JSON.parse(text);
  assert.equal(await new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(text), null);
  assert.notEqual(await new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(text.replace('"required"', '"needed"')), null);
  const of = (scope) => sbom.components.filter((one) => one.scope === scope).map(({ name, version }) => `${name} ${version}`);
  const required = of("required");
  for (const [name, number] of shipped()) {
    if (!PROGRAMS.includes(name)) assert.ok(required.includes(`${name} ${number}`), name);
  }
  for (const name of ["pinyin", "rust-std"]) assert.ok(required.some((one) => one.startsWith(`${name} `)), name);
  assert.ok(of("excluded").some((one) => one.startsWith("wasm-bindgen-macro ")));
  for (const { name, hashes, licenses } of sbom.components) {
    assert.ok(licenses?.length, name);
    assert.ok(hashes?.length || name.startsWith("plan-") || name === "rust-std", name);
  }
  // References lead to components, and nothing differs between builds.
  const known = new Set([sbom.metadata.component, ...sbom.components].map((one) => one["bom-ref"]));
  for (const { ref, dependsOn = [] } of sbom.dependencies) {
    for (const one of [ref, ...dependsOn]) assert.ok(known.has(one), one);
  }
  assert.equal(sbom.serialNumber, undefined);
  assert.equal(Date.parse(sbom.metadata.timestamp) / 1000, Number(run("git", ["show", "--no-patch", "--format=%ct", "HEAD"])));
});

test("no file names a folder of the machine that it was made on", () => {
  const folders = [project, homedir(), run("rustc", ["--print", "sysroot"]).trim(), "/home/", "/root/", "/Users/", ".cargo/", ".rustup/"];
  const found = entries.flatMap(({ path, content }) => folders.filter((one) => content.includes(one)).map((one) => `${path}: ${one}`));
  assert.deepEqual(found, [], "dist/ is to be built by script/build");
});

test("what one begins with leads to what is there", () => {
  const links = [...inside("README.html").toString().matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, link]) => link);
  assert.ok(links.length > 8);
  for (const link of links) inside(link);
  for (const lang of ["zh", "en"]) {
    const guide = inside(`docs/publish.${lang}.html`).toString();
    assert.match(guide, /<title>\S/);
    for (const [, picture] of guide.matchAll(/src="(images\/[^"]+)"/g)) inside(`docs/${picture}`);
  }
});

test("the guides name the licences that are accepted, and no others", () => {
  const accepted = JSON.parse(readFileSync(join(project, "about.toml"), "utf8").match(/^accepted = (\[.*\])$/m)[1]);
  for (const [lang, last] of [["zh", " 或 "], ["en", " or "]]) {
    const words = `${accepted.slice(0, -1).join(lang === "zh" ? "、" : ", ")}${last}${accepted.at(-1)}`;
    assert.ok(readFileSync(join(project, `docs/publish.${lang}.md`), "utf8").includes(words), `${lang}: ${words}`);
  }
});

test("the guides explain every directive of the policy that the servers are given", () => {
  const [, policy] = inside("server/nginx.conf").toString().match(/Content-Security-Policy "([^"]+)"/);
  // One or several hashes are explained alike.
  const directives = policy.split("; ").map((one) => one.replace(/( 'sha256-[^']+')+/, " 'sha256-…'"));
  for (const lang of ["zh", "en"]) {
    const explained = readFileSync(join(project, `docs/publish.${lang}.md`), "utf8").match(/^\| `[a-z]+-[a-z]+ .*? \|/gm).join("");
    for (const one of directives) assert.ok(explained.includes(`\`${one}\``) || explained.includes(`\`${one} …\``), `${lang}: ${one}`);
    assert.equal(explained.match(/`[^`]+`/g).length, directives.length, lang);
  }
});

test("a licence that is not accepted ends a release", () => {
  const place = mkdtempSync(join(folder, "licence-"));
  mkdirSync(join(place, "dependency/src"), { recursive: true });
  mkdirSync(join(place, "src"));
  const manifest = (name, licence, more = "") =>
    `[package]\nname = "${name}"\nversion = "1.0.0"\nedition = "2024"\nlicense = "${licence}"\n${more}`;
  writeFileSync(join(place, "src/lib.rs"), "");
  writeFileSync(join(place, "dependency/src/lib.rs"), "");
  writeFileSync(join(place, "Cargo.toml"), manifest("top", "MIT", '[dependencies]\ndependency = { path = "dependency" }\n[workspace]\n'));
  const about = (licence) => {
    writeFileSync(join(place, "dependency/Cargo.toml"), manifest("dependency", licence));
    const args = ["about", "generate", "--format", "json", "--offline", "--config", join(project, "about.toml"), "--output-file", join(place, "about.json")];
    return spawnSync("cargo", args, { cwd: place, encoding: "utf8" });
  };
  assert.equal(about("MIT").status, 0);
  const refused = about("GPL-3.0-only");
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /failed to satisfy license requirements/);
});

test("a tree with changes is refused before anything is built", () => {
  const clone = join(folder, "clone");
  run("git", ["clone", "--quiet", project, clone]);
  // As it is now, also where it is not committed.
  writeFileSync(join(clone, "script/release"), readFileSync(join(project, "script/release")));
  writeFileSync(join(clone, "new.txt"), "");
  const refused = spawnSync("bash", [join(clone, "script/release")], { encoding: "utf8" });
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /^script\/release stopped: the tree has changes that no commit has, such as '.*': commit them, or write 'script\/release --dirty'\.\n$/);
  assert.deepEqual(readdirSync(clone).filter((name) => name === "target" || name === "dist"), []);
});
