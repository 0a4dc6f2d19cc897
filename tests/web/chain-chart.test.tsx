// @vitest-environment happy-dom
import { cleanup, render, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Subject } from "../../web/src/api/types.ts";
import { panelsOf } from "../../web/src/charts/drawings/panels.ts";
import { HistoryChart, type HistoryChartProps, monthAt } from "../../web/src/charts/history-chart.tsx";
import { historyMarks, monthNumber } from "../../web/src/charts/history-marks.ts";
import { reachOf, scaleOf } from "../../web/src/charts/history-scale.ts";
import { HistoryTable } from "../../web/src/pages/chain/history-table.tsx";
import { ReportedValues } from "../../web/src/pages/chain/reported-values.tsx";
import { learn, speak } from "../../web/src/words/languages.ts";
import { forecastOf, measureOf, pointOf, targetOf } from "./chain-samples.ts";
import { renderLinked } from "./render-linked.tsx";

beforeAll(async () => {
  await learn("zh-CN", false);
  speak("zh-CN");
});
afterEach(cleanup);

const near = targetOf({ key: "firms.new.2022-12", schedule: [["2021-12", 0], ["2022-12", 2]], history: [pointOf("2022-03", 1)] }); // biome-ignore format: one target
const far = targetOf({
  key: "firms.new.2025-12",
  deadline: "2025-12",
  value: 80,
  stretch: 90,
  schedule: [["2021-12", 0], ["2022-12", 2], ["2025-12", 80]], // biome-ignore format: a row a month
  history: [
    pointOf("2022-03", 1, { isCorrected: true }),
    pointOf("2022-06", 2),
    pointOf("2022-09", 2, { isReported: false, light: "unreported" }),
  ],
  forecast: forecastOf([["2022-06", 2, 2, 2], ["2025-12", 40, 20, 200]]), // biome-ignore format: a row a month
});

/** The marks of a chart 600 px wide and 300 px high. */
async function draw(targets: Parameters<typeof historyMarks>[0], pointed: HistoryChartProps["pointed"] = null) {
  const marks = historyMarks(targets, "firms.new.2025-12");
  const { container } = render(
    <HistoryChart
      marks={marks}
      scale={scaleOf(reachOf(marks), true)}
      first={monthNumber("2021-12")}
      last={monthNumber("2025-12")}
      asOf={monthNumber("2022-09")}
      pointed={pointed}
      label="新增规上企业 2户"
      width={600}
      height={300}
      gutter={40}
    />,
  );
  await waitFor(() => expect(container.querySelector("[data-mark]")).toBeTruthy());
  const all = (name: string) => [...container.querySelectorAll(`[data-mark="${name}"]`)];
  return { container, all };
}

describe("the chart of a history", () => {
  it("draws both horizons: a schedule and a bracket each, one path, and the forecast of the one in focus", async () => {
    const { all } = await draw([near, far]);
    expect(all("schedule")).toHaveLength(2);
    expect(all("target")).toHaveLength(2);
    expect(all("stretch")).toHaveLength(1);
    expect(all("actual")).toHaveLength(1);
    expect(all("forecast")).toHaveLength(1);
  });

  it("draws a broken line and a hollow dot for what is carried, a notch for what was corrected", async () => {
    const { all } = await draw([far]);
    expect(all("reported")).toHaveLength(2);
    expect(all("corrected")).toHaveLength(1);
    expect(
      all("carried")
        .map(({ tagName }) => tagName.toLowerCase())
        .sort(),
    ).toEqual(["circle", "path"]);
  });

  it("says by an arrow and a number that the forecast goes beyond the frame", async () => {
    const { all } = await draw([far]);
    expect(all("over").map(({ textContent }) => textContent)).toEqual(["200"]);
    cleanup();
    const within = { ...far, forecast: forecastOf([["2022-06", 2, 2, 2], ["2025-12", 40, 20, 85]]) }; // biome-ignore format: a row a month
    expect((await draw([within])).all("over")).toEqual([]);
  });

  it("keeps the target inside the frame, above the axis of time", async () => {
    const { all } = await draw([far]);
    const top = Number(
      /M[\d.]+ ([\d.]+)V/.exec(all("target")[0]?.querySelector("path:last-of-type")?.getAttribute("d") ?? "")?.[1],
    );
    expect(top).toBeGreaterThan(14);
    expect(top).toBeLessThan(278);
  });

  it("marks the month that is pointed at, by the place of the pointer", async () => {
    const frame = { first: monthNumber("2021-12"), last: monthNumber("2025-12"), width: 600, gutter: 40 };
    // From 40 to 556: 48 months, the twelfth at a quarter of the way.
    expect([monthAt(40, frame), monthAt(40 + 516 / 4, frame), monthAt(556, frame)]).toEqual(
      ["2021-12", "2022-12", "2025-12"].map(monthNumber),
    );
    const { container } = await draw([far], { at: monthNumber("2022-12"), value: 2 });
    expect(Number(container.querySelector(".history-cursor")?.getAttribute("x1"))).toBeCloseTo(169, 6);
    expect(Number(container.querySelector(".history-active")?.getAttribute("cx"))).toBeCloseTo(169, 6);
    cleanup();
    const unknown = await draw([far], { at: monthNumber("2022-12"), value: null });
    expect(unknown.container.querySelector(".history-active")).toBeNull();
  });

  it("holds a band that leaves the frame on its edge", async () => {
    const { container } = await draw([far]);
    const band = container.querySelector(".history-band")?.getAttribute("d") ?? "";
    const heights = [...band.matchAll(/[ML][\d.]+ ([\d.-]+)/g)].map(([, y]) => Number(y));
    // 200 lies beyond 150, which is the top of the scale: the band meets the edge and stays on it.
    expect(Math.min(...heights)).toBeCloseTo(20, 6);
    expect(heights.filter((height) => Math.abs(height - 20) < 1e-6).length).toBeGreaterThan(1);
  });

  it("has a name for those who hear it", async () => {
    const { container } = await draw([far]);
    expect(container.querySelector('[role="img"]')?.getAttribute("aria-label")).toBe("新增规上企业 2户");
  });
});

