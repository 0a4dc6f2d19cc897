/** The Word 通报: the layout of GB/T 9704-2012 in its XML, and what it says. Measures are the standard's, in Word's units. */
import type { AnnexKey } from "@beizeng/server/domain/briefing-skeleton.ts";
import { briefingDocument } from "@beizeng/server/exports/briefing/document.ts";
import { describe, expect, it } from "vitest";
import { openedPackage } from "../../helpers/office/opened-package.ts";
import { packageFaults } from "../../helpers/office/package-faults.ts";
import { sheetCells } from "../../helpers/office/sheet-cells.ts";
import { allNamed, childNamed, givenValue, type XmlElement } from "../../helpers/office/xml-tree.ts";
import { sampleBriefing, sampleSubject, sampleTarget } from "./sample-briefing.ts";

function partOf(bytes: Uint8Array, name: string): XmlElement {
  const part = openedPackage(bytes).trees.get(name);
  if (part === undefined) throw new Error(`${name} is not there`);
  return part;
}

/** The text of an element, its lines apart. */
const textOf = (element: XmlElement) =>
  allNamed(element, "w:t")
    .map(({ text }) => text)
    .join("\n");

const styleOf = (paragraph: XmlElement) => {
  const properties = childNamed(paragraph, "w:pPr");
  return properties === null ? "" : givenValue(properties, "w:pStyle");
};

const bytes = briefingDocument(sampleBriefing());
const body = partOf(bytes, "word/document.xml");
const paragraphs = (childNamed(body, "w:body")?.children ?? [])
  .filter(({ name }) => name === "w:p")
  .map((paragraph) => [styleOf(paragraph), textOf(paragraph)] as const);

function tableRows(file: Uint8Array): readonly (readonly (readonly string[])[])[] {
  return allNamed(partOf(file, "word/document.xml"), "w:tbl").map((table) =>
    allNamed(table, "w:tr").map((row) => allNamed(row, "w:tc").map(textOf)),
  );
}

function attributesOf(root: XmlElement, name: string): Record<string, string> {
  return Object.fromEntries(allNamed(root, name)[0]?.attributes ?? []);
}

/** A style as the document's own words: font, half points, line. */
function styleNamed(id: string) {
  const style = allNamed(partOf(bytes, "word/styles.xml"), "w:style").find(
    ({ attributes }) => attributes.get("w:styleId") === id,
  );
  if (style === undefined) throw new Error(`no style ${id}`);
  return style;
}

describe("the package of the document", () => {
  it.each([
    ["the sample", sampleBriefing()],
    [
      "no report",
      sampleBriefing({ departments: [], reporting: { periods: [], units: [] }, heatMap: { months: [], rows: [] } }),
    ],
    ["one chain", sampleBriefing({ chains: sampleBriefing().chains.slice(0, 1) })],
    ["no chains", sampleBriefing({ chains: [], tasks: sampleBriefing().headline })],
    [
      "nothing but its sentences",
      sampleBriefing({
        chains: [],
        headline: [],
        departments: [],
        heatMap: { months: [], rows: [] },
        reporting: { periods: [], units: [] },
      }),
    ],
    ["text that XML would mistake", sampleBriefing({ title: `<&>"'\u0001=1+1` })],
  ])("is sound and the same bytes each time: %s", (_, briefing) => {
    const file = briefingDocument(briefing);
    expect(packageFaults(file)).toEqual([]);
    expect(briefingDocument(briefing)).toEqual(file);
  });

  it("says when and by whom the state was closed, and never the clock", () => {
    const core = openedPackage(bytes).trees.get("docProps/core.xml");
    if (core === undefined) throw new Error("no properties");
    const said = Object.fromEntries(core.children.map(({ name, text }) => [name, text]));
    expect(said).toMatchObject({
      "dc:title": "关于某市《市场主体倍增工程实施方案》2022年9月进展情况的通报",
      "dc:creator": "某市工信局",
      "dcterms:created": "2022-10-20T02:03:04Z",
      "dcterms:modified": "2022-10-20T02:03:04Z",
    });
  });
});

