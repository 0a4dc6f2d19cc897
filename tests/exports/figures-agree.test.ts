/** TRUST R6: screen, xlsx, docx, pptx, CSV and JSON of one briefing show the same figures to the last digit. */
import { zipped } from "@beizeng/server/exports/office/zip.ts";
import { expect, test } from "vitest";
import { openTestApp } from "../helpers/app.ts";
import { faultsOfDrawn, fetchedBriefing } from "../helpers/briefing/checked-plans.ts";
import { drawnPlan } from "../helpers/briefing/drawn-plans.ts";
import { disagreements, type FetchedFiles } from "../helpers/briefing/figures-agree.ts";
import { openedPackage } from "../helpers/office/opened-package.ts";

const plans = 20;
const first = Number(process.env.FIGURES_SEED ?? Math.floor(Math.random() * 600_000));

test(`the files of ${plans} drawn plans say what the answer says (FIGURES_SEED=${first})`, {
  timeout: 300_000,
}, async () => {
  const seeds = Array.from({ length: plans }, (_, index) => first + index);
  expect(await faultsOfDrawn(seeds)).toEqual([]);
});

/** A package with a part's text changed; throws where there is nothing to change. */
function changed(file: Uint8Array, part: RegExp, from: string | RegExp, to: string): Uint8Array {
  const { names, bytes } = openedPackage(file);
  let isChanged = false;
  const parts = names.map((name) => {
    const content = bytes(name);
    if (isChanged || !part.test(name)) return { name, content };
    const text = Buffer.from(content).toString();
    const other = text.replace(from, to);
    isChanged = other !== text;
    return { name, content: other };
  });
  if (!isChanged) throw new Error(`nothing to change by ${from}`);
  return zipped(parts);
}

test("one changed digit in any of the files is found", { timeout: 120_000 }, async () => {
  const { plan, report } = drawnPlan(7);
  const { app, store, dispose } = await openTestApp([plan]);
  try {
    await report(store);
    const { briefing, files } = await fetchedBriefing(app, plan.id);
    expect(disagreements(files, briefing)).toEqual([]);
    const percent = /(\d)%(?=<\/[aw]:t>)/;
    const spoiled: Partial<FetchedFiles>[] = [
      { document: changed(files.document, /document\.xml$/, percent, "$17%") },
      { document: changed(files.document, /charts\/chart1\.xml$/, /<c:v>(\d+)<\/c:v>/, "<c:v>98765$1</c:v>") },
      { slides: changed(files.slides, /slides\/slide\d+\.xml$/, percent, "$17%") },
      { tables: changed(files.tables, /sheet2\.xml$/, /<v>(\d)/, "<v>98765$1") },
      { tables: changed(files.tables, /sheet1\.xml$/, /<f>ROUND\(/, "<f>ROUND(1*") },
      {
        csv: Buffer.from(
          Buffer.from(files.csv)
            .toString()
            .replace(/,(\d+),/, ",9$1,"),
        ),
      },
      {
        json: Buffer.from(
          Buffer.from(files.json)
            .toString()
            .replace(/"achieved":(\d)/, '"achieved":9$1'),
        ),
      },
    ];
    const [headline = "", ...others] = files.drawings;
    spoiled.push({ drawings: [headline.replace(/>(\d+)\.(\d)%</, ">98765$1.$2%<"), ...others] });
    for (const [index, change] of spoiled.entries()) {
      const find = () => disagreements({ ...files, ...change }, briefing);
      let found: readonly string[];
      try {
        found = find();
      } catch (error) {
        // A formula of another form than the product writes.
        found = [String(error)];
      }
      expect(found.length, `change ${index}`).toBeGreaterThan(0);
    }
  } finally {
    await dispose();
  }
});
