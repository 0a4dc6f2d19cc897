import { faultText } from "@beizeng/server/imports/faults.ts";
import { openWorkbook } from "@beizeng/server/imports/open-workbook.ts";
import { describe, expect, it } from "vitest";
import { changed, goodForm, withRows } from "./hostile-files.ts";
import { hostile } from "./hostile-table.ts";

describe("hostile files", () => {
  it.each(Object.entries(hostile))(
    "refuses %s",
    async (_name, [fault, make]) => {
      // On a busy machine the clock must not be what refuses it; how long it takes is measured by the soak.
      expect(await openWorkbook(make(), { milliseconds: 120_000, memoryMegabytes: 256 })).toEqual({ ok: false, fault });
      expect(faultText(fault).zh).not.toBe("");
    },
    150_000,
  );

  it("reads a cell at the end of the largest sheet without its emptiness", async () => {
    const bytes = withRows('<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>远</t></is></c></row>', "");
    const far = await openWorkbook(bytes);
    expect(far.ok && far.sheets[0]?.cells).toEqual([{ at: "XFD1048576", kind: "text", text: "远" }]);
  });

  it("is not misled by a dimension that is not true", async () => {
    const bytes = changed({
      "xl/worksheets/sheet1.xml":
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
    });
    const read = await openWorkbook(bytes);
    expect(read.ok && read.sheets[0]?.cells).toEqual([{ at: "A1", kind: "number", text: "1" }]);
  });

  it("ends what takes too long or too much memory", async () => {
    const memoryMegabytes = 256;
    expect(await openWorkbook(goodForm, { milliseconds: 1, memoryMegabytes })).toEqual({
      ok: false,
      fault: "too-slow",
    });
    const little = { milliseconds: 10_000, memoryMegabytes: 4 };
    expect(await openWorkbook(goodForm, little)).toEqual({ ok: false, fault: "too-heavy" });
  });

  it("says that too many come at once, and reads again afterwards", async () => {
    const all = await Promise.all(Array.from({ length: 24 }, () => openWorkbook(goodForm)));
    const refused = all.filter((each) => !each.ok);
    expect(refused).toHaveLength(24 - 2 - 16);
    expect(refused[0]).toEqual({ ok: false, fault: "too-busy" });
    expect((await openWorkbook(goodForm)).ok).toBe(true);
  }, 60_000);
});
