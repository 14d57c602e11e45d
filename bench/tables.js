// A run as Markdown: what docs/performance.md shows.

import { PROFILES } from "./visits.js";

const whole = (number) => number.toFixed(0).replace(/\B(?=(\d{3})+$)/g, " ");
const kB = (bytes) => whole(bytes / 1000);
const MB = (bytes) => (bytes / 1e6).toFixed(1);

export function tables(run) {
  const [day] = run.date.split("T");
  const rounds = run.rounds > 1 ? `medians of ${run.rounds} rounds` : "one round";
  const load = run.load.map((average) => average.toFixed(1)).join(" before and ");
  const about =
    `Headless Chromium ${run.chromium.split(".")[0]}, ${run.cores} cores (load ${load} after), ${day}; ` +
    `${rounds}, all sites in turns; best bold.`;
  const problems = ["Problems:", ...run.problems.map((problem) => `- ${problem}`)].join("\n");
  return [
    about,
    ...run.profiles.map((profile) => comparison(run, profile)),
    ...(run.pages.length > 0 ? [pageTable(run)] : []),
    ...(run.problems.length > 0 ? [problems] : []),
    "",
  ].join("\n\n");
}

// One table: a row for each quantity, a column for each site, and the first site divided by the best of the others.
function comparison({ sites, sizes, visits, pages, keys }, profile) {
  const of = (samples, name) => samples.filter((sample) => sample.name === name && sample.profile === profile);
  const visit = (take) => (name) => median(of(visits, name).map(take));
  const largest = (what) => (name) => {
    const { pages: paths } = sites.find((site) => site.name === name);
    const values = paths.map((path) => median(samplesOf(pages, name, path).map((page) => page[what])));
    return values.includes(null) ? null : Math.max(...values);
  };
  const typed = (size, name) => of(keys, name).filter((page) => page.size === size);
  const paints = (size, name) => typed(size, name).flatMap(({ samples }) => samples.map(({ paint }) => paint));
  const bytes = (title, take) => ({
    title,
    value: visit((sample) => take(sample)?.bytes),
    show: (value, name) => `${kB(value)} (${visit((sample) => take(sample)?.requests)(name)})`,
  });
  const rows = [
    { title: "first paint, ms", value: visit(({ first }) => first.firstPaint) },
    { title: "first paint of the project list, ms", value: visit(({ list }) => list.firstPaint) },
    { title: "chart visible, ms", value: visit(({ first }) => first.chart) },
    { title: "filter answers, ms", value: visit(({ list }) => list.answers) },
    {
      title: "chart visible and filter answers, ms",
      value: visit(({ first, list }) => first.chart && Math.max(first.chart, list.answers)),
    },
    { title: "blocked from navigation on, ms", value: visit(({ first }) => first.blocked) },
    ...sizes.map((size) => ({
      title: `input → paint p95 (worst), ${whole(size)} projects, ms`,
      value: (name) => quantile(paints(size, name), 0.95),
      show: (value, name) => `${whole(value)} (${whole(Math.max(...paints(size, name)))})`,
    })),
    {
      title: "words filtered later than that frame",
      value: (name) => total(sizes.flatMap((size) => typed(size, name)).map(({ late }) => late)),
    },
    { title: "DOM nodes, largest page", value: largest("nodes") },
    { title: "DOM memory, largest page, MB", value: largest("domMemory"), show: MB },
    bytes("first visit, kB brotli (requests)", ({ first }) => first),
    { title: "… of it fetched again, kB", value: visit(({ first }) => first.again), show: kB },
    bytes("first visit, `no-store`", ({ uncached }) => uncached?.first),
    { title: "… of it fetched again, kB", value: visit(({ uncached }) => uncached?.first.again), show: kB },
    bytes("second visit, kB brotli (requests)", ({ second }) => second),
    bytes("second visit, `no-store`", ({ uncached }) => uncached?.second),
    { title: "second visit, first paint, ms", value: visit(({ second }) => second.firstPaint) },
    { title: "second visit, blocked, ms", value: visit(({ second }) => second.blocked) },
  ];
  const body = rows
    .map(({ title, value, show = whole }) => ({ title, show, values: sites.map(({ name }) => value(name)) }))
    .filter(({ values }) => values.some((value) => value !== null))
    .map(({ title, show, values }) => {
      const best = Math.min(...values.filter((value) => value !== null));
      const cell = (value, at) => boldIf(value === best && !isTie(values), show(value, sites[at].name));
      return [title, ...values.map((value, at) => (value === null ? "–" : cell(value, at))), ratio(values)];
    });
  const head = sites.length > 1 ? "to the best other" : "";
  return table([PROFILES[profile].title, ...sites.map(({ title }) => title), head], body);
}

function ratio([first, ...others]) {
  const best = Math.min(...others.filter((value) => value !== null));
  return first === null || best === 0 || best === Infinity ? "" : `${(first / best).toFixed(2)}×`;
}

const samplesOf = (pages, name, path) => pages.filter((page) => page.name === name && page.path === path);

// What each page of each site holds.
function pageTable({ sites, pages }) {
  const rows = sites.flatMap(({ name, title, pages: paths }) =>
    paths.map((path) => {
      const some = samplesOf(pages, name, path);
      const of = (what, show) => (some.length > 0 ? show(median(some.map((page) => page[what]))) : "–");
      return [title, `\`/${path}\``, of("nodes", whole), of("domMemory", MB), of("memory", MB)];
    }),
  );
  return table(["site", "page", "DOM nodes", "DOM memory, MB", "memory of the process, MB"], rows);
}

function table(head, rows) {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function boldIf(condition, text) {
  return condition ? `**${text}**` : text;
}

const isTie = (values) => values.length > 1 && values.every((value) => value === values[0]);

const total = (numbers) => (numbers.length > 0 ? numbers.reduce((sum, number) => sum + number, 0) : null);

const median = (values) => quantile(values, 0.5);

// The quantile of the values that are there, or null.
function quantile(values, share) {
  const sorted = values.filter((value) => value !== undefined && value !== null).sort((one, other) => one - other);
  return sorted.length > 0 ? sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] : null;
}
