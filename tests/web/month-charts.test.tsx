// @vitest-environment happy-dom
import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { CompletionChart } from "../../web/src/charts/completion-chart.tsx";
import { cellAt, LightMapChart, lightMapLayout } from "../../web/src/charts/light-map-chart.tsx";
import { lightPathAt } from "../../web/src/charts/light-paths.ts";
import { OutlookChart } from "../../web/src/charts/outlook-chart.tsx";
import { ShortfallChart } from "../../web/src/charts/shortfall-chart.tsx";
import { StepChart, type StepMark } from "../../web/src/charts/step-chart.tsx";
import { widthOf, wrapped } from "../../web/src/charts/wrapped.ts";

afterEach(cleanup);
const numberOf = (element: Element | null | undefined, name: string) => Number(element?.getAttribute(name));

describe("text in a picture", () => {
  it("is as wide as its characters", () => {
    expect(widthOf("产业链", 10)).toBe(30);
    expect(widthOf("ab", 10)).toBeCloseTo(11.2, 9);
  });

  it("breaks between Chinese characters and between English words, and ends in an ellipsis", () => {
    expect(wrapped("新能源汽车零部件产业", 60, 10, 2)).toEqual(["新能源汽车零", "部件产业"]);
    expect(wrapped("新能源汽车零部件产业", 40, 10, 2)).toEqual(["新能源汽", "车零部…"]);
    expect(wrapped("Green building materials", 60, 10, 3)).toEqual(["Green", "building", "materials"]);
    expect(wrapped("钢铁", 60, 10, 2)).toEqual(["钢铁"]);
    // Never within a month, and no line begins with what closes one.
    expect(wrapped("from 2022-03", 60, 10, 2)).toEqual(["from", "2022-03"]);
    expect(wrapped("差3户。滞后", 35, 10, 3)).toEqual(["差", "3户。", "滞后"]);
    // A word that is longer than the line is broken within.
    expect(wrapped("Internationalisation", 60, 10, 3).join("")).toContain("Internatio");
  });
});

describe("the shape of a light in a cell", () => {
  it("is moved to its place and drawn to the cell's measure", () => {
    // Half as large as it is drawn, from (100, 10): 2.5 → 1.25, 8.6 → 4.3, 6.4 → 3.2, 12.4 → 6.2, 13.6 → 6.8, 3.8 → 1.9.
    expect(lightPathAt("met", 100, 10, 8)).toBe("M101.25 14.30L103.20 16.20L106.80 11.90");
    expect(lightPathAt("not-due", 0, 0, 16)).toBe("M3.00 3.00H13.00V13.00H3.00Z");
    // What an arc says is measured from where it begins, so that it is drawn smaller and not moved.
    expect(lightPathAt("unreported", 50, 0, 8)).toBe(
      "M54.00 1.50a2.50 2.50 0 1 1 0.00 5.00a2.50 2.50 0 1 1 0.00 -5.00Z",
    );
  });
});

