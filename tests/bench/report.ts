/** A run's results as text: the aims first, then what was measured, ratios before absolutes. */
import { type Aim, aimsOf } from "./aims.ts";
import type { Comparison } from "./measure/compare.ts";
import { clerkCount, leaderCount, quarterEndSeconds } from "./measure/quarter-end.ts";
import type { QuestionResult, Results, SizeResult } from "./results.ts";

type Cells = readonly (string | number)[];

const figure = (value: number, places = 2) => (value >= 100 ? value.toFixed(0) : value.toFixed(places));

function table(head: Cells, rows: readonly Cells[]): string {
  const line = (cells: Cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const mark = ({ isReached }: Aim) => (isReached === null ? "– not run" : isReached ? "✓ reached" : "✗ missed");

function aimTable(results: Results): string {
  const rows = aimsOf(results).map((each) => {
    const measured = each.measured === null ? "—" : `${figure(each.measured)}${each.unit}`;
    return [each.aim, each.wanted, measured, mark(each)];
  });
  return table(["aim", "wanted", "measured", ""], rows);
}

function compared(name: string, state: string, other: string, comparison: Comparison): Cells {
  const { product, rateRatio, cpuRatio, p50Ratio, bytes } = comparison;
  const ratios = [rateRatio, p50Ratio, cpuRatio].map((ratio) => `${figure(ratio)}×`);
  const own = [product.rate.toFixed(0), figure(product.p50), figure(product.p99), figure(product.cpu / 1000)];
  const theirs = [comparison.other.rate.toFixed(0), figure(comparison.other.p50), figure(comparison.other.p99)];
  return [
    name,
    state,
    other,
    ...ratios,
    ...own,
    ...theirs,
    `${figure(bytes.product / 1000, 1)} / ${figure(bytes.other / 1000, 1)}`,
  ];
}

function questionRows({ title, afterWrite, cold, repeated, notModified }: QuestionResult): Cells[] {
  return [
    ...(afterWrite === null ? [] : [compared(title, "cold, after a write", "node:http", afterWrite)]),
    compared(title, "cold", "node:http", cold),
    compared(title, "repeated", "bare route", repeated),
    compared(title, "repeated, 304", "bare route", notModified),
  ];
}

const heads = [
  ...["question", "state", "beside", "req/s ratio", "p50 ratio", "CPU ratio"],
  ...["req/s", "p50 ms", "p99 ms", "CPU ms", "its req/s", "its p50", "its p99", "KB"],
];

function sizeText({
  size,
  counties,
  observations,
  megabytes,
  secondsToMake,
  questions,
  longest,
  writes,
}: SizeResult): string {
  const made = secondsToMake === null ? "made by an earlier run" : `made in ${figure(secondsToMake, 0)} s`;
  const statements = questions.map(({ title, statements: milliseconds }) => `${title} ${figure(milliseconds)} ms`);
  const writing = (["submit", "accept", "plain", "sync"] as const).map((name) => [
    name,
    figure(writes[name].p50),
    figure(writes[name].p99),
  ]);
  return [
    `### ${size}: ${counties} ${counties === 1 ? "county" : "counties"}, ${observations.toLocaleString("en")} observations, ${figure(megabytes, 0)} MB (${made})`,
    table(heads, questions.flatMap(questionRows)),
    `Statements alone, in process, median: ${statements.join("; ")}.`,
    `Longest statement of all questions ${figure(longest.statement)} ms (event loop held up at most ${figure(longest.eventLoop)} ms), of all writes ${figure(writes.longestStatement)} ms.`,
    table(["40 values, durable", "p50 ms", "p99 ms"], writing),
  ].join("\n\n");
}

function pageTable({ pages }: Results): string {
  const rows = pages.map(({ page, script, whole, beyondFirst, style }) => [
    page,
    ...[script, whole, beyondFirst, style].map((kilobytes) => kilobytes.toFixed(1)),
  ]);
  return table(
    ["page", "script before it is painted, KB", "all its script, KB", "beyond 本月研判's first, KB", "style, KB"],
    rows,
  );
}

const both = ({ p50, p99 }: { readonly p50: number; readonly p99: number }) =>
  `p50 ${figure(p50)} ms, p99 ${figure(p99)} ms`;

/** The whole report in Markdown. */
export function reportOf(results: Results): string {
  const { machine, seconds, sizes, countyInNation, quarterEnd } = results;
  const { cores, processor, memoryGigabytes, node, sqlite, load } = machine;
  const place = `${cores} cores shared (${processor}), ${memoryGigabytes} GB, Node ${node}, SQLite ${sqlite}; load average ${load[0].toFixed(1)} before, ${load[1].toFixed(1)} after; ${seconds.toFixed(0)} s.`;
  const within =
    countyInNation === null
      ? []
      : [
          `One county in the nation's file over the same in its own: p50 ${figure(countyInNation.p50Ratio)}× (${figure(countyInNation.nation.p50)} / ${figure(countyInNation.own.p50)} ms), p99 ${figure(countyInNation.p99Ratio)}× (${figure(countyInNation.nation.p99)} / ${figure(countyInNation.own.p99)} ms).`,
        ];
  const handedIn =
    quarterEnd === null
      ? []
      : [
          `${clerkCount} clerks of a province who begin within ${quarterEndSeconds} s, ten lines each, while ${leaderCount} leaders read: handing in ${both(quarterEnd.submit)}; keeping a line ${both(quarterEnd.save)}; ${quarterEnd.read.count} answers to leaders ${both(quarterEnd.read)}; errors ${quarterEnd.errors}, lost ${quarterEnd.lost}, doubled ${quarterEnd.doubled}; memory at most ${figure(quarterEnd.megabytes, 0)} MB.`,
        ];
  return [
    place,
    aimTable(results),
    ...sizes.map(sizeText),
    ...within,
    ...handedIn,
    ...(results.pages.length === 0 ? [] : ["### Pages, gzipped", pageTable(results)]),
  ].join("\n\n");
}
