// What the peers show of a data package, with nothing in it that they do not use.

import { readFileSync } from "node:fs";
import { parse } from "../csv.js";

// The sectors’ names on the explorer’s page.
const texts = readFileSync(new URL("../../src/texts/zh.rs", import.meta.url), "utf8");
const SECTORS = Object.fromEntries([...texts.matchAll(/^ +"([a-z-]+)" => "(.+)",$/gm)].map(([, id, name]) => [id, name]));

// The report of a package as the peers read it.
export function report(folder) {
  const rows = (name) => parse(readFileSync(`${folder}/${name}.csv`, "utf8")).rows;
  const headings = new Map(rows("sections").map((section) => [section.id, section.heading]));
  const number = (cell) => (/^-?[0-9.]+$/.test(cell) ? Number(cell) : cell);
  return {
    indicators: rows("indicators").map(({ name, unit, actual, plan }) => ({
      name,
      unit,
      actual: number(actual),
      plan: number(plan),
    })),
    projects: rows("projects").map(({ name, name_en, location, sector }) => {
      if (!(sector in SECTORS)) throw new Error(`no name for the sector “${sector}”`);
      return { name, name_en, location, sector: SECTORS[sector] };
    }),
    figures: rows("figures").map(({ subject, subject_en, printed, section }) => ({
      subject,
      subject_en,
      printed,
      section: headings.get(section),
    })),
  };
}
