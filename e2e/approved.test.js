// The main states look as approved: pictures in e2e/approved/, with a tolerance for fonts. UPDATE_EXPECT=1 approves of what is there; what
// differs is written to target/approved/, and script/screenshots approved shows it.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { launch, open, visit } from "./browser.js";
import { ExplorerPage } from "./page.js";
import { serveAt } from "./site.js";
import { after, before, test } from "./testing.js";

let site;
let browser;
let comparing;

before(async () => {
  site = await serveAt("/a/b/");
  browser = await launch();
  comparing = await open(browser);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

const STATES = {
  "home-zh-390-light": { path: "", ...PHONE },
  "home-en-1280-light": { path: "en/", ...DESK },
  "home-zh-1280-dark": { path: "", ...DESK, colorScheme: "dark" },
  "home-zh-390-contrast": { path: "?theme=contrast", ...PHONE },
  "home-zh-390-large": { path: "?large=1", ...PHONE },
  "home-zh-390-forced": { path: "", ...PHONE, colorScheme: "dark", forcedColors: "active" },
  "projects-en-390-light": { path: "en/projects.html", ...PHONE },
  "projects-zh-1280-light": { path: "projects.html?sector=roads&v=3", ...DESK },
  "projects-zh-390-large": { path: "projects.html?large=1", ...PHONE },
  "project-zh-1280-dark": { path: "projects.html?item=p08&v=3", ...DESK, colorScheme: "dark" },
  "indicators-zh-1280-light": { path: "indicators.html", ...DESK },
  "indicator-zh-390-light": { path: "indicators.html?item=pm25&v=3", ...PHONE },
  "indicators-en-1280-contrast": { path: "en/indicators.html?as=chart&theme=contrast&v=3", ...DESK },
  "tasks-zh-390-dark": { path: "tasks.html", ...PHONE, colorScheme: "dark" },
  "topics-zh-390-light": { path: "topics.html", ...PHONE },
  "topics-en-1280-dark": { path: "en/topics.html", ...DESK, colorScheme: "dark" },
  "topics-zh-390-large": { path: "topics.html?large=1", ...PHONE },
  "data-zh-1280-light": { path: "data.html", ...DESK },
  "embedded-zh-390-light": { path: "projects.html?embed=1", ...PHONE },
};

// How much of what two pictures show differs, and a picture of where: squares of 8 px count by their mean colour, so that edges of
// letters do not. Squares without anything on them in either do not count.
function differences(pictures) {
  return comparing.evaluate(async (pictures) => {
    const SQUARE = 8;
    const [a, b] = await Promise.all(
      pictures.map(async (base64) => createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())),
    );
    if (a.width !== b.width || a.height !== b.height) return { share: 1, shown: null };
    const pixels = (image) => {
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height).data;
    };
    const [one, other] = [pixels(a), pixels(b)];
    const canvas = new OffscreenCanvas(a.width, a.height);
    const context = canvas.getContext("2d");
    context.drawImage(b, 0, 0);
    context.fillStyle = "rgb(255 0 0 / 50%)";
    let [squares, different] = [0, 0];
    for (let top = 0; top + SQUARE <= a.height; top += SQUARE) {
      for (let left = 0; left + SQUARE <= a.width; left += SQUARE) {
        const sums = [0, 0, 0];
        let isBlank = true;
        const corner = 4 * (top * a.width + left);
        for (let y = top; y < top + SQUARE; y += 1) {
          for (let x = left; x < left + SQUARE; x += 1) {
            const at = 4 * (y * a.width + x);
            for (const colour of [0, 1, 2]) {
              sums[colour] += one[at + colour] - other[at + colour];
              isBlank &&= one[at + colour] === one[corner + colour] && other[at + colour] === other[corner + colour];
            }
          }
        }
        const differs = sums.some((sum) => Math.abs(sum) / SQUARE ** 2 > 20);
        if (differs || !isBlank) squares += 1;
        if (differs) {
          different += 1;
          context.fillRect(left, top, SQUARE, SQUARE);
        }
      }
    }
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    return { share: different / squares, shown: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) };
  }, pictures.map((bytes) => bytes.toString("base64")));
}

// Other versions of a font move some lines by a pixel or two.
const MOST = 0.1;

async function taken(path, options, prepare) {
  const page = await open(browser, { reducedMotion: "reduce", ...options });
  await visit(page, site.at(path));
  await new ExplorerPage(page).laidOut();
  await prepare?.(page);
  const picture = await page.screenshot({ caret: "hide" });
  await page.context().close();
  return picture;
}

for (const [name, { path, ...options }] of Object.entries(STATES)) {
  test(`looks as approved: ${name}`, async () => {
    const picture = await taken(path, options);
    const approved = new URL(`approved/${name}.png`, import.meta.url);
    if (process.env.UPDATE_EXPECT) await writeFile(approved, picture);
    const { share, shown } = await differences([await readFile(approved), picture]);
    if (share > MOST) {
      const folder = new URL("../target/approved/", import.meta.url);
      await mkdir(folder, { recursive: true });
      await writeFile(new URL(`${name}.png`, folder), picture);
      if (shown) await writeFile(new URL(`${name}.differences.png`, folder), Buffer.from(shown, "base64"));
    }
    assert.ok(share <= MOST, `${(100 * share).toFixed(1)} % of ${name} differs; see target/approved/${name}.differences.png`);
  });
}

test("what has moved by a line, is missing or has another colour is seen", async () => {
  const { path, ...options } = STATES["projects-zh-1280-light"];
  const usual = await taken(path, options);
  for (const [change, least] of [
    [() => (document.querySelector("main").style.paddingTop = "24px"), MOST],
    [() => document.querySelector("ol.projects").remove(), MOST],
    [() => document.documentElement.style.setProperty("--main", "#c00"), 0],
  ]) {
    const { share } = await differences([usual, await taken(path, options, (page) => page.evaluate(change))]);
    assert.ok(share > least, `${change}: ${share}`);
  }
});
