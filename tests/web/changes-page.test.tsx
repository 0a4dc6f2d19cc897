// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Changes, TargetChange } from "../../web/src/api/types.ts";
import { openPage, plan, question, quotation } from "./opened-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const text = (zh: string) => ({ zh, en: zh });
const figure = (value: number | null, shown = String(value)) => ({ value, text: value === null ? "—" : shown });

const pointOf = (month: string, achieved: number, light: TargetChange["after"]["light"]) => ({
  ...{ month, light, isReported: true, isCorrected: false, correctedFrom: null },
  ...{ targetValue: figure(6), achieved: figure(achieved), expected: figure(4), completion: figure(0.5, "50.0%") },
});
const behind: TargetChange = {
  target: "castings.firms.new.2022-12",
  subject: { key: "castings", kind: "chain", name: text("绿色铸造"), clause: "三" },
  ...{ indicatorName: text("规上企业"), scopeName: null, reading: "new", unit: text("户"), move: "fell-behind" },
  ...{ comparator: ">", stretch: null },
  ...{ before: pointOf("2022-06", 1, "on-schedule"), after: pointOf("2022-09", 2, "behind") },
  ...{ gained: figure(1, "+1"), shortfallBefore: figure(null), shortfall: figure(2) },
};
const steady: TargetChange = {
  ...behind,
  ...{ target: "steel.firms.new.2022-12", move: null },
  subject: { key: "steel", kind: "chain", name: text("不锈钢"), clause: "三" },
};
const answerOf = (changes: TargetChange[]): Changes => ({
  ...{ plan, quotation, horizon: "2022-12", since: "2022-06", changes, unchanged: 15 },
  sentence: text("与2022年6月相比：1项转为滞后。"),
});
const open = (changes: TargetChange[]) =>
  openPage(`/changes?${question}&since=2022-06`, (asked) =>
    asked.startsWith("/api/plans/gaoping-2022/changes?") ? answerOf(changes) : null,
  );

describe("两月对比", () => {
  it("tells the server's sentence, the moves with both states, and folds what differs in figures alone", async () => {
    open([behind, steady]);
    const heading = await screen.findByRole("heading", { level: 1 });
    expect(heading.textContent).toBe("与2022年6月相比：1项转为滞后。");
    const moved = within(screen.getByRole("region", { name: "转为滞后" }));
    const [, row] = moved.getAllByRole("row");
    expect([...(row?.children ?? [])].map((cell) => cell.textContent)).toEqual([
      "绿色铸造新增规上企业户",
      "达序时→滞后",
      "1",
      "2",
      "+1",
      ">6",
      "— → 2户",
    ]);
    expect(screen.getByText("亮灯未变、数值有变的 1 项").closest("details")?.textContent).toContain("不锈钢");
    expect(screen.getByText("其余 15 项亮灯和数值都没有变化。")).toBeTruthy();
  });

  it("asks for the month that is chosen to compare with, and keeps it on the address", async () => {
    const asked = open([behind]);
    await screen.findByRole("heading", { level: 1 });
    fireEvent.change(await screen.findByLabelText("对比月份"), { target: { value: "2022-03" } });
    await waitFor(() => expect(asked.some((url) => url.includes("since=2022-03"))).toBe(true));
    expect(window.location.search).toContain("since=2022-03");
  });

  it("says what stands there when nothing changed, and in the plan's first month", async () => {
    open([]);
    await screen.findByText("2022年6月与2022年9月相比，亮灯和数值都没有变化。");
    cleanup();
    openPage("/changes?plan=gaoping-2022&month=2021-12&horizon=2022-12", () => null);
    await screen.findByRole("heading", { level: 1, name: "2021年12月之前没有可对比的月份" });
  });
});
