// @vitest-environment happy-dom
import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { BulletMarks, type BulletValues, bulletScale } from "../../web/src/charts/bullet-marks.tsx";

const nothing: BulletValues = {
  achieved: null,
  expected: null,
  target: null,
  stretch: null,
  light: null,
  isCarriedForward: false,
};

/** The marks of a row 100 px long and 20 px high, by name. */
function draw(values: Partial<BulletValues>, ends?: { low: number; high: number }) {
  const all = { ...nothing, ...values };
  const { container } = render(
    <svg role="img" aria-label="a row">
      <BulletMarks values={all} scale={{ ...(ends ?? bulletScale(all)), span: 100 }} height={20} />
    </svg>,
  );
  const mark = (name: string) => container.querySelector(`[data-mark="${name}"]`);
  const number = (name: string, attribute: string) => Number(mark(name)?.getAttribute(attribute));
  const names = [...container.querySelectorAll("[data-mark]")].map((each) => each.getAttribute("data-mark"));
  return { mark, number, names };
}

afterEach(cleanup);

describe("the scale of a bullet bar", () => {
  it("has zero and the target inside, with room for the bracket", () => {
    expect(bulletScale({ ...nothing, achieved: 11, expected: 11.25, target: 15 })).toEqual({ low: 0, high: 15.6 });
  });

  it("grows with over-fulfilment up to a quarter beyond the target, then stops", () => {
    expect(bulletScale({ ...nothing, achieved: 110, target: 100 }).high).toBeCloseTo(114.4);
    expect(bulletScale({ ...nothing, achieved: 900, target: 100 }).high).toBeCloseTo(130);
  });

  it("reaches to the upper end of a range, and below zero where the value is", () => {
    expect(bulletScale({ ...nothing, achieved: 1, target: 3, stretch: 5 }).high).toBeCloseTo(5.2);
    expect(bulletScale({ ...nothing, achieved: -2, target: 20 }).low).toBeCloseTo(-2.88);
  });
});

describe("the marks of a bullet bar", () => {
  const ends = { low: 0, high: 20 };

  it("draws what is achieved as a solid bar from zero, the target as a bracket, 序时 as a tick", () => {
    const { number, mark, names } = draw({ achieved: 11, expected: 11.25, target: 15, light: "on-schedule" }, ends);
    expect(names).toEqual(["track", "achieved", "target", "expected"]);
    expect(number("achieved", "x")).toBe(0);
    expect(number("achieved", "width")).toBeCloseTo(55);
    expect(number("target", "x")).toBe(75);
    expect(number("expected", "x")).toBe(56.25);
    expect(mark("achieved")?.getAttribute("class")).toContain("light-on-schedule");
    expect(mark("achieved")?.getAttribute("fill")).toBe("currentColor");
  });

  it("hatches what is carried forward", () => {
    const { mark, names } = draw({ achieved: 5, target: 10, light: "behind", isCarriedForward: true }, ends);
    expect(names).toContain("carried");
    expect(names).not.toContain("achieved");
    expect(mark("carried")?.getAttribute("fill")).toMatch(/^url\(#.+\)$/);
  });

  it("puts a dot where nothing was reported, and no bar", () => {
    expect(draw({ target: 10, light: "unreported" }, ends).names).toEqual(["track", "target", "unreported"]);
  });

  it("keeps the last known value of an unreported month, hatched", () => {
    const { names } = draw({ achieved: 4, target: 10, light: "unreported" }, ends);
    expect(names).toEqual(["track", "carried", "target", "unreported"]);
  });

  it("tells a reported zero from no report", () => {
    const { names, number } = draw({ achieved: 0, target: 10, light: "far-behind" }, ends);
    expect(names).toContain("achieved");
    expect(number("achieved", "width")).toBe(0);
    expect(names).not.toContain("unreported");
  });

  it("shows a range's upper end as a second bracket", () => {
    expect(draw({ achieved: 1, target: 4, stretch: 5 }, ends).number("stretch", "x")).toBe(25);
  });

  it("never clips silently: an arrow at the end that the value lies beyond", () => {
    const over = draw({ achieved: 21, target: 15, light: "met" }, ends);
    expect(over.number("achieved", "width")).toBe(100);
    expect(over.number("over", "x")).toBe(100);
    const under = draw({ achieved: -21, target: 15, light: "far-behind" }, { low: -20, high: 20 });
    expect(under.number("under", "x")).toBe(0);
    expect(under.number("achieved", "width")).toBe(50);
  });
});
