// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Differences, MeasureDifference } from "../../web/src/api/types.ts";
import { openPage, plan, question } from "./opened-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const text = (zh: string) => ({ zh, en: zh });
const figure = (value: number, shown = String(value)) => ({ value, text: shown });

const castings: MeasureDifference = {
  ...{ measure: "castings.firms", subject: "castings", subjectName: text("绿色铸造"), name: text("规上企业") },
  ...{ scopeName: null, unit: text("户"), reportingUnit: text("开发区管委会"), month: "2022-09" },
  figures: [
    {
      ...{ field: "entries", reported: figure(4), confirmed: figure(3) },
      ...{ difference: figure(-1, "−1"), percent: figure(-25, "−25%") },
      ...{ reportedFormer: figure(5), confirmedFormer: null },
    },
  ],
  reported: { by: "填报员", acceptedAt: "2022-10-09T02:00:01.000Z", note: "四户", reason: null },
  confirmed: { by: "核定员", acceptedAt: "2022-10-20T02:00:00.000Z", note: null, reason: "一户未达标准" },
  lights: [
    {
      ...{ target: "castings.firms.new.2022-12", text: text("新增 ≥6户"), horizon: "2022-12" },
      ...{ reported: "on-schedule", confirmed: "far-behind" },
    },
  ],
};
const output: MeasureDifference = {
  ...castings,
  ...{ measure: "steel.output", subject: "steel", subjectName: text("不锈钢"), name: text("产值"), lights: [] },
  figures: [
    {
      ...{ field: "amount", reported: figure(10), confirmed: figure(4) },
      ...{ difference: figure(-6, "−6"), percent: figure(-60, "−60%") },
      ...{ reportedFormer: null, confirmedFormer: null },
    },
  ],
};
const answerOf = (differences: MeasureDifference[], compared: number): Differences => ({
  ...{ plan, month: "2022-09", asKnownOn: null, isDemonstration: true, measures: 20, compared, differences },
});
const open = (differences: MeasureDifference[], compared: number, more = "") =>
  openPage(`/differences?${question}${more}`, (asked) =>
    asked === "/api/plans/gaoping-2022/differences?month=2022-09" ? answerOf(differences, compared) : null,
  );
const rows = () => within(screen.getByRole("table")).getAllByRole("row").slice(1);

describe("口径差异", () => {
  it("says how many differ, and shows both figures, the distance, the lights and the word of each", async () => {
    open([castings, output], 3);
    await screen.findByRole("heading", { level: 1, name: "两种口径都有数的3项指标中，2项不一致" });
    const [first] = rows();
    expect([...(first?.children ?? [])].map((cell) => cell.textContent)).toEqual([
      "绿色铸造 规上企业户开发区管委会 · 2022年9月",
      "4更正，原为 5",
      "3",
      "−1",
      "−25%",
      "达序时→严重滞后2022年底",
      "部门：四户填报员 2022-10-09统计：一户未达标准核定员 2022-10-20",
    ]);
    expect(screen.getByText("方案共20项指标，其余17项未核定或部门未报，不在此列。")).toBeTruthy();
    const way = await screen.findByRole("link", { name: "口径差异" });
    expect(way.getAttribute("aria-current")).toBe("page");
  });

  it("sorts as the address asks", async () => {
    open([castings, output], 3);
    await screen.findByRole("table");
    expect(rows()[0]?.textContent).toContain("绿色铸造");
    fireEvent.change(screen.getByLabelText("排序"), { target: { value: "share" } });
    await waitFor(() => expect(rows()[0]?.textContent).toContain("不锈钢"));
    expect(window.location.search).toContain("sort=share");
  });

  it("tells nothing to compare from nothing that differs", async () => {
    open([], 0);
    await screen.findByRole("heading", { level: 1, name: "还没有可对照的核定数" });
    cleanup();
    open([], 5);
    await screen.findByRole("heading", { level: 1, name: "两种口径都有数的5项指标全部一致" });
    expect(screen.queryByRole("table")).toBeNull();
  });
});
