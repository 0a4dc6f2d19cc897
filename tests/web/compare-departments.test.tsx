// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Plan } from "../../web/src/api/types.ts";
import { UnitHistoryChart } from "../../web/src/charts/unit-history-chart.tsx";
import { unitsAsked, unitsOnAddress } from "../../web/src/pages/compare-departments/units-asked.ts";
import { historiesOf, historyOf } from "./department-samples.ts";
import { openPage, plan, question } from "./opened-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const unit = (key: string, name: string): Plan["departments"][number] => ({
  ...{ key, name: { zh: name, en: key }, kind: "bureau", aliases: [], members: [], subjects: 1, targets: 1 },
});
const wholePlan: Plan = {
  ...{ plan, isDemonstration: true, subjects: [], measures: [], targets: [], reconciliations: [], incentives: 0 },
  departments: [unit("industry", "市工信局"), unit("commerce", "市商务局"), unit("health", "市卫体局")],
};
const answer = (asked: string) =>
  asked === "/api/plans/gaoping-2022"
    ? wholePlan
    : historiesOf(historyOf("industry", "市工信局"), historyOf("commerce", "市商务局"));

describe("the units on the address", () => {
  it("are a list, each once, four at most", () => {
    expect(unitsAsked("a,b,,a,c,d,e")).toEqual(["a", "b", "c", "d"]);
    expect(unitsAsked(undefined)).toEqual([]);
    expect([unitsOnAddress(["a", "b"]), unitsOnAddress([])]).toEqual(["a,b", undefined]);
  });
});

describe("单位对比", () => {
  it("asks nothing and says what would stand there while no unit is chosen", async () => {
    const asked = openPage(`/compare-departments?${question}`, answer);
    expect(await screen.findByText(/选两到四个单位/)).toBeTruthy();
    expect(asked.some((url) => url.includes("department-histories"))).toBe(false);
  });

  it("sets the units side by side, with a way to take one out and to add another", async () => {
    const asked = openPage(`/compare-departments?${question}&units=industry,commerce`, answer);
    expect(await screen.findByRole("heading", { level: 1, name: "最高的是市工信局。" })).toBeTruthy();
    expect(asked).toContain(
      "/api/plans/gaoping-2022/department-histories?month=2022-09&horizon=2022-12&department=industry&department=commerce",
    );
    expect(screen.getAllByRole("heading", { level: 2 }).map((head) => head.textContent)).toEqual([
      "市工信局",
      "市商务局",
      "所选月份",
    ]);
    const [months] = await screen.findAllByRole("table", { name: "市工信局单独负责1个事项。", hidden: true });
    expect(
      months &&
        [...months.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent)),
    ).toEqual([
      ["2022年9月", "—", "2/2", "0", "0", "2", "缺报"],
      ["2022年6月", "40.0%", "2/2", "1", "1", "0", "逾期 2022-07-12"],
    ]);
    const out = screen.getByRole("link", { name: "不再对比市工信局" });
    expect(new URL((out as HTMLAnchorElement).href).searchParams.get("units")).toBe("commerce");
    const more = screen.getByRole("combobox", { name: "加一个单位" });
    expect(
      within(more)
        .getAllByRole("option")
        .map((option) => option.textContent),
    ).toEqual(["还可选2个", "市卫体局"]);
    fireEvent.change(more, { target: { value: "health" } });
    await vi.waitFor(() => expect(window.location.search).toContain("units=industry%2Ccommerce%2Chealth"));
  });
});

describe("the picture of a unit over the months", () => {
  const lights = {
    met: 0,
    "on-schedule": 0,
    behind: 0,
    "far-behind": 0,
    missed: 0,
    unreported: 0,
    "not-due": 0,
    none: 0,
  };
  const month = (name: string, composite: number | null, parts: Partial<typeof lights> = {}) => ({
    ...{ month: name, composite, lights: { ...lights, ...parts } },
  });
  const draw = () =>
    render(
      <UnitHistoryChart
        months={[
          month("2022-01", 0.25, { behind: 2 }),
          month("2022-02", 0.5, { behind: 1, met: 1 }),
          month("2022-03", null, { unreported: 2 }),
          month("2022-04", 1.2, { met: 2 }),
        ]}
        periods={[
          { period: "2022-01", punctuality: "on-time" },
          { period: "2022-03", punctuality: "missing" },
          { period: "2021-12", punctuality: "late" },
        ]}
        most={4}
        width={600}
        words={{ composite: "综合完成率", lights: "亮灯", reports: "填报", last: "100.0%" }}
        label="市工信局"
      />,
    ).container;
  const numberOf = (element: Element | null | undefined, name: string) => Number(element?.getAttribute(name));

  it("breaks the line where nothing is known, and writes the last composite", () => {
    const picture = draw();
    const lines = [...picture.querySelectorAll('[data-mark="composite"]')].map((line) => line.getAttribute("d") ?? "");
    expect(lines.map((line) => line.match(/[ML]/g)?.length)).toEqual([2, 1]);
    // 0 % lies at 108 and 100 % at 24: a quarter is at 87, a half at 66.
    expect(lines[0]).toMatch(/^M[\d.]+ 87L[\d.]+ 66$/);
    expect(picture.querySelector(".history-latest")?.textContent).toBe("100.0%");
  });

  it("stacks the targets by light on the scale of all units, and marks the periods that lie on its axis", () => {
    const picture = draw();
    const [two, one] = [...picture.querySelectorAll('[data-mark="behind"]')].map((bar) => numberOf(bar, "height"));
    // 58 px are four targets.
    expect([two, one]).toEqual([29, 14.5]);
    expect(picture.querySelectorAll(".punctuality")).toHaveLength(2);
    expect(picture.querySelectorAll('svg[data-mark="missing"]')).toHaveLength(1);
  });
});
