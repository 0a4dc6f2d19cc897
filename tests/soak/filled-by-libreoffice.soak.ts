import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formWorkbook } from "@beizeng/server/exports/form-workbook.ts";
import { readForm } from "@beizeng/server/imports/form-reading.ts";
import { openWorkbook } from "@beizeng/server/imports/open-workbook.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleForm } from "../exports/form-workbook/sample-form.ts";
import { endings, readLines, typedCells } from "../imports/filled/filled.ts";

const folder = mkdtempSync(join(tmpdir(), "beizeng-filled-"));
let said: Record<string, unknown> = {};

/** The Python that knows LibreOffice: Debian's own (apt-get install -y libreoffice-calc python3-uno). */
const python = process.env.LIBREOFFICE_PYTHON ?? "/usr/bin/python3";

beforeAll(() => {
  writeFileSync(join(folder, "form.xlsx"), formWorkbook(sampleForm()));
  const asked = { cells: typedCells, locked: ["A5", "A6", "C6", "H6", "I8"], rules: ["J6", "J10", "J13"] };
  writeFileSync(join(folder, "cells.json"), JSON.stringify(asked));
  const script = new URL("fill-workbook.py", import.meta.url).pathname;
  const output = execFileSync(python, [script, join(folder, "form.xlsx"), folder, join(folder, "cells.json")]);
  said = JSON.parse(output.toString().trim().split("\n").at(-1) ?? "");
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe("the form in LibreOffice", () => {
  it("is protected but for the cells to fill in, checks in Chinese and hides what only the product reads", () => {
    expect(said).toEqual({
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
