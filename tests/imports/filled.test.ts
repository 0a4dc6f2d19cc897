import { readFileSync } from "node:fs";
import { readForm } from "@beizeng/server/imports/form-reading.ts";
import { openWorkbook } from "@beizeng/server/imports/open-workbook.ts";
import { describe, expect, it } from "vitest";
import { sampleForm } from "../exports/form-workbook/sample-form.ts";
import { endings, readLines } from "./filled/filled.ts";

// Stored by LibreOffice from the sample form; tests/soak does it anew.
const filledFile = (ending: string) =>
  new Uint8Array(readFileSync(new URL(`filled/filled.${ending}`, import.meta.url)));

describe("a form that was filled in with LibreOffice", () => {
  it.each(endings)("says the same in .%s", async (ending) => {
    const opened = await openWorkbook(filledFile(ending));
    const reading = opened.ok ? readForm(opened.sheets, sampleForm()) : null;
    if (reading === null || !reading.ok) throw new Error(JSON.stringify({ opened, reading }));
    const { measures, dropped, lacking } = reading.form;
    const lines = measures.flatMap(({ measure, lines }) =>
      lines.map(({ field, added, cumulative }) => [measure.key, field, added, cumulative]),
    );
    expect(lines).toEqual(readLines);
    expect(measures.flatMap((each) => each.lines).filter(({ isStale }) => isStale)).toEqual([]);
    expect(measures[1]).toMatchObject({ note: "=1+1", reason: "含线上对接" });
    expect({ dropped, lacking }).toEqual({ dropped: [], lacking: [] });
  });
});
