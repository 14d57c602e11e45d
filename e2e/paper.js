// Pages as they are printed: the words and the ink of each sheet. Poppler reads the files.

import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// A4. What Playwright calls inches, Firefox takes for centimetres.
const PAPER = { chromium: { format: "A4" }, firefox: { width: "21in", height: "29.7in" } };

// Words as they can be compared: printed text is broken into lines anywhere, and fonts have several glyphs for some characters.
const plain = (text) => text.normalize("NFKC").replaceAll(/\s/g, "");

// Whether words stand in printed text. Firefox does not write into the file which character some glyphs stand for, and takes radicals
// for a few others: any character may be theirs.
const UNKNOWN = "[\uFFFD\u2E80-\u2FDF]";

export const saysExactly = (printed, words) => printed.includes(plain(words));

export function says(printed, words) {
  if (saysExactly(printed, words)) return true;
  const pattern = [...plain(words)].map((one) => `(?:${one.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}|${UNKNOWN})`).join("");
  return new RegExp(pattern, "u").test(printed);
}

// A file of grey values (PGM): its size, and one byte a pixel.
function picture(bytes) {
  const [, width, height] = bytes.toString("latin1", 0, 40).match(/^P5\s+(\d+)\s+(\d+)\s+255\s/).map(Number);
  return { width, height, pixels: bytes.subarray(bytes.length - width * height) };
}

// The sheets of a page. Backgrounds are printed, too, which readers may ask for.
export async function printed(page) {
  const browser = page.context().browser().browserType().name();
  const folder = await mkdtemp(join(tmpdir(), "paper-"));
  try {
    const file = join(folder, "page.pdf");
    await writeFile(file, await page.pdf({ ...PAPER[browser], preferCSSPageSize: true, printBackground: true }));
    execFileSync("pdftoppm", ["-r", "36", "-gray", file, join(folder, "sheet")]);
    const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
    const words = text.split("\f").slice(0, -1);
    const names = (await readdir(folder)).filter((name) => name.endsWith(".pgm")).sort();
    const pictures = await Promise.all(names.map(async (name) => picture(await readFile(join(folder, name)))));
    return pictures.map((one, at) => ({ ...one, words: plain(words[at]) }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

// How much of a sheet is darker than light grey, without its foot, where the number of the sheet stands.
export function ink({ width, height, pixels }) {
  const content = pixels.subarray(0, width * Math.round(height * 0.94));
  return content.filter((grey) => grey < 160).length / content.length;
}

// Whether the margins of a sheet are white.
export function isOnWhite({ width, height, pixels }) {
  const at = (x, y) => pixels[Math.round(y * (height - 1)) * width + Math.round(x * (width - 1))];
  return [[0, 0], [1, 0], [0, 1], [1, 1], [0.5, 0.01], [0.01, 0.5], [0.99, 0.5]].every(([x, y]) => at(x, y) > 250);
}