describe("the layout of GB/T 9704-2012", () => {
  it("is A4 with 37, 35, 28 and 26 mm", () => {
    // 1 mm is 56.69 twentieths of a point.
    expect(attributesOf(body, "w:pgSz")).toEqual({ "w:w": "11906", "w:h": "16838" });
    expect(attributesOf(body, "w:pgMar")).toMatchObject({
      ...{ "w:top": "2098", "w:bottom": "1984", "w:left": "1587", "w:right": "1474" },
      "w:gutter": "0",
    });
    // 22 lines of 29 pt.
    expect(attributesOf(body, "w:docGrid")).toEqual({ "w:type": "lines", "w:linePitch": "580" });
  });

  it.each([
    ["Title", "方正小标宋简体", "44", "center", "0"],
    ["BodyText", "仿宋_GB2312", "32", "", "200"],
    ["Heading1", "黑体", "32", "", "200"],
    ["Heading2", "楷体_GB2312", "32", "", "200"],
    ["Heading3", "仿宋_GB2312", "32", "", "200"],
  ])("sets %s in %s", (id, font, halfPoints, side, indent) => {
    const style = styleNamed(id);
    expect(attributesOf(style, "w:rFonts")["w:eastAsia"]).toBe(font);
    expect(attributesOf(style, "w:sz")["w:val"]).toBe(halfPoints);
    expect(attributesOf(style, "w:jc")["w:val"] ?? "").toBe(side);
    expect(attributesOf(style, "w:ind")["w:firstLineChars"]).toBe(indent);
    expect(allNamed(style, "w:keepNext").length).toBe(id === "BodyText" ? 0 : 1);
  });

  it("sets body and headings on fixed lines of 29 pt, 28 characters on a line of 156 mm", () => {
    for (const id of ["BodyText", "Heading1", "Heading2", "Heading3"]) {
      const style = styleNamed(id);
      const [line, ...closer] = allNamed(style, "w:spacing");
      const inText = closer.at(-1)?.attributes.get("w:val");
      expect([line?.attributes.get("w:line"), line?.attributes.get("w:lineRule")]).toEqual(["580", "exact"]);
      const width = 28 * (16 + Number(inText) / 20);
      expect(width).toBeLessThanOrEqual((156 / 25.4) * 72);
      expect(width).toBeGreaterThan((156 / 25.4) * 72 - 2);
    }
  });

  it("knows each font by name and says what stands in for it", () => {
    const fonts = allNamed(partOf(bytes, "word/fontTable.xml"), "w:font");
    const others = new Map(
      fonts.map((font) => [font.attributes.get("w:name"), givenValue(font, "w:altName").split(",")]),
    );
    expect(others.get("方正小标宋简体")?.at(-1)).toBe("宋体");
    expect(others.get("仿宋_GB2312")?.[0]).toBe("仿宋");
    expect(others.get("楷体_GB2312")?.[0]).toBe("楷体");
    expect(others.has("黑体")).toBe(true);
  });

  it("numbers pages in 4号 with dashes, odd ones at the right, even ones at the left, 7 mm below the text", () => {
    expect(allNamed(partOf(bytes, "word/settings.xml"), "w:evenAndOddHeaders").length).toBe(1);
    const relationships = openedPackage(bytes).relationships("word/document.xml");
    const footers = new Map(
      allNamed(body, "w:footerReference").map(({ attributes }) => [
        attributes.get("w:type"),
        relationships.find(({ id }) => id === attributes.get("r:id"))?.part ?? "",
      ]),
    );
    for (const [kind, side] of [
      ["default", "right"],
      ["even", "left"],
    ] as const) {
      const footer = partOf(bytes, footers.get(kind) ?? "");
      expect(textOf(footer)).toBe("— \n1\n —");
      expect(allNamed(footer, "w:instrText").map(({ text }) => text.trim())).toEqual(["PAGE"]);
      const style = styleNamed(attributesOf(footer, "w:pStyle")["w:val"] ?? "");
      expect([attributesOf(style, "w:jc")["w:val"], attributesOf(style, "w:sz")["w:val"]]).toEqual([side, "28"]);
      expect(attributesOf(style, "w:ind")[side === "right" ? "w:rightChars" : "w:leftChars"]).toBe("100");
    }
    // The footer's line of 16 pt ends so far above the edge that it begins 7 mm below the text.
    const fromEdge = (Number(attributesOf(body, "w:pgMar")["w:footer"]) + 16 * 20) / 56.6929;
    expect(fromEdge).toBeCloseTo(35 - 7, 1);
  });
});