const value = (parts: Partial<Subject["measures"][number]["values"][number]>) => ({
  month: "2022-03",
  basis: "department",
  entries: { value: 1, text: "1" },
  exits: { value: null, text: "—" },
  stock: { value: null, text: "—" },
  amount: { value: null, text: "—" },
  doneOn: null,
  reportedBy: { zh: "市工信局", en: "Industry bureau" },
  reporter: "张",
  reportedAt: "2022-04-08T09:00:00+08:00",
  acceptedAt: "2022-04-09T09:00:00+08:00",
  note: null,
  isSuperseded: false,
  correctionReason: null,
  ...parts,
});
const cells = (row: Element | undefined) =>
  [...(row?.querySelectorAll("th, td") ?? [])].map((cell) => cell.textContent);

describe("the table beside the chart", () => {
  it("has the targets in its heads, and for each month value, schedule, light and who reported it", () => {
    const measure = measureOf("firms", [near, far], [value({})]);
    const [panel] = panelsOf({ measures: [measure] } as unknown as Subject, "2025-12", "2022-09").panels;
    const { container } = renderLinked(panel ? <HistoryTable panel={panel} /> : null);
    expect(container.querySelector("thead")?.textContent).toContain("2022年底目标 新增 2户");
    expect(container.querySelector("thead")?.textContent).toContain("新增 80户");
    const rows = [...container.querySelectorAll("tbody tr")];
    expect(rows.map((row) => row.querySelector("th")?.textContent)).toEqual(["2022年9月", "2022年6月", "2022年3月"]);
    expect(cells(rows[0])[1]).toBe("2沿用上期");
    // Each figure leads to the life of the report that it stands by: March's.
    const ways = rows.map((row) => row.querySelector("a")?.getAttribute("href"));
    expect(ways).toEqual(Array(3).fill("/life?measure=firms&period=2022-03"));
    expect(cells(rows[2]).at(-1)).toBe("市工信局 2022-04-08");
    expect(cells(rows[1]).at(-1)).toBe("");
  });
});

describe("the reported values", () => {
  it("keep a corrected value to be read: struck, with both values and the reason", () => {
    const old = value({ entries: { value: 3, text: "3" }, isSuperseded: true });
    const now = value({ acceptedAt: "2022-11-04T09:00:00+08:00", correctionReason: "剔除重复入库企业" });
    const { container } = renderLinked(<ReportedValues measures={[measureOf("firms", [near], [now, old])]} />);
    const rows = [...container.querySelectorAll("tbody tr")];
    expect(rows[0]?.querySelector("del")).toBeNull();
    expect(rows[0]?.textContent).toContain("更正原因：剔除重复入库企业");
    expect(rows[1]?.querySelector("del")?.textContent).toBe("3");
    expect(rows[1]?.textContent).toContain("已更正");
    expect(rows[1]?.querySelector("a")?.getAttribute("href")).toBe("/life?measure=firms&period=2022-03");
    expect(container.querySelector("summary")?.textContent).toContain("1次填报");
    expect(container.querySelector("summary")?.textContent).toContain("更正 1 次");
  });

  it("show only the quantities that were given, and say who can fill an empty list", () => {
    const { container } = renderLinked(
      <ReportedValues measures={[measureOf("firms", [near], [value({})]), measureOf("output", [far])]} />,
    );
    const heads = [...container.querySelectorAll("thead th")].map((head) => head.textContent);
    expect(heads).toContain("累计新增（户）");
    expect(heads).not.toContain("累计退出（户）");
    expect(container.textContent).toContain("市工信局还没有填报");
  });
});
