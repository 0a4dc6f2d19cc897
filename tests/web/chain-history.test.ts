import { describe, expect, it } from "vitest";
import { historyMarks, monthNumber } from "../../web/src/charts/history-marks.ts";
import { reachOf, scaleOf, sharedScales } from "../../web/src/charts/history-scale.ts";
import { forecastOf, pointOf, targetOf } from "./chain-samples.ts";

const marksOf = (...targets: Parameters<typeof historyMarks>[0]) => historyMarks(targets, null);
const at = monthNumber;

describe("what each month of a history shows", () => {
  it("counts months since year 0, so that December 2021 and January 2022 are one apart", () => {
    expect(at("2022-01")).toBe(24264);
    expect(at("2022-01") - at("2021-12")).toBe(1);
  });

  it("is solid where reported, hollow where its report is missing, a dot where nothing was ever reported", () => {
    const history = [
      pointOf("2022-01", null),
      pointOf("2022-02", 1),
      pointOf("2022-03", 1, { isReported: false, light: "unreported" }),
    ];
    expect(marksOf(targetOf({ history })).points.map(({ kind, value }) => [kind, value])).toEqual([
      ["unreported", null],
      ["reported", 1],
      ["carried", 1],
    ]);
  });

  it("is nothing between two quarterly reports, nor before any report was due", () => {
    const between = { isReported: false, light: "on-schedule" } as const;
    const history = [
      pointOf("2022-01", null, { light: null }),
      pointOf("2022-03", 1),
      pointOf("2022-04", 1, between),
      pointOf("2022-06", 2),
    ];
    expect(marksOf(targetOf({ history })).points.map((point) => point.at)).toEqual([at("2022-03"), at("2022-06")]);
  });

  it("carries the notch of a correction, and knows whether it lies under its schedule", () => {
    const history = [pointOf("2022-03", 1, { isCorrected: true, due: 1.5 }), pointOf("2022-06", 2, { due: 1.5 })];
    const { points } = marksOf(targetOf({ history }));
    expect(points.map(({ isCorrected, isUnderSchedule }) => [isCorrected, isUnderSchedule])).toEqual([
      [true, true],
      [false, false],
    ]);
  });
});

describe("the path of a history", () => {
  it("starts at the origin, is solid between reports and broken where a value is carried", () => {
    const history = [
      pointOf("2022-03", 1),
      pointOf("2022-06", 2),
      pointOf("2022-09", 2, { isReported: false, light: "unreported" }),
      pointOf("2022-12", 4),
    ];
    expect(marksOf(targetOf({ history })).segments).toEqual([
      {
        kind: "actual",
        places: [
          { at: at("2021-12"), value: 0 },
          { at: at("2022-03"), value: 1 },
          { at: at("2022-06"), value: 2 },
        ],
      },
      {
        kind: "carried",
        places: [
          { at: at("2022-06"), value: 2 },
          { at: at("2022-09"), value: 2 },
          { at: at("2022-12"), value: 4 },
        ],
      },
    ]);
  });

  it("has no start where the value at the origin is not known", () => {
    const history = [pointOf("2022-03", 30), pointOf("2022-06", 31)];
    const { segments } = marksOf(targetOf({ history, start: null }));
    expect(segments[0]?.places[0]).toEqual({ at: at("2022-03"), value: 30 });
  });

  it("is drawn once for the horizons of one origin, from the one that runs longest", () => {
    const near = targetOf({ history: [pointOf("2022-12", 3)] });
    const far = targetOf({ deadline: "2025-12", history: [pointOf("2022-12", 3), pointOf("2023-03", 5)] });
    const { points, aims } = marksOf(near, far);
    expect(points.map(({ value }) => value)).toEqual([3, 5]);
    expect(aims.map((aim) => aim.at)).toEqual([at("2022-12"), at("2025-12")]);
  });

  it("is drawn for each year of a yearly quota, each ending at its own deadline", () => {
    const years = [
      targetOf({ key: "a", history: [pointOf("2022-12", 3), pointOf("2023-03", 3)] }),
      targetOf({ key: "b", origin: "2022-12", deadline: "2023-12", history: [pointOf("2023-03", 1)] }),
    ];
    const { points, segments, latest } = marksOf(...years);
    expect(points.map((point) => [point.at, point.value])).toEqual([
      [at("2022-12"), 3],
      [at("2023-03"), 1],
    ]);
    expect(segments).toHaveLength(2);
    expect(latest.map(({ value }) => value)).toEqual([3, 1]);
  });
});