describe("what the document says", () => {
  it("has title, 截至 and basis, and numbered sections in their styles", () => {
    expect(paragraphs.slice(0, 13)).toEqual([
      ["Title", "关于某市《市场主体倍增工程实施方案》\n2022年9月进展情况的通报"],
      ["Remark", "（数据截至2022年9月底）"],
      ["Remark", "（部门填报数据，非统计部门发布数据）"],
      ["BodyText", ""],
      ["Heading1", "一、总体情况"],
      ["BodyText", "截至9月底，全市新增规上企业11户，完成年度目标的73.3%，达到序时进度。"],
      ["Heading1", "二、存在问题"],
      ["Heading2", "（一）部分产业链滞后"],
      ["Heading3", "1.食品加工"],
      ["BodyText", "食品加工差3户。"],
      ["Heading1", "三、下步工作"],
      ["BodyText", "请有关单位抓紧推进。"],
      ["BodyText", ""],
    ]);
  });

  it("breaks a title behind the plan's name, but not behind one that is longer than a line", () => {
    const titled = (title: string) => {
      const [first] = allNamed(partOf(briefingDocument(sampleBriefing({ title })), "word/document.xml"), "w:p");
      return first === undefined ? "" : textOf(first);
    };
    const long = "关于《某某市工业产业市场主体倍增工程行动方案》2025年9月进展情况的通报";
    expect([titled("关于《方案》的通报"), titled(long)]).toEqual(["关于《方案》的通报", long]);
  });

  it("lists what is attached, and says number and hash of the edition", () => {
    expect(paragraphs.filter(([style]) => style === "AttachmentList").map(([, text]) => text)).toEqual([
      "附件：1．进度图",
      "　　　2．主要目标进度表",
      "　　　3．产业链进度表",
      "　　　4．责任单位完成情况表",
      "　　　5．报送情况表",
    ]);
    expect(paragraphs.find(([style]) => style === "Note")?.[1]).toBe(
      `（数据版本：2022年9月第2版（abababababab）；校验值：${"ab".repeat(32)}）`,
    );
    expect(paragraphs.filter(([style]) => style === "AttachmentMark").map(([, text]) => text)).toEqual([
      "附件1",
      "附件2",
      "附件3",
      "附件4",
      "附件5",
    ]);
  });

  it("keeps 0, — and 未报 apart, with the rank in brackets", () => {
    const [, chains, departments, reporting] = tableRows(bytes);
    expect(chains).toEqual([
      ["产业链", "指标（单位）", "已完成", "目标", "序时", "差距", "完成率\n（位次）", "亮灯"],
      ["装备制造", "新增规上企业（户）", "11", "15", "11", "0", "73.3%（1）", "达序时"],
      ["食品加工", "新增规上企业（户）", "0", "15", "11", "3", "0.0%（2）", "严重滞后"],
      ["康养旅游", "新增规上企业（户）", "未报", "15", "11", "—", "—", "未报"],
      ["陶瓷", "—", "—", "—", "—", "—", "—", "—"],
    ]);
    expect(departments?.slice(1)).toEqual([
      ["市工信局", "73.3%（1）", "3", "3", "1", "3", "0", "0"],
      ["市文旅局", "—（未报齐）", "1", "0", "0", "2", "0", "1"],
    ]);
    expect(reporting).toEqual([
      ["填报单位", "2022年\n3月", "2022年\n6月", "2022年\n9月", "按时", "逾期", "缺报"],
      ["市文旅局", "按时", "—", "缺报", "2", "0", "1"],
    ]);
  });

  it("repeats the headings of a table, breaks no row, and is as wide as the text", () => {
    for (const table of allNamed(body, "w:tbl")) {
      const [first, ...others] = allNamed(table, "w:tr");
      expect(first === undefined ? 0 : allNamed(first, "w:tblHeader").length).toBe(1);
      expect(others.some((row) => allNamed(row, "w:tblHeader").length > 0)).toBe(false);
      expect(allNamed(table, "w:cantSplit").length).toBe(others.length + 1);
      const width = allNamed(table, "w:gridCol").reduce(
        (sum, { attributes }) => sum + Number(attributes.get("w:w")),
        0,
      );
      expect(Math.abs(width / 56.6929 - 156)).toBeLessThan(0.2);
    }
  });

  it("gives a number the width that it needs on one line", () => {
    const long = { value: 5164.11, text: "5,164.11" };
    const target = sampleTarget("met", "已完成", { achieved: long, achievedText: { zh: long.text, en: long.text } });
    const file = briefingDocument(sampleBriefing({ headline: [sampleSubject("总体目标", [target])], chains: [] }));
    const [table] = allNamed(partOf(file, "word/document.xml"), "w:tbl");
    const widths =
      table === undefined ? [] : allNamed(table, "w:gridCol").map(({ attributes }) => Number(attributes.get("w:w")));
    // Eight characters of at most 0.55 em at 10.5 pt, and the margins of 57 twentieths on each side.
    expect(widths[2]).toBeGreaterThan(8 * 0.55 * 10.5 * 20 + 114);
  });

  it.each([
    [{ edition: null, isDemonstration: false }, "未定稿"],
    [{ isDemonstration: true }, "演示数据，不得引用"],
    [{ edition: null, isDemonstration: true }, "未定稿　演示数据，不得引用"],
    [{}, ""],
  ])("says at the head of each page what may not be quoted: %o", (changed, header) => {
    const file = briefingDocument(sampleBriefing(changed));
    for (const part of ["word/header1.xml", "word/header2.xml"]) expect(textOf(partOf(file, part))).toBe(header);
  });

  it("follows the skeleton: other order, sections left out, texts of one's own, who signs", () => {
    const file = briefingDocument(sampleBriefing(), {
      sections: [
        { heading: "下步工作", paragraphs: ["各县区：", "请有关单位抓紧推进。"] },
        { heading: "经验做法", paragraphs: ["（一）市工信局", "逐户走访。"] },
        { heading: "总体情况", paragraphs: [] },
      ],
      annexes: [],
      issue: { year: 2022, number: 3, day: "2022-10-09" },
    });
    const root = partOf(file, "word/document.xml");
    const said = allNamed(root, "w:p").map((paragraph) => [styleOf(paragraph), textOf(paragraph)] as const);
    expect(said[1]).toEqual(["Remark", "（2022年第3期）"]);
    const from = said.findIndex(([, text]) => text === "一、下步工作");
    expect(said.slice(from, from + 7).map(([style, text]) => `${style} ${text}`)).toEqual([
      "Heading1 一、下步工作",
      "BodyText 各县区：",
      "BodyText 请有关单位抓紧推进。",
      "Heading1 二、经验做法",
      "Heading2 （一）市工信局",
      "BodyText 逐户走访。",
      "Heading1 三、总体情况",
    ]);
    expect(said.filter(([style]) => style === "Signature").map(([, text]) => text)).toEqual([
      "某市工信局",
      "2022年10月9日",
    ]);
  });
});

