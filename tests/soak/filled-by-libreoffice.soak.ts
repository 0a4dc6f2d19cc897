import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formWorkbook } from "@beizeng/server/exports/form-workbook.ts";
import { readForm } from "@beizeng/server/imports/form-reading.ts";
import { openWorkbook } from "@beizeng/server/imports/open-workbook.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleForm } from "../exports/form-workbook/sample-form.ts";
import { endings, readLines, typedCells } from "../imports/filled/filled.ts";
import { type Seen, worked } from "./libreoffice.ts";

const folder = mkdtempSync(join(tmpdir(), "beizeng-filled-"));
let said: Seen | undefined;

beforeAll(() => {
  const open = join(folder, "form.xlsx");
  writeFileSync(open, formWorkbook(sampleForm()));
  const save = Object.fromEntries(endings.map((ending) => [ending, join(folder, `filled.${ending}`)]));
  const looks = {
    locked: ["A5", "A6", "C6", "H6", "I8"],
    open: Object.keys(typedCells),
    rules: ["J6", "J10", "J13"],
  };
  said = worked(folder, [{ open, steps: [["type", typedCells]], save, looks }])[0];
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe("the form in LibreOffice", () => {
  it("is protected but for the cells to fill in, checks in Chinese and hides what only the product reads", () => {
    expect(said).toMatchObject({
      isProtected: true,
      locked: ["A5", "A6", "C6", "H6", "I8"],
      open: Object.keys(typedCells),
      rules: { J6: "整数；累计不得小于上期 12", J10: "数字，最多1位小数", J13: "只能填1（已完成）或0（未完成）" },
      hidden: ["表单信息"],
    });
  });

  it.each(endings)("comes back as it was filled in, in .%s", async (ending) => {
    const opened = await openWorkbook(new Uint8Array(readFileSync(join(folder, `filled.${ending}`))));
    const reading = opened.ok ? readForm(opened.sheets, sampleForm()) : null;
    const measures = reading?.ok === true ? reading.form.measures : [];
    const lines = measures.flatMap(({ measure, lines }) =>
      lines.map(({ field, added, cumulative }) => [measure.key, field, added, cumulative]),
    );
    expect(lines).toEqual(readLines);
  });
});
