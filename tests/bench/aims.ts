/** What the product aims at, and whether a run reached it. */
import type { Comparison } from "./measure/compare.ts";
import type { QuestionResult, Results, SizeResult } from "./results.ts";

/** One aim beside what was measured; `measured` null where the run left it out. */
export interface Aim {
  readonly aim: string;
  readonly wanted: string;
  readonly measured: number | null;
  readonly unit: string;
  readonly isReached: boolean | null;
}

type Bound = { readonly least: number } | { readonly most: number };

function aim(name: string, bound: Bound, unit: string, measured: number | undefined | null): Aim {
  const wanted = "least" in bound ? `≥ ${bound.least}${unit}` : `≤ ${bound.most}${unit}`;
  if (measured === undefined || measured === null) return { aim: name, wanted, measured: null, unit, isReached: null };
  const isReached = "least" in bound ? measured >= bound.least : measured <= bound.most;
  return { aim: name, wanted, measured, unit, isReached };
}

const ofCounty = (size: SizeResult | undefined) =>
  size?.questions.filter(({ question }) => question !== "headlines") ?? [];

function countyAims(size: SizeResult | undefined): Aim[] {
  return ofCounty(size).flatMap(({ title, afterWrite, cold }) => {
    const both: [string, Comparison | null][] = [
      ["after a write", afterWrite],
      ["plan in memory", cold],
    ];
    return both.flatMap(([state, compared]) => [
      aim(`cold, ${state}: ${title}, over node:http`, { most: 1.5 }, "×", compared?.p50Ratio),
      aim(`ten users, ${state}: ${title}, of node:http's throughput`, { least: 0.6 }, "×", compared?.rateRatio),
    ]);
  });
}

function repeatedAims(size: SizeResult | undefined): Aim[] {
  const lowest = (pick: (question: QuestionResult) => Comparison) => {
    const ratios = ofCounty(size).map((question) => pick(question).rateRatio);
    return ratios.length === 0 ? null : Math.min(...ratios);
  };
  return [
    aim(
      "repeated read, of a bare route's throughput (lowest)",
      { least: 0.8 },
      "×",
      lowest(({ repeated }) => repeated),
    ),
    aim(
      "repeated read, 304, of a bare 304's (lowest)",
      { least: 0.8 },
      "×",
      lowest(({ notModified }) => notModified),
    ),
  ];
}

/** All aims beside what a run measured. */
export function aimsOf({ sizes, countyInNation, quarterEnd, pages }: Results): Aim[] {
  const province = sizes.find(({ size }) => size === "province");
  const nation = sizes.find(({ size }) => size === "nation");
  const headline = (size: SizeResult | undefined) =>
    size?.questions.find(({ question }) => question === "headlines")?.cold.product.p50;
  const statements = sizes.map(({ longest, writes }) => Math.max(longest.statement, writes.longestStatement));
  const overview = pages.find(({ page }) => page === "overview");
  const others = pages.filter(({ page }) => page !== "overview").map(({ beyondFirst }) => beyondFirst);
  return [
    ...repeatedAims(province),
    ...countyAims(province),
    aim(
      "longest statement on the event loop",
      { most: 20 },
      " ms",
      statements.length === 0 ? null : Math.max(...statements),
    ),
    aim("the 117 places, cold", { most: 5 }, " ms", headline(province)),
    aim("the nation's headline, cold", { most: 10 }, " ms", headline(nation)),
    aim("p99 of a county in the nation's file, over its own", { most: 1.3 }, "×", countyInNation?.p99Ratio),
    aim("a durable submission, median", { most: 4 }, " ms", province?.writes.submit.p50),
    aim("its acceptance, median", { most: 4 }, " ms", province?.writes.accept.p50),
    aim("a quarter's end: p99 of handing in", { most: 100 }, " ms", quarterEnd?.submit.p99),
    aim("a quarter's end: p99 of what leaders read", { most: 200 }, " ms", quarterEnd?.read.p99),
    aim("a quarter's end: errors", { most: 0 }, "", quarterEnd?.errors),
    aim("a quarter's end: papers lost or doubled", { most: 0 }, "", quarterEnd && quarterEnd.lost + quarterEnd.doubled),
    aim("a quarter's end: memory of a province's product", { most: 1024 }, " MB", quarterEnd?.megabytes),
    aim("script before 本月研判's headline", { most: 140 }, " KB", overview?.script),
    aim("script of the whole 本月研判 with its charts", { most: 300 }, " KB", overview?.whole),
    aim("script of any other page beyond that", { most: 150 }, " KB", others.length === 0 ? null : Math.max(...others)),
  ];
}