describe("the map of lights", () => {
  const months = ["2022-01", "2022-02", "2022-03", "2022-04"];
  const draw = (width: number) =>
    render(
      <LightMapChart
        months={months}
        rows={[
          { key: "steel", name: "钢铁", lights: [null, "behind", "behind"], corrected: [2] },
          { key: "food", name: "食品", lights: [null, "unreported", "met"], corrected: [] },
        ]}
        width={width}
        chosen={1}
        pointed={{ row: 1, month: 2 }}
        label="滞后最久的是钢铁"
        yearName={(year) => `${year}年`}
      />,
    ).container;

  it("has a cell and a shape for each light, none where there is none, and a notch where a correction stands", () => {
    const picture = draw(600);
    const cells = (light: string) =>
      picture.querySelector(`[data-mark="${light}"]`)?.getAttribute("d")?.match(/Z/g)?.length ?? 0;
    expect(["behind", "unreported", "met", "on-schedule"].map(cells)).toEqual([2, 1, 1, 0]);
    // A triangle and a ring begin once each; a cross would begin twice. None stands where there is no light.
    const begun = (light: string) =>
      picture.querySelector(`.map-shape-${light}`)?.getAttribute("d")?.match(/M/g)?.length ?? 0;
    expect(["behind", "unreported", "met", "on-schedule"].map(begun)).toEqual([2, 1, 1, 0]);
    expect(picture.querySelector('[data-mark="corrected"]')?.getAttribute("d")?.match(/Z/g)).toHaveLength(1);
  });

  it("frames the month looked at, and leaves what came later pale", () => {
    const picture = draw(600);
    const { nameWidth, cell } = lightMapLayout(600, 4);
    expect(numberOf(picture.querySelector(".map-chosen"), "x")).toBeCloseTo(nameWidth + cell - 0.5, 6);
    expect(numberOf(picture.querySelector(".map-later"), "x")).toBeCloseTo(nameWidth + 2 * cell, 6);
    expect(numberOf(picture.querySelector(".map-later"), "width")).toBeCloseTo(2 * cell, 6);
  });

  it("finds the cell under a point, and none beside the cells", () => {
    const map = { width: 600, months: 4, rows: 2 };
    const { nameWidth, cell, rowHeight } = lightMapLayout(600, 4);
    expect(cellAt({ x: nameWidth + 2.5 * cell, y: 34 + 1.5 * rowHeight }, map)).toEqual({ row: 1, month: 2 });
    for (const point of [
      { x: nameWidth - 1, y: 40 },
      { x: nameWidth + 1, y: 30 },
      { x: nameWidth + 1, y: 34 + 2 * rowHeight },
      { x: 601, y: 40 },
    ]) {
      expect(cellAt(point, map)).toBeNull();
    }
  });

  it("of narrow cells is colour alone", () => {
    expect(lightMapLayout(390, 48)).toMatchObject({ hasShapes: false, hasLinks: false });
    expect(lightMapLayout(950, 48)).toMatchObject({ hasShapes: true, hasLinks: true });
  });
});

describe("the ranking", () => {
  it("gives the largest its whole length and the rest their part of it", () => {
    const row = (key: string, value: number) => ({
      ...{ key, name: key, figures: ["50.0%"], value, quantity: `差${value}户`, light: "behind" as const },
    });
    const { container } = render(
      <ShortfallChart
        rows={[row("one", 8), row("two", 2)]}
        width={600}
        columns={[{ heading: "累计占比", width: 80 }]}
        label="共差10户"
      />,
    );
    const [first, second] = [...container.querySelectorAll(".row-bar")].map((bar) => numberOf(bar, "width"));
    expect((second ?? 0) / (first ?? 0)).toBeCloseTo(0.25, 9);
    expect([...container.querySelectorAll(".row-quantity")].map((text) => text.textContent)).toEqual([
      "差8户",
      "差2户",
    ]);
  });
});

describe("the outlook", () => {
  const draw = (high: number) =>
    render(
      <OutlookChart
        rows={[{ key: "a", name: "规上企业", figures: [], achieved: 40, projected: 80, low: 70, high, target: 100 }]}
        width={600}
        columns={[]}
        label="预测"
      />,
    ).container;

  it("puts bar, projection and bracket on one scale from zero", () => {
    const picture = draw(90);
    const zero = numberOf(picture.querySelector(".bullet-zero"), "x1");
    const bar = numberOf(picture.querySelector(".outlook-bar"), "width");
    const point = numberOf(picture.querySelector('[data-mark="projected"]'), "cx") - zero;
    const bracket = Number(
      /M([\d.]+)/.exec(picture.querySelector('[data-mark="target"]')?.getAttribute("d") ?? "")?.[1],
    );
    expect(point / bar).toBeCloseTo(2, 6);
    expect((bracket + 5 - zero) / bar).toBeCloseTo(2.5, 6);
    expect(picture.querySelector('[data-mark="over"]')).toBeNull();
  });

  it("says by an arrow that the interval goes further than the scale", () => {
    expect(draw(400).querySelector('[data-mark="over"]')).not.toBeNull();
  });
});

