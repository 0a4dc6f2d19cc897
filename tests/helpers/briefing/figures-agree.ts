/**
 * What the files of a briefing say otherwise than the API's answer of the same edition (TRUST R6): each number that stands in a
 * text, a table, a chart or a cell must be one that the answer shows, each row of a target must be that target's, and each
 * formula must come to the number beside it.
 */
import type { Briefing, BriefingTarget } from "@beizeng/server/contract/briefing.ts";
import { openedPackage } from "../office/opened-package.ts";
import { allNamed, childNamed, type XmlElement } from "../office/xml-tree.ts";
import { readCsv } from "../read-csv.ts";
import { reckoned } from "./reckoned.ts";

/** The files as they were fetched. */
export interface FetchedFiles {
  readonly document: Uint8Array;
  readonly slides: Uint8Array;
  readonly tables: Uint8Array;
  readonly csv: Uint8Array;
  readonly json: Uint8Array;
  /** The charts that have figures, as drawings. */
  readonly drawings: readonly string[];
}

/** The numbers of a text; the month of 2022-06 is the 6 of 6月. */
const numbers = (text: string) =>
  (text.replaceAll(/(\d),(?=\d{3})/g, "$1").match(/\d+(?:\.\d+)?%?/g) ?? []).map((number) =>
    number.replace(/^0+(?=\d)/, ""),
  );

/** Everything that the answer says in words or numbers, as the numbers in it; of lists also how many they hold. */
function numbersTold(value: unknown, told = new Set<string>()): Set<string> {
  if (typeof value === "string") for (const number of numbers(value)) told.add(number);
  if (typeof value === "number") told.add(String(Math.abs(value)));
  if (Array.isArray(value)) told.add(String(value.length));
  if (typeof value === "object" && value !== null) for (const each of Object.values(value)) numbersTold(each, told);
  return told;
}

const textOf = (element: XmlElement, name: string) =>
  allNamed(element, name)
    .map(({ text }) => text)
    .join("");

/** How a number of a cell or of a chart reads: as it stands, and as a share of 100. */
const readings = (number: number) => [
  String(Math.abs(number)),
  ...[0, 1, 2].flatMap((decimals) => [
    Math.abs(number).toFixed(decimals),
    `${(Math.abs(number) * 100).toFixed(decimals)}%`,
  ]),
];

const targetsOf = ({ headline, chains, tasks }: Briefing) =>
  [...headline, ...chains, ...tasks].flatMap(({ targets }) => targets);

/** What a row of a table says of its target, in this order, in Word (with its gap) and on slides (with what it lacks). */
function rowOf({ assessment, rank, lightWord, shortfall }: BriefingTarget, isSlide: boolean): readonly string[] {
  const { achievedText, expected, gap, completion, reading, achieved } = assessment;
  const place = rank === null ? "" : `（${rank}）`;
  const rest = [expected.text, (isSlide ? shortfall : gap).text, `${completion.text}${place}`, lightWord.zh];
  // What is only done or not is said in a word.
  const word = achieved.value === 0 ? "未完成" : "已完成";
  return [reading === "done" && achieved.value !== null ? word : achievedText.zh, ...rest];
}

/** Faults of the tables that have a target a row: subject and 指标（单位） name it. */
function rowFaults(rows: readonly (readonly string[])[], briefing: Briefing, where: "Word" | "slides"): string[] {
  const wanted = new Map(
    targetsOf(briefing).map((target) => [
      `${target.subject.name.zh} ${target.name.zh}（${target.assessment.unit.zh}）`,
      rowOf(target, where === "slides"),
    ]),
  );
  const seen = new Set<string>();
  const faults = rows.flatMap((row) => {
    const key = `${row[0]} ${row[1]}`;
    const figures = wanted.get(key);
    if (figures === undefined || row.length < 8) return [];
    seen.add(key);
    const said = [row[2], ...row.slice(4, 8)];
    return said.join("|") === figures.join("|")
      ? []
      : [`${where}: ${key}: ${said.join("|")}, not ${figures.join("|")}`];
  });
  const missing = [...wanted.keys()].filter((key) => !seen.has(key));
  return [...faults, ...missing.map((key) => `${where}: ${key} has no row`)];
}