describe("what stands behind the text", () => {
  const built = (annexes: readonly AnnexKey[]) =>
    briefingDocument(sampleBriefing(), { sections: sampleBriefing().sections, annexes, issue: null });
  const listed = (file: Uint8Array) =>
    allNamed(partOf(file, "word/document.xml"), "w:p")
      .filter((paragraph) => styleOf(paragraph) === "AttachmentList")
      .map(textOf);

  it("is what the office chose, in its order and numbered; what has no row is left out", () => {
    const file = built(["corrections", "behind", "reporting", "chains", "changes", "heat-map", "reconciliations"]);
    expect(listed(file)).toEqual([
      "附件：1．进度图",
      "　　　2．数据更正表",
      "　　　3．报送情况表",
      "　　　4．主要目标进度表",
      "　　　5．产业链进度表",
      "　　　6．亮灯历程表（*为有更正的月份）",
      "　　　7．目标分解核对表",
    ]);
    expect(packageFaults(file)).toEqual([]);
    const tables = tableRows(file);
    expect(tables[0]?.slice(1)).toEqual([["食品加工", "规上企业 累计新增（户）", "2022-06", "1", "0", "一户重复统计"]]);
    expect(tables[4]?.slice(1)).toEqual([
      ["装备制造", "新增规上企业", "—", "达序时"],
      ["食品加工", "新增规上企业", "—", "严重滞后*"],
      ["康养旅游", "新增规上企业", "—", "未报"],
    ]);
    expect(tables[5]?.slice(1)).toEqual([
      ["新增规上企业（户）", "合计", "50", "45", "5"],
      ["新增规上企业（户）", "装备制造", "45", "—", "—"],
    ]);
  });

  it("bears no number where it is one, and no table where none was chosen", () => {
    expect(listed(built([]))).toEqual(["附件：进度图"]);
    expect(tableRows(built([]))).toEqual([]);
  });
});

