// Writes a data package with that many projects: the bundled one, and projects put together from its own places and words;
// or of the bundled one only the 35 projects of the column on land. The same number gives the same package.
//
//   node bench/package.js 10000 target/bench/package-10000

import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, parse } from "./csv.js";

const bundled = fileURLToPath(new URL("../data/weidong-2021/", import.meta.url));

// What is built, in words of the bundled package, and where it belongs.
const WORKS = [
  ["冷链智慧园区", "smart cold-chain park", "logistics", "new-build"],
  ["现代物流产业园", "modern logistics park", "logistics", "new-build"],
  ["汽车园", "auto park", "logistics", "new-build"],
  ["工业静脉产业园", "industrial recycling park", "circular-economy", "new-build"],
  ["建筑垃圾资源化处置", "construction waste recycling", "circular-economy", "new-build"],
  ["煤泥洗选", "coal slime washing", "coal", "expansion"],
  ["消费街区", "shopping area", "commerce", "unspecified"],
  ["党群综合服务中心", "Party and community service centre", "community", "new-build"],
  ["文旅会展基地", "culture, tourism and exhibition base", "culture-tourism", "new-build"],
  ["智慧图书馆", "smart library", "culture-tourism", "new-build"],
  ["小学扩建", "primary school expansion", "education", "expansion"],
  ["智慧校园平台", "smart campus platform", "education", "platform"],
  ["康养中心", "wellness and elderly-care centre", "elderly-care", "new-build"],
  ["长者助餐中心", "meal centre for the elderly", "elderly-care", "new-build"],
  ["应急物资储备库", "emergency supplies depot", "emergency", "new-build"],
  ["热电深度改造", "heat and power retrofit", "energy", "technical-upgrade"],
  ["污水治理", "sewage treatment", "environment", "renewal"],
  ["金融科创园", "finance and technology park", "finance-technology", "platform"],
  ["健康产业园", "health industry park", "health-care", "new-build"],
  ["棚户区改造", "shantytown renewal", "housing", "renewal"],
  ["老旧小区改造", "renewal of old residential quarters", "housing", "renewal"],
  ["新型建筑材料产业园", "new building materials park", "manufacturing", "new-build"],
  ["生产线升级改造", "production line upgrade", "manufacturing", "technical-upgrade"],
  ["区域收储", "area land reserve", "municipal", "land-reserve"],
  ["游园", "pocket park", "municipal", "new-build"],
  ["雨污水管网建设", "rainwater and sewage network", "municipal", "new-build"],
  ["道路改建", "road reconstruction", "roads", "renewal"],
  ["道路东移", "eastward road relocation", "roads", "relocation"],
  ["体育馆", "gymnasium", "sports", "new-build"],
  ["铁路专用线", "dedicated railway line", "transport", "new-build"],
];

const SIDES = [["东", "east"], ["西", "west"], ["南", "south"], ["北", "north"]];
// The schema has no south-west: nothing in the report lies there.
const CORNERS = [["东北", "north-east"], ["西北", "north-west"], ["东南", "south-east"]];

// The statements that a location can make of a place; `random` picks, `other` is another road.
const STATEMENTS = {
  side: (place, random) => at(place, "side", random.of(SIDES), (side) => `${place.name}${side}侧`),
  beyond: (place, random) => at(place, "beyond", random.of(SIDES), (side) => `${place.name}以${side}`),
  "both-sides": (place) => at(place, "both-sides", ["两", "both"], (side) => `${place.name}${side}侧`),
  crossing: (place, random, other) => ({
    ...at(place, "crossing", random.of(CORNERS), (corner) => `${place.name}与${other.name}交叉口${corner}角`),
    other: other.id,
  }),
  at: (place) => at(place, "at", ["", ""], () => place.name),
  within: (place) => at(place, "within", ["", ""], () => place.name),
};

// Which of them fit what kind of place.
const LINE = ["side", "both-sides", "beyond"];
const FITTING = {
  road: [...LINE, "crossing"],
  railway: LINE,
  river: LINE,
  "motorway-link": LINE,
  "sub-district": ["within"],
};

function at(place, relation, [word, direction], print) {
  return { printed: print(word), relation, place: place.id, direction };
}

// Numbers that look random and are the same every time (mulberry32).
function randomFrom(seed) {
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    of: (list) => list[Math.floor(next() * list.length)],
    chance: (share) => next() < share,
  };
}

