import type { ReportLine } from "@beizeng/server/actions/report-lines.ts";
import { chainCount } from "../generator/county-plan.ts";
import { indicatorKeys, type Reported, reportedAt } from "../generator/figures.ts";

/** Decimals of the indicators, by their place. */
const decimals = [0, 0, 2, 0];

function typed(digits: number | null, places: number): string | undefined {
  return digits === null ? undefined : (digits / 10 ** places).toFixed(places);
}

function lineOf(chain: number, place: number, { entries, exits, amount }: Reported): ReportLine {
  const places = decimals[place] ?? 0;
  const values = { entries: typed(entries, places), exits: typed(exits, places), amount: typed(amount, places) };
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  // Whatever the checks ask a word for, here it is.
  return {
    measure: `chain-${chain}.${indicatorKeys[place]}`,
    reason: "按实际完成情况填报",
    ...Object.fromEntries(known),
  };
}

/** What a county's bureau types for the n-th month: its 40 values. */
export function reportLines(county: number, n: number): readonly ReportLine[] {
  return Array.from({ length: chainCount }, (_, chain) =>
    reportedAt(county, chain, n).map((reported, place) => lineOf(chain, place, reported)),
  ).flat();
}