describe("the marks beside the path", () => {
  it("draw the forecast of the target in focus alone", () => {
    const forecast = forecastOf([["2022-09", 1, 1, 1], ["2022-12", 1.5, 1, 3]]); // biome-ignore format: a row a month
    const targets = [targetOf({ key: "a", forecast }), targetOf({ key: "b", forecast })];
    expect(historyMarks(targets, "b").bands.map(({ target }) => target)).toEqual(["b"]);
    expect(historyMarks(targets, null).bands).toEqual([]);
  });

  it("hold the range's upper end, and no month for a standing target", () => {
    expect(marksOf(targetOf({ deadline: null, value: 3, stretch: 5 })).aims).toEqual([
      { target: "chain.firms.new.standing", at: null, value: 3, text: "3", stretch: { value: 5, text: "5" }, isFalling: false, steps: [], isUnderPath: false },
    ]); // biome-ignore format: one mark
  });

  it("step where the target was adjusted, from its origin to its deadline", () => {
    const figure = (value: number) => ({ value, text: `${value}` });
    const inWords = (value: number) => ({ zh: `${value}户`, en: `${value} firms` });
    const adjustment = (from: string, former: number, value: number) => ({
      ...{ from, former: inWords(former), formerValue: figure(former), text: inWords(value), value: figure(value) },
      ...{ reason: "调整", document: null },
    });
    const adjusted = targetOf({ deadline: "2022-12", value: 4 });
    const adjustments = [adjustment("2022-04", 3, 5), adjustment("2022-09", 5, 4)];
    const [aim] = marksOf({ ...adjusted, target: { ...adjusted.target, adjustments } }).aims;
    expect(aim?.steps).toEqual([
      { at: at("2021-12"), value: 3 },
      { at: at("2022-04"), value: 5 },
      { at: at("2022-09"), value: 4 },
      { at: at("2022-12"), value: 4 },
    ]);
  });

  it("know whether the path stands above the target at its deadline, where its figure would cover it", () => {
    const history = [pointOf("2022-09", 1), pointOf("2022-12", 3)];
    const under = (value: number) => marksOf(targetOf({ value, history })).aims[0]?.isUnderPath;
    expect([under(2), under(3), under(4)]).toEqual([true, true, false]);
  });

  it("leave out the schedule of what is not pro-rated", () => {
    expect(marksOf(targetOf({ schedule: [] })).schedules).toEqual([]);
    const schedule = [["2021-12", 0], ["2022-12", 2]] as const; // biome-ignore format: a row a month
    expect(marksOf(targetOf({ schedule })).schedules[0]?.places).toHaveLength(2);
  });
});

describe("the scale of a history", () => {
  it("holds zero, every value and the target, however far the value is from it", () => {
    const history = [pointOf("2022-03", 40), pointOf("2022-06", 42)];
    expect(reachOf(marksOf(targetOf({ value: 80, history, start: null })))).toEqual({ low: 0, high: 80 });
    expect(reachOf(marksOf(targetOf({ value: 3, stretch: 5 })))).toEqual({ low: 0, high: 5 });
    expect(reachOf(marksOf(targetOf({ value: 20, history: [pointOf("2022-03", -4)] }))).low).toBe(-4);
  });

  it("follows a forecast half as far again as what is known, and no further", () => {
    const forecast = (high: number) => forecastOf([["2022-06", 1, 1, 1], ["2022-12", 8, 2, high]]); // biome-ignore format: a row a month
    const reach = (high: number) =>
      reachOf(historyMarks([targetOf({ key: "a", value: 10, forecast: forecast(high) })], "a"));
    expect(reach(12).high).toBe(12);
    expect(reach(90).high).toBe(15);
  });

  it("has round ticks that reach beyond both ends", () => {
    expect(scaleOf({ low: 0, high: 5 }, true)).toEqual({ bottom: 0, top: 6, ticks: [0, 2, 4, 6] });
    expect(scaleOf({ low: 0, high: 733 }, true).ticks).toEqual([0, 200, 400, 600, 800]);
    expect(scaleOf({ low: -4, high: 20 }, true)).toEqual({ bottom: -10, top: 20, ticks: [-10, 0, 10, 20] });
  });

  it("counts whole things in whole steps, and shares in parts", () => {
    expect(scaleOf({ low: 0, high: 2 }, true).ticks).toEqual([0, 1, 2]);
    expect(scaleOf({ low: 0, high: 0.9 }, false).ticks).toEqual([0, 0.5, 1]);
    expect(scaleOf({ low: 0, high: 0 }, true).ticks).toEqual([0, 1]);
  });
});

describe("scales of small multiples", () => {
  const panel = (unit: string, value: number) => ({ unit, isWhole: true, marks: marksOf(targetOf({ value, unit })) });
  const tops = (...panels: ReturnType<typeof panel>[]) => sharedScales(panels).map(({ top }) => top);

  it("are one for panels of one unit", () => {
    expect(tops(panel("户", 80), panel("户", 30))).toEqual([80, 80]);
  });

  it("are two where one would lie flat on the other's, and answer in the order given", () => {
    expect(tops(panel("户", 2), panel("户", 100), panel("户", 5))).toEqual([6, 100, 6]);
  });

  it("are never shared between units", () => {
    expect(tops(panel("户", 4), panel("万吨", 20))).toEqual([4, 20]);
  });
});
