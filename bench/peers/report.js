// What the peers show of a data package, with nothing in it that they do not use.

import { readFileSync } from "node:fs";
import { parse } from "../csv.js";

// The sectors’ names on the explorer’s page (src/texts/zh.rs).
const SECTORS = {
  "circular-economy": "循环经济",
  coal: "煤炭",
  commerce: "商业",
  community: "社区服务",
  "culture-tourism": "文化旅游",
  education: "教育",
  "elderly-care": "养老康养",
  emergency: "应急储备",
  energy: "能源",
  environment: "环境治理",
  "finance-technology": "金融与科创",
  "health-care": "医疗健康",
  housing: "住房与旧改",
  logistics: "物流",
  manufacturing: "制造业",
  municipal: "市政与土地收储",
  roads: "道路",
  sports: "体育",
  transport: "客运与铁路",
};

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
