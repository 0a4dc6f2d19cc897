/** Native charts: what a person edits behind them is what they show, and Office finds nothing to repair. */
import type { OfficeChart } from "@beizeng/server/exports/office/chart.ts";
import { chartParts } from "@beizeng/server/exports/office/chart-parts.ts";
import { packageBytes } from "@beizeng/server/exports/office/package.ts";
import { describe, expect, it } from "vitest";
import { packageFaults } from "../../helpers/office/package-faults.ts";
import { sheetCells } from "../../helpers/office/sheet-cells.ts";
import { allNamed, childNamed, givenValue, readXml, type XmlElement } from "../../helpers/office/xml-tree.ts";
import { completionChart, forecastChart, stackedChart } from "./sample-charts.ts";

function partsOf(chart: OfficeChart) {
  const [part, workbook] = chartParts(chart, "word", 1);
  if (typeof part.content !== "string" || !(workbook.content instanceof Uint8Array)) throw new Error("a chart is text");
  return { root: readXml(part.content), workbook: workbook.content, parts: [part, workbook] };
}

const seriesOf = (root: XmlElement) =>
  [...allNamed(root, "c:ser")].sort(
    (one, other) => Number(givenValue(one, "c:order")) - Number(givenValue(other, "c:order")),
  );

describe("a native chart", () => {
  it.each([
    ["completion", completionChart],
    ["forecast", forecastChart],
    ["stacked", stackedChart],
  ])("is sound, caches and cells alike, and the same bytes each time: %s", (_, chart) => {
    const bytes = () => packageBytes([{ kind: "chart", part: "word/charts/chart1.xml" }], partsOf(chart).parts);
    expect(packageFaults(bytes())).toEqual([]);
    expect(bytes()).toEqual(bytes());
  });

  it("holds what is shown: shares for percents, gaps as empty cells, zeros as zeros", () => {
    const cells = sheetCells(partsOf(completionChart).workbook);
    expect(Object.fromEntries(cells)).toMatchObject({
      "Sheet1!C1": "完成率",
      "Sheet1!A4": "新材料 & <新>能源",
      "Sheet1!C2": 0.8,
      "Sheet1!C3": 0.6,
      "Sheet1!C4": 0,
      "Sheet1!C6": 0.0004,
      "Sheet1!D2": 0.75,
    });
    expect(cells.has("Sheet1!C5")).toBe(false);
  });

  it("says beside a bar the text of its point, also one that no format shows", () => {
    const [, achieved] = seriesOf(partsOf(completionChart).root);
    const labels = achieved === undefined ? null : childNamed(achieved, "c:dLbls");
    if (labels === null) throw new Error("the second series is labelled");
    expect(childNamed(labels, "c:numFmt")?.attributes.get("formatCode")).toBe("0.0%");
    const own = allNamed(labels, "c:dLbl");
    expect(own.map((label) => [givenValue(label, "c:idx"), allNamed(label, "a:t").map(({ text }) => text)])).toEqual([
      ["4", ["<0.1%"]],
    ]);
    const [actual] = seriesOf(partsOf(forecastChart).root);
    const format = actual === undefined ? [] : allNamed(actual, "c:dLbl").map((label) => childNamed(label, "c:numFmt"));
    expect(format.map((each) => each?.attributes.get("formatCode"))).toEqual(['#,##0;"−"#,##0']);
  });

  it("colours each bar by its light and hatches what was carried forward", () => {
    const [, achieved] = seriesOf(partsOf(completionChart).root);
    const points = achieved === undefined ? [] : allNamed(achieved, "c:dPt");
    expect(points.map((point) => [givenValue(point, "c:idx"), allNamed(point, "a:pattFill").length])).toEqual([
      ["0", 0],
      ["1", 1],
      ["2", 0],
      ["4", 0],
    ]);
    const [first] = points;
    expect(
      first === undefined ? [] : allNamed(first, "a:srgbClr").map(({ attributes }) => attributes.get("val")),
    ).toEqual(["349173"]);
  });

  it("draws 序时 as a tick across the bar in both directions, and the target as an open bar", () => {
    const across = seriesOf(partsOf(completionChart).root);
    expect(across.map((series) => allNamed(series, "c:errBars").length)).toEqual([0, 0, 1]);
    expect(across.map((series) => childNamed(series, "c:spPr")?.children[0]?.name)).toEqual([
      "a:noFill",
      "a:solidFill",
      "a:noFill",
    ]);
    const { root } = partsOf(stackedChart);
    expect(
      allNamed(root, "c:lineChart")
        .flatMap((group) => allNamed(group, "c:symbol"))
        .map(({ attributes }) => attributes.get("val")),
    ).toEqual(["dash"]);
  });

  it("dots the forecast and leaves gaps open", () => {
    const { root } = partsOf(forecastChart);
    const dashes = seriesOf(root).map((series) =>
      allNamed(series, "a:prstDash").map(({ attributes }) => attributes.get("val")),
    );
    expect(dashes).toEqual([[], [], ["sysDot"], ["sysDash"]]);
    expect(allNamed(root, "c:dispBlanksAs").map(({ attributes }) => attributes.get("val"))).toEqual(["gap"]);
  });

  it("sets Chinese in the East Asian font wherever there is text", () => {
    for (const chart of [completionChart, forecastChart, stackedChart]) {
      const { root } = partsOf(chart);
      const looks = [...allNamed(root, "a:rPr"), ...allNamed(root, "a:defRPr")];
      expect(looks.length).toBeGreaterThan(4);
      for (const look of looks) expect(childNamed(look, "a:ea")?.attributes.get("typeface")).toBe("黑体");
    }
  });

  it("begins bars at zero unless one is below it, and puts the first category on top", () => {
    const least = (chart: OfficeChart) =>
      allNamed(partsOf(chart).root, "c:min").map(({ attributes }) => attributes.get("val"));
    expect([least(completionChart), least(stackedChart), least(forecastChart)]).toEqual([["0"], ["0"], []]);
    const orientations = allNamed(partsOf(completionChart).root, "c:orientation");
    expect(orientations.map(({ attributes }) => attributes.get("val"))).toEqual(["maxMin", "minMax"]);
  });
});
