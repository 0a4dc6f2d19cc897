/** Slides as a package: sound, in the fonts of the house, with notes and native charts. */
import { presentationBytes } from "@beizeng/server/exports/slides/presentation.ts";
import { describe, expect, it } from "vitest";
import { openedPackage } from "../../helpers/office/opened-package.ts";
import { packageFaults } from "../../helpers/office/package-faults.ts";
import { allNamed, childNamed, type XmlElement } from "../../helpers/office/xml-tree.ts";
import { samplePresentation } from "./sample-presentation.ts";

const properties = {
  ...{ title: "2022年9月进展", creator: "某市工信局", description: "数据版本" },
  createdAt: "2022-10-20T02:03:04.000Z",
};
const bytes = presentationBytes(samplePresentation, properties);
const opened = openedPackage(bytes);

function partOf(name: string): XmlElement {
  const part = opened.trees.get(name);
  if (part === undefined) throw new Error(`${name} is not there`);
  return part;
}

const textsOf = (element: XmlElement) => allNamed(element, "a:t").map(({ text }) => text);

describe("slides", () => {
  it("are a sound package of 16:9, the same bytes each time", () => {
    expect(packageFaults(bytes)).toEqual([]);
    expect(presentationBytes(samplePresentation, properties)).toEqual(bytes);
    const [size] = allNamed(partOf("ppt/presentation.xml"), "p:sldSz");
    const [width, height] = ["cx", "cy"].map((side) => Number(size?.attributes.get(side)));
    expect(Number(width) / Number(height)).toBeCloseTo(16 / 9, 4);
    expect(allNamed(partOf("ppt/presentation.xml"), "p:sldId").length).toBe(3);
  });

  it("set Chinese in its own font in every run, in the theme and in the charts", () => {
    for (const [name, root] of opened.trees) {
      if (!/^ppt\/(slides|notesSlides)\//.test(name)) continue;
      const looks = [...allNamed(root, "a:rPr"), ...allNamed(root, "a:defRPr")];
      expect(looks.length).toBeGreaterThan(0);
      for (const look of looks) expect(childNamed(look, "a:ea")?.attributes.get("typeface")).toBe("微软雅黑");
    }
    for (const font of ["a:majorFont", "a:minorFont"]) {
      const [pair] = allNamed(partOf("ppt/theme/theme1.xml"), font);
      expect(pair === undefined ? null : childNamed(pair, "a:ea")?.attributes.get("typeface")).toBe("微软雅黑");
    }
  });

  it("say their title, their foot, their number and, in the notes, their source", () => {
    expect(textsOf(partOf("ppt/slides/slide1.xml"))).toEqual([
      "市场主体倍增工程",
      "2022年9月进展",
      samplePresentation.footer,
      "1",
    ]);
    expect(allNamed(partOf("ppt/slides/slide2.xml"), "a:fld").map(({ attributes }) => attributes.get("type"))).toEqual([
      "slidenum",
    ]);
    expect(textsOf(partOf("ppt/notesSlides/notesSlide2.xml"))).toEqual(["数据来源：产业链进度", "口径：部门填报 <&>"]);
  });

  it("have bullets, tables as wide as their frame, and two charts with a workbook each", () => {
    const second = partOf("ppt/slides/slide2.xml");
    expect(allNamed(second, "a:buChar").length).toBe(2);
    expect(allNamed(second, "c:chart").length).toBe(2);
    expect(opened.names.filter((name) => name.endsWith(".xlsx"))).toEqual([
      "ppt/embeddings/chart1.xlsx",
      "ppt/embeddings/chart2.xlsx",
    ]);
    const third = partOf("ppt/slides/slide3.xml");
    const widths = allNamed(third, "a:gridCol").map(({ attributes }) => Number(attributes.get("w")) / 36_000);
    expect(widths.map((width) => Math.round(width * 10) / 10)).toEqual([205.3, 102.7]);
    const rows = allNamed(third, "a:tr").map((row) => allNamed(row, "a:tc").map((cell) => textsOf(cell).join("\n")));
    expect(rows).toEqual([
      ["产业链", "完成率\n（位次）"],
      ["装备制造", "73.3%（1）"],
      ["康养旅游", "—"],
    ]);
  });
});
