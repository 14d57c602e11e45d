// What was measured as Markdown tables. By itself it prints those of the last run.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { results } from "./builds.js";

const ms = (number) => (number < 10 ? number.toFixed(1) : spaced(number.toFixed(0)));
const kB = (bytes) => spaced((bytes / 1000).toFixed(0));
const MB = (bytes) => spaced((bytes / 1e6).toFixed(0));
const spaced = (text) => `${text}`.replace(/\B(?=(\d{3})+$)/g, " ");

const LOAD = [
  ["brotli kB", "bytes", kB],
  ["requests", "requests", String],
  ["first paint", "first", ms],
  ["largest paint", "largest", ms],
  ["blocked", "blocked", ms],
  ["filter answers", "answered", ms],
  ["memory, MB", "memory", MB],
];

// For each profile one table: medians, the best of each column bold.
export function loadTables({ version, rounds, size, empty, builds, samples }) {
  const profiles = [...new Set(samples.map(({ profile }) => profile))];
  const about =
    `Chromium ${version}, ${size} projects, opened ${rounds} times. Medians, milliseconds; best bold. ` +
    `An empty page holds ${MB(empty)} MB.`;
  const tables = profiles.map((profile) => {
    const medians = builds.map((build) => {
      const some = samples.filter((sample) => sample.build === build && sample.profile === profile);
      return LOAD.map(([, what]) => quantile(some, what, 0.5));
    });
    const best = LOAD.map((_, at) => Math.min(...medians.map((row) => row[at])));
    const cells = (row) => LOAD.map(([, , format], at) => boldIf(row[at] === best[at], format(row[at])));
    const rows = builds.map((build, at) => [build, ...cells(medians[at])]);
    return table([`on ${profile}`, ...LOAD.map(([head]) => head)], rows);
  });
  return [about, ...tables].join("\n\n");
}

// What a keystroke costs on each page with so many projects, and what was typed and found.
export function keystrokeTables({ version, throttle, builds, sizes, pages }) {
  const pagesOf = (build, size) => pages.filter((page) => page.build === build && page.size === size);
  const measured = sizes.filter((size) => builds.every((build) => pagesOf(build, size).length > 0));
  const samplesOf = (build, size) => pagesOf(build, size).flatMap(({ samples }) => samples);
  const [reference] = builds;

  const costs = measured.flatMap((size) => {
    const medians = builds.map((build) => quantile(samplesOf(build, size), "next", 0.5));
    return builds.map((build, at) => {
      const samples = samplesOf(build, size);
      const both = (what) => `${ms(quantile(samples, what, 0.5))} / ${ms(quantile(samples, what, 0.95))}`;
      const ratio = (what) => (quantile(samples, what, 0.5) / quantile(samplesOf(reference, size), what, 0.5)).toFixed(2);
      const rows = Math.max(...samples.map((sample) => sample.rows));
      return [
        spaced(size),
        build,
        samples.length,
        spaced(rows),
        both("script"),
        boldIf(medians[at] === Math.min(...medians), both("next")),
        both("last"),
        ratio("script"),
        ratio("next"),
        MB(quantile(pagesOf(build, size), "memory", 0.5)),
      ];
    });
  });

  const typed = measured.flatMap((size) => {
    const words = new Set(samplesOf(reference, size).map(({ word }) => word));
    return [...words, "Backspace"].map((what) => {
      const cells = builds.map((build) => {
        const some = samplesOf(build, size).filter(({ key, word }) => (key === "Backspace" ? key : word) === what);
        return `${ms(quantile(some, "script", 0.5))} (${spaced(quantile(some, "found", 0.5))})`;
      });
      return [spaced(size), what, ...cells];
    });
  });

  return [
    `Chromium ${version}, ${throttle} times slower. Milliseconds: median / 95th percentile; best next paint bold.`,
    table(
      [
        "projects",
        "page",
        "keystrokes",
        "rows at most",
        "script",
        "next paint",
        "last paint",
        `script to ${reference}`,
        "next paint to it",
        "memory, MB",
      ],
      costs,
    ),
    "Script by what is typed, and in brackets how many projects that finds: medians.",
    table(["projects", "typed", ...builds], typed),
  ].join("\n\n");
}

function table(head, rows) {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function boldIf(condition, text) {
  return condition ? `**${text}**` : text;
}

function quantile(samples, what, share) {
  const sorted = samples.map((sample) => sample[what]).sort((one, other) => one - other);
  return sorted[Math.ceil(share * sorted.length) - 1];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const last = (name) => JSON.parse(readFileSync(`${results}${name}.json`, "utf8"));
  console.log(`${loadTables(last("load"))}\n\n${keystrokeTables(last("keystrokes"))}`);
}