describe("the chart of completions", () => {
  const nothing = { expected: null, target: 1, stretch: null, isCarriedForward: false };
  const draw = (achieved: readonly (number | null)[]) =>
    render(
      <CompletionChart
        rows={achieved.map((each, place) => ({
          key: `${place}`,
          name: `第${place}条`,
          figures: ["3 / 6", "50.0%"],
          values: { ...nothing, achieved: each, light: each === null ? "unreported" : "behind" },
          over: "400.0%",
          light: each === null ? "unreported" : "behind",
          lightWord: each === null ? "未报" : "滞后",
          isOwn: place === 1,
        }))}
        width={900}
        rowHeight={40}
        nameWidth={160}
        columns={[
          { heading: "实际 / 目标", width: 120 },
          { heading: "完成率", width: 80 },
        ]}
        lights={{ heading: "亮灯", width: 100 }}
        label="新增规上企业"
      />,
    ).container;
  const barsOf = (picture: Element) =>
    [...picture.querySelectorAll('[data-mark="achieved"]')].map((bar) => numberOf(bar, "width"));

  it("is one picture: names, bars on one scale, figures, lights in shape and word, the own row on a ground", () => {
    const picture = draw([0.5, 0.25, null]);
    expect(picture.querySelectorAll("svg.row-chart")).toHaveLength(1);
    const [half = 0, quarter = 0] = barsOf(picture);
    expect(half / quarter).toBeCloseTo(2, 6);
    expect(picture.querySelectorAll('[data-mark="own"]')).toHaveLength(1);
    expect([...picture.querySelectorAll(".row-light")].map((word) => word.textContent)).toEqual([
      "滞后",
      "滞后",
      "未报",
    ]);
    expect(picture.querySelectorAll("svg.light-behind, svg.light-unreported")).toHaveLength(3);
    expect(picture.textContent).toContain("100%");
  });

  it("never clips what goes far beyond its target: an arrow with the number; below zero it leaves room", () => {
    const far = draw([4, 1]);
    expect([...far.querySelectorAll('[data-mark="over-text"]')].map((text) => text.textContent)).toEqual(["400.0%"]);
    expect(far.querySelectorAll('[data-mark="over"]')).toHaveLength(1);
    cleanup();
    const below = draw([-0.2, 1]);
    const [lack = 0, whole = 0] = barsOf(below);
    expect(lack / whole).toBeCloseTo(0.2, 6);
    expect(below.querySelectorAll('[data-mark="over-text"]')).toHaveLength(0);
  });
});

describe("the bars of quarters", () => {
  const quarter = (parts: Partial<StepMark>): StepMark => ({
    ...{ key: "2022-03", year: "2022年", name: "1季", text: "3", parts: [], value: 3 },
    ...{ due: null, isUnreported: false, isCorrected: false, ...parts },
  });
  const draw = (...quarters: readonly StepMark[]) =>
    render(<StepChart quarters={quarters} isWhole width={600} height={240} label="分步" />).container;

  it("stacks the sources from zero, what fell away below it", () => {
    const picture = draw(
      quarter({
        parts: [
          { key: "0", value: 2, tint: 0 },
          { key: "1", value: 1, tint: 1 },
          { key: "2", value: -1, tint: 2 },
        ],
      }),
    );
    const [first, second, third] = [...picture.querySelectorAll('[data-mark="part"]')].map((bar) => ({
      y: numberOf(bar, "y"),
      height: numberOf(bar, "height"),
    }));
    const zero = numberOf(picture.querySelector(".history-zero"), "y1");
    expect((first?.height ?? 0) / (second?.height ?? 1)).toBeCloseTo(2, 6);
    expect((first?.y ?? 0) + (first?.height ?? 0)).toBeCloseTo(zero, 6);
    expect((second?.y ?? 0) + (second?.height ?? 0)).toBeCloseTo(first?.y ?? 0, 6);
    expect(third?.y).toBeCloseTo(zero, 6);
  });

  it("says what was due, what is missing and what was corrected, and each year once", () => {
    const picture = draw(
      quarter({ due: 2, isCorrected: true, parts: [{ key: "0", value: 3, tint: 0 }] }),
      quarter({ key: "2022-06", name: "2季", value: null, text: "—", isUnreported: true }),
      quarter({ key: "2023-03", year: "2023年" }),
    );
    const count = (mark: string) => picture.querySelectorAll(`[data-mark="${mark}"]`).length;
    expect(["expected", "unreported", "corrected"].map(count)).toEqual([1, 1, 1]);
    const words = [...picture.querySelectorAll("text")].map((text) => text.textContent);
    expect(words.filter((word) => word?.endsWith("年"))).toEqual(["2022年", "2023年"]);
    expect(words).not.toContain("—");
  });

  it("of nothing are an axis", () => {
    expect(draw(quarter({ value: null })).querySelectorAll('[data-mark="part"]')).toHaveLength(0);
  });
});