describe("the charts of the document", () => {
  const opened = openedPackage(bytes);
  const titleOf = (file: Uint8Array, chart: number) => {
    const [title] = allNamed(partOf(file, `word/charts/chart${chart}.xml`), "c:title");
    return title === undefined ? [] : allNamed(title, "a:t").map(({ text }) => text);
  };
  const cells = (number: number) => Object.fromEntries(sheetCells(opened.bytes(`word/embeddings/chart${number}.xlsx`)));

  it("shows the chains by what they lack, the unreported one last and without a figure", () => {
    expect(cells(1)).toEqual({
      ...{ "Sheet1!B1": "目标", "Sheet1!C1": "已完成", "Sheet1!D1": "序时" },
      ...{ "Sheet1!A2": "食品加工（严重滞后）", "Sheet1!B2": 15, "Sheet1!C2": 0, "Sheet1!D2": 11 },
      ...{ "Sheet1!A3": "装备制造（达序时）", "Sheet1!B3": 15, "Sheet1!C3": 11, "Sheet1!D3": 11 },
      ...{ "Sheet1!A4": "康养旅游（未报）", "Sheet1!B4": 15, "Sheet1!D4": 11 },
    });
    expect(titleOf(bytes, 1)).toEqual([
      "新增规上企业：3条产业链中1条达序时或已完成，食品加工差3户",
      "单位：户　数据截至2022年9月底　空心条：目标　实心条：已完成　竖线：序时",
    ]);
  });

  it("counts the lights of each month that has any, and says how many became good where that has changed", () => {
    expect(titleOf(bytes, 2)).toEqual(["3项目标中1项达序时或已完成", "单位：项　数据截至2022年9月底"]);
    const { heatMap } = sampleBriefing();
    const rows = heatMap.rows.map((row) => ({ ...row, lights: ["far-behind", ...row.lights.slice(1)] as const }));
    expect(titleOf(briefingDocument(sampleBriefing({ heatMap: { ...heatMap, rows } })), 2)[0]).toBe(
      "3项目标中达序时或已完成的由0项变为1项",
    );
    expect(cells(2)).toEqual({
      ...{ "Sheet1!B1": "达序时", "Sheet1!C1": "严重滞后", "Sheet1!D1": "未报" },
      ...{ "Sheet1!A2": "2022-09", "Sheet1!B2": 1, "Sheet1!C2": 1, "Sheet1!D2": 1 },
    });
  });

  it("stand on one page, up to twelve chains; a chart of more has a page of its own", () => {
    const [, second] = sampleBriefing().chains;
    if (second === undefined) throw new Error("the sample has a second chain");
    const heightsOf = (count: number) => {
      const file = briefingDocument(sampleBriefing({ chains: Array.from({ length: count }, () => second) }));
      return allNamed(partOf(file, "word/document.xml"), "wp:extent").map(
        ({ attributes }) => Number(attributes.get("cy")) / 36_000,
      );
    };
    expect([heightsOf(3), heightsOf(12), heightsOf(13), heightsOf(40)]).toEqual([
      [56, 64],
      [100, 64],
      [116, 64],
      [180, 64],
    ]);
  });

  it("has no chart of chains before anything is known of one, and no record before a period ended", () => {
    const [unreported] = sampleBriefing().chains.slice(2, 3);
    if (unreported === undefined) throw new Error("the sample has an unreported chain");
    const [unit] = sampleBriefing().reporting.units;
    const early = sampleBriefing({
      chains: [unreported, unreported],
      reporting: { periods: [], units: unit === undefined ? [] : [{ ...unit, cells: [] }] },
    });
    const file = briefingDocument(early);
    const directions = allNamed(partOf(file, "word/charts/chart1.xml"), "c:barDir");
    expect(directions.map(({ attributes }) => attributes.get("val"))).toEqual(["col"]);
    const headings = tableRows(file).map(([heading]) => heading?.[0]);
    expect(headings).toEqual(["目标", "产业链", "责任单位"]);
  });

  it("has no chart of chains where fewer than two can be held against each other", () => {
    const one = openedPackage(briefingDocument(sampleBriefing({ chains: sampleBriefing().chains.slice(0, 1) })));
    expect(one.names.filter((name) => name.startsWith("word/charts/chart"))).toHaveLength(1);
    const said = one.trees.get("word/charts/chart1.xml");
    expect(said === undefined ? [] : allNamed(said, "c:barDir").map(({ attributes }) => attributes.get("val"))).toEqual(
      ["col"],
    );
  });
});