/** Faults of Word or slides: of each paragraph's numbers, of each target's row, of each chart's numbers. */
function officeFaults(
  file: Uint8Array,
  briefing: Briefing,
  told: ReadonlySet<string>,
  where: "Word" | "slides",
): string[] {
  const { trees, names, bytes } = openedPackage(file);
  const [row, cell, paragraph, run] =
    where === "Word" ? ["w:tr", "w:tc", "w:p", "w:t"] : ["a:tr", "a:tc", "a:p", "a:t"];
  const rows: string[][] = [];
  const faults: string[] = [];
  const isKnown = (number: string) => told.has(number) || told.has(number.replace("%", ""));
  for (const [name, tree] of trees) {
    if (!/(document|slide\d+|chart\d+)\.xml$/.test(name) || name.includes("slideLayout")) continue;
    for (const each of allNamed(tree, row)) {
      rows.push(
        allNamed(each, cell).map((one) =>
          allNamed(one, paragraph)
            .map((line) => textOf(line, run))
            .join(""),
        ),
      );
    }
    for (const each of allNamed(tree, paragraph)) {
      const text = textOf(each, run);
      // The number of an annex, of a page of a table and of a line that lists them is the file's own.
      const own = text.replaceAll(/（\d+\/\d+）$|^附件\d*：?|^　*\d+．|（\d{4}年第\d+期）/g, "");
      const strange = numbers(own).filter((number) => !isKnown(number));
      if (strange.length > 0) faults.push(`${where} ${name}: ${strange.join(", ")} in ${text}`);
    }
    for (const value of allNamed(tree, "c:numCache").flatMap((cache) => allNamed(cache, "c:v"))) {
      if (!readings(Number(value.text)).some(isKnown)) faults.push(`${where} ${name}: ${value.text} in its chart`);
    }
  }
  for (const name of names.filter((each) => each.endsWith(".xlsx"))) {
    for (const { place, value } of sheetsOf(bytes(name)).flatMap(({ cells }) => cells)) {
      if (typeof value === "number" && !readings(value).some(isKnown))
        faults.push(`${where} ${name}: ${value} in ${place}`);
    }
  }
  return [...faults, ...rowFaults(rows, briefing, where)];
}

interface HeldCell {
  readonly place: string;
  readonly value: number | string;
  readonly formula: string | null;
}

/** The sheets of a workbook with their cells. */
function sheetsOf(file: Uint8Array): { readonly name: string; readonly cells: readonly HeldCell[] }[] {
  const { trees } = openedPackage(file);
  const workbook = trees.get("xl/workbook.xml");
  return (workbook === undefined ? [] : allNamed(workbook, "sheet")).map(({ attributes }, index) => {
    const sheet = trees.get(`xl/worksheets/sheet${index + 1}.xml`);
    const cells = (sheet === undefined ? [] : allNamed(sheet, "c")).map((cell): HeldCell => {
      const number = childNamed(cell, "v")?.text;
      const value = number === undefined ? textOf(cell, "t") : Number(number);
      return { place: cell.attributes.get("r") ?? "", value, formula: childNamed(cell, "f")?.text ?? null };
    });
    return { name: attributes.get("name") ?? "", cells };
  });
}

