/** TRUST S9: whatever people type as names, reasons or own text, in every file of a briefing it is text and nothing else. */

import { briefingFileKeys } from "@beizeng/server/contract/briefing.ts";
import { annexKeys } from "@beizeng/server/domain/briefing-skeleton.ts";
import type { BriefingContent } from "@beizeng/server/exports/briefing/briefing.ts";
import { erratumDocument } from "@beizeng/server/exports/briefing/erratum-document.ts";
import { type BriefingFile, madeFiles } from "@beizeng/server/exports/briefing/files.ts";
import { readBriefingFigures } from "@beizeng/server/reads/briefing.ts";
import { flatOf } from "@beizeng/server/reads/flat-figures.ts";
import { openReads } from "@beizeng/server/reads/reads.ts";
import { beforeAll, expect, test } from "vitest";
import { openTestLedger } from "../helpers/app.ts";
import { csvTextFaults, hostileTexts, marksIn, officeTextFaults, replaced } from "../helpers/briefing/hostile-texts.ts";
import { changedPackage } from "../helpers/office/changed-package.ts";
import { reportSampleYear } from "../server/reports.ts";
import { samplePlan } from "../server/sample-plan.ts";

const seed = Number(process.env.HOSTILE_SEED ?? Math.floor(Math.random() * 1_000_000));
/** So many texts at least; the briefing has places for more. */
const texts = 1000;
const { next, drawn } = hostileTexts(seed);
const ownParagraphs = 200;
/** Pictures of charts are drawings of their own. */
const keys = briefingFileKeys.filter((key) => key !== "pictures");

let files: readonly BriefingFile[];
const isPackage = ({ name }: BriefingFile) => /\.(docx|pptx|xlsx)$/.test(name);
const fileNamed = (end: string) => {
  const file = files.find(({ name }) => name.endsWith(end));
  if (file === undefined) throw new Error(`no file ${end}`);
  return file.content;
};

beforeAll(async () => {
  const { store, clock, dispose } = await openTestLedger([samplePlan()]);
  try {
    await reportSampleYear(store);
    const today = () => "2022-10-12";
    const reads = openReads({
      ...{ store, build: "test", kind: "demonstration", now: clock.now, today, webRoot: null, isLogged: false },
    });
    const figures = await readBriefingFigures(reads, "sample-2022", { month: "2022-09", horizon: "2022-12" });
    if (!figures.ok) throw new Error(JSON.stringify(figures.reason));
    const { briefing, flatSource, charts } = figures.value;
    const number = { value: 1, text: "1" };
    const said = { zh: "钢铁", en: "Steel" };
    const correction = { subject: said, name: said, field: said, unit: said, reason: "重复统计", month: "2022-06" };
    const paragraphs = Array.from({ length: ownParagraphs }, () => "自写");
    const content: BriefingContent = {
      briefing: {
        ...briefing,
        corrections: [{ ...correction, former: number, now: number, acceptedOn: "2022-10-01" }],
      },
      flat: () => flatOf(flatSource),
      sections: [
        { kind: "own", heading: "会议要求", paragraphs },
        { kind: "next", heading: "下步工作", paragraphs },
      ],
      annexes: annexKeys,
      charts,
      issue: null,
    };
    const flat = flatOf(flatSource);
    const hostile = replaced({ ...content, flat }, next) as Omit<BriefingContent, "flat"> & { flat: typeof flat };
    const rows = Array.from({ length: 60 }, () => Array.from({ length: 5 }, next));
    const notice = erratumDocument(
      {
        ...{ title: next(), opening: next(), columns: Array.from({ length: 5 }, next), rows, closing: next() },
        ...{ sections: [{ heading: next(), paragraphs: [next(), next()] }], signedBy: next(), day: "2022年10月12日" },
      },
      next(),
      today(),
    );
    files = [
      ...(await madeFiles({ ...hostile, flat: () => hostile.flat }, keys)),
      { name: "更正通知.docx", mediaType: "", content: notice },
    ];
  } finally {
    await dispose();
  }
});

