/** TRUST R6: screen, xlsx, docx, pptx, CSV and JSON of one briefing show the same figures to the last digit. */
import { expect, test } from "vitest";
import { openTestApp } from "../helpers/app.ts";
import { faultsOfDrawn, fetchedBriefing } from "../helpers/briefing/checked-plans.ts";
import { drawnPlan } from "../helpers/briefing/drawn-plans.ts";
import { disagreements, type FetchedFiles } from "../helpers/briefing/figures-agree.ts";
import { changedPackage } from "../helpers/office/changed-package.ts";

const plans = 20;
const first = Number(process.env.FIGURES_SEED ?? Math.floor(Math.random() * 600_000));

test(`the files of ${plans} drawn plans say what the answer says (FIGURES_SEED=${first})`, {
  timeout: 300_000,
}, async () => {
  const seeds = Array.from({ length: plans }, (_, index) => first + index);
  expect(await faultsOfDrawn(seeds)).toEqual([]);
});

test("one changed digit in any of the files is found", { timeout: 120_000 }, async () => {
  const { plan, report } = drawnPlan(7);
  const { app, store, dispose } = await openTestApp([plan]);
  try {
    await report(store);
    const { briefing, files } = await fetchedBriefing(app, plan.id);
    expect(disagreements(files, briefing)).toEqual([]);
    const percent = /(\d)%(?=<\/[aw]:t>)/;
    const spoiled: Partial<FetchedFiles>[] = [
      { document: changedPackage(files.document, /document\.xml$/, percent, "$17%") },
      { document: changedPackage(files.document, /charts\/chart1\.xml$/, /<c:v>(\d+)<\/c:v>/, "<c:v>98765$1</c:v>") },
      { slides: changedPackage(files.slides, /slides\/slide\d+\.xml$/, percent, "$17%") },
      { tables: changedPackage(files.tables, /sheet2\.xml$/, /<v>(\d)/, "<v>98765$1") },
      { tables: changedPackage(files.tables, /sheet1\.xml$/, /<f>ROUND\(/, "<f>ROUND(1*") },
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