function workbookFaults(file: Uint8Array, told: ReadonlySet<string>): string[] {
  return sheetsOf(file).flatMap(({ name, cells }) => {
    const byPlace = new Map(cells.map((cell) => [cell.place, cell.value]));
    const numberAt = (place: string) => {
      const value = byPlace.get(place);
      return typeof value === "number" ? value : 0;
    };
    return cells.flatMap(({ place, value, formula }) => {
      if (typeof value !== "number") return [];
      const strange = name === "平表" || readings(value).some((each) => told.has(each)) ? [] : ["is not in the answer"];
      const wrong =
        formula === null || Math.abs(reckoned(formula, numberAt) - value) < 1e-9
          ? []
          : [`is not what ${formula} comes to`];
      return [...strange, ...wrong].map((fault) => `Excel ${name} ${place}: ${value} ${fault}`);
    });
  });
}

/** The flat list is one in CSV, JSON and on its sheet, and says of the month and horizon what the answer does. */
function flatFaults({ csv, json, tables }: FetchedFiles, briefing: Briefing): string[] {
  const { rows }: { rows: Record<string, string | number>[] } = JSON.parse(Buffer.from(json).toString());
  const [heading = [], ...lines] = readCsv(Buffer.from(csv).toString());
  const faults = rows.flatMap((row, index) => {
    const said = heading.map((name) => String(row[name])).join("|");
    // A text that could be a formula bears an apostrophe in CSV.
    const line = lines[index]?.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n\0＝＋－＠])/, "")).join("|");
    return said === line ? [] : [`CSV line ${index + 2}: ${line}, JSON ${said}`];
  });
  const sheet = sheetsOf(tables).find(({ name }) => name === "平表")?.cells ?? [];
  const held = sheet.filter(({ place }) => Number(place.replace(/\D+/, "")) > 4).map(({ value }) => String(value));
  const flat = rows.flatMap((row) => heading.map((name) => (name === "is_corrected" ? row[name] : String(row[name]))));
  if (held.join("|") !== flat.join("|")) faults.push("the sheet 平表 says otherwise than its JSON");
  const shown = (text: string) => text.replaceAll(",", "").replace("−", "-").replace(/^\+/, "");
  for (const { assessment } of targetsOf(briefing)) {
    const row = rows.find(({ target, month }) => target === assessment.target && month === briefing.month);
    for (const [name, text] of [
      ["target_value", assessment.targetValue.text],
      ["achieved", assessment.achievedText.zh],
      ["completion", assessment.completion.text],
    ] as const) {
      const wanted = text.endsWith("%") && /\d/.test(text) ? Number(shown(text.slice(0, -1))) / 100 : shown(text);
      const said = row?.[name];
      const isSame = typeof said === "number" ? Math.abs(said - Number(wanted)) < 1e-9 : said === text;
      if (!isSame) faults.push(`JSON ${assessment.target} ${name}: ${said}, not ${text}`);
    }
  }
  return faults;
}

/** What a chart says of itself: the count of what stands at which light, its axis, the interval of every forecast. */
const ownOfChart = /^\d+%$|^80%区间$/;

/** Faults of the charts by address: each figure of a row must be one of the answer. */
const drawingFaults = (drawings: readonly string[], told: ReadonlySet<string>): string[] =>
  drawings.flatMap((svg) =>
    [...svg.matchAll(/<text[^>]* font-size="(\d+)"[^>]*>([^<]*)</g)].flatMap(([, size, written = ""]) => {
      const text = written.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
      const isTitle = size === "18";
      const strange = isTitle || ownOfChart.test(text) ? [] : numbers(text).filter((number) => !told.has(number));
      return strange.length === 0 ? [] : [`chart: ${strange.join(", ")} in ${text}`];
    }),
  );

/** All of them, empty where the files say what the answer says. */
export function disagreements(files: FetchedFiles, briefing: Briefing): string[] {
  const told = numbersTold(briefing);
  return [
    ...officeFaults(files.document, briefing, told, "Word"),
    ...officeFaults(files.slides, briefing, told, "slides"),
    ...workbookFaults(files.tables, told),
    ...flatFaults(files, briefing),
    ...drawingFaults(files.drawings, told),
  ];
}