const [count, folder] = [Number(process.argv[2]), process.argv[3]];
const table = (name) => parse(readFileSync(`${bundled}${name}.csv`, "utf8"));
const TABLES = ["projects", "mentions", "locations", "places", "tasks", "related", "synonyms"];
const [projects, mentions, locations, places, tasks, related, synonyms] = TABLES.map(table);
const onLand = projects.rows.filter((project) => project.location !== "");
if (!folder || !(count === onLand.length || count >= projects.rows.length)) {
  const [few, many] = [onLand.length, projects.rows.length];
  console.error(`usage: node bench/package.js NUMBER FOLDER, with the number ${few} or one from ${many} on`);
  process.exit(2);
}
if (count === onLand.length) keepOnLand();

// Leaves out the other projects, and what refers to them.
function keepOnLand() {
  const ids = new Set(onLand.map((project) => project.id));
  projects.rows = onLand;
  for (const of of [mentions, locations]) of.rows = of.rows.filter((row) => ids.has(row.project));
  related.rows = related.rows.filter((pair) => ids.has(pair.project) && ids.has(pair.other));
  const meant = new Set([
    ...onLand.map((project) => `sector:${project.sector}`),
    ...mentions.rows.map((mention) => `stage:${mention.stage_code}`),
  ]);
  const isMeant = (meaning) => meant.has(meaning) || !/^(sector|stage):/.test(meaning);
  for (const row of synonyms.rows) row.means = row.means.split("~").filter(isMeant).join("~");
  synonyms.rows = synonyms.rows.filter((row) => row.means !== "");
  for (const task of tasks.rows) task.projects = task.projects.split("~").filter((id) => ids.has(id)).join("~");
}

const random = randomFrom(count);
const roads = places.rows.filter((place) => place.kind === "road");
const told = mentions.rows.filter((mention) => mention.stage_code !== "");
const reached = told.filter((mention) => mention.nature === "actual");
const promised = told.filter((mention) => mention.nature === "target");
const numbers = new Map();

function addLocation(project) {
  const parts = new Map();
  for (const wanted = random.of([1, 1, 2, 2, 2, 3]); parts.size < wanted; ) {
    const place = random.of(places.rows);
    const other = random.of(roads.filter((road) => road !== place));
    const statement = random.of(FITTING[place.kind] ?? ["at"]);
    parts.set(place.id, STATEMENTS[statement](place, random, other));
  }
  // The reader puts a location together from its parts: in their order, with nothing but commas between them.
  const stated = [...parts.values()];
  stated.forEach((part, index) => locations.rows.push({ project: project.id, part: `${index + 1}`, ...part }));
  project.location = stated.map((part) => part.printed).join("、");
}

// The place that the name begins with, after the parts of the location: “蒲城村小学” rather than “蒲城村”.
function addNamed({ id, name }) {
  const [place] = places.rows.filter((place) => name.startsWith(place.name)).sort((a, b) => b.name.length - a.name.length);
  const last = locations.rows.at(-1);
  const part = last.project === id ? Number(last.part) + 1 : 1;
  locations.rows.push({ project: id, part: `${part}`, ...STATEMENTS.at(place), of: "name" });
}

// What the report says of one project, it says of this one too.
function addMention(project, of) {
  mentions.rows.push({ ...random.of(of), project: project.id, name: project.name });
}

while (projects.rows.length < count) {
  const place = random.of(places.rows);
  const [what, what_en, sector, work] = random.of(WORKS);
  const number = (numbers.get(place.name + what) ?? 0) + 1;
  numbers.set(place.name + what, number);
  const project = {
    id: `g${projects.rows.length + 1}`,
    name: `${place.name}${what}${number}号项目`,
    name_en: `${place.name_en} ${what_en}, project ${number}`,
    sector,
    work,
    location: "",
  };
  // The report names a project in its column on land, in its text, or in both.
  const isOnLand = random.chance(0.85);
  if (isOnLand) addLocation(project);
  if (!isOnLand || random.chance(0.3)) addMention(project, random.chance(0.7) ? reached : promised);
  if (random.chance(0.1)) addMention(project, promised);
  addNamed(project);
  projects.rows.push(project);
}
// Those of the column on land come first.
projects.rows.sort((one, other) => (one.location === "") - (other.location === ""));

mkdirSync(folder, { recursive: true });
cpSync(bundled, folder, { recursive: true });
for (const [name, of] of Object.entries({ projects, mentions, locations, tasks, related, synonyms })) {
  writeFileSync(`${folder}/${name}.csv`, format(of));
}