test(`in ${texts} drawn texts nothing runs, opens or breaks (HOSTILE_SEED=${seed})`, () => {
  const faults = files.flatMap((file) => {
    const { name, content } = file;
    if (isPackage(file)) return officeTextFaults(content, drawn).map((fault) => `${name}: ${fault}`);
    return name.endsWith(".csv") ? csvTextFaults(content, drawn).map((fault) => `${name}: ${fault}`) : [];
  });
  expect(faults).toEqual([]);
  const { rows }: { rows: Record<string, unknown>[] } = JSON.parse(Buffer.from(fileNamed(".json")).toString());
  const inJson = rows.flatMap((row) => Object.values(row)).filter((cell) => /〔\d+〕$/.test(String(cell)));
  expect(inJson.length).toBeGreaterThan(100);
  expect(inJson.filter((cell) => !drawn.includes(String(cell)))).toEqual([]);
});

test("they stand in every file, a thousand of them in all", () => {
  const marks = files.map((file) => new Set(marksIn(file.content, isPackage(file))));
  for (const [index, each] of marks.entries()) expect(each.size, files[index]?.name).toBeGreaterThan(100);
  expect(new Set(marks.flatMap((each) => [...each])).size).toBeGreaterThanOrEqual(texts);
});

test.each([
  [
    "a text cell that became a formula",
    "数据表.xlsx",
    /sheet1\.xml$/,
    /t="inlineStr"><is><t[^>]*>([^<]*〔\d+〕)<\/t><\/is>/,
    't="str"><f>A1</f><v>$1</v>',
  ],
  ["a formula that calls", "数据表.xlsx", /sheet\d+\.xml$/, /<f>[^<]*<\/f>/, "<f>cmd|'x'!A0</f>"],
  ["a text cell of another kind", "数据表.xlsx", /sheet1\.xml$/, /t="inlineStr"(?=><is><t[^>]*>[^<]*〔)/, 't="str"'],
  ["a cell that lost its first sign", "数据表.xlsx", /sheet\d+\.xml$/, /(<t[^>]*>)=/, "$1"],
  ["a field", "通报.docx", /document\.xml$/, /<w:r>/, '<w:fldSimple w:instr="DDEAUTO cmd"/><w:r>'],
  ["a field's words", "通报.docx", /footer1\.xml$/, /(<w:instrText[^>]*>)[^<]*/, "$1 DDEAUTO cmd "],
  ["a text in an instruction", "通报.docx", /footer1\.xml$/, /(<w:instrText[^>]*>)[^<]*/, "$1〔1〕"],
  ["a text cut short", "通报.docx", /document\.xml$/, /1\+1(?=〔)/, ""],
  [
    "a link out of the file",
    "幻灯片.pptx",
    /slide1\.xml\.rels$/,
    /Target="[^"]*"/,
    'Target="http://x.invalid/" TargetMode="External"',
  ],
  ["a text that is no text", "幻灯片.pptx", /slides\/slide2\.xml$/, /<a:t>([^<]*〔\d+〕)<\/a:t>/, "<a:fld>$1</a:fld>"],
] as const)("%s is found", (_, name, part, from, to) => {
  const spoiled = changedPackage(fileNamed(name), part, from, to);
  expect(officeTextFaults(spoiled, drawn).length).toBeGreaterThan(0);
});

test("in a CSV an apostrophe that is not there is found", () => {
  const csv = Buffer.from(fileNamed(".csv")).toString();
  expect(csvTextFaults(Buffer.from(csv.replace("'=", "=")), drawn).length).toBeGreaterThan(0);
  expect(csvTextFaults(Buffer.from(`${csv}=1+1\r\n`), drawn)).toEqual(["=1+1 could be code"]);
});
