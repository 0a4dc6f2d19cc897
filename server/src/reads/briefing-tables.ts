/** The tables of a briefing that stand beside its targets: lights, units, reporting, the heat map. */
import { type Basis, type Light, lights as lightsInOrder } from "@beizeng/db/vocabulary";
import type {
  BriefingDepartment,
  BriefingHeatMap,
  BriefingReporting,
  LightShare,
  OwingUnit,
} from "../contract/briefing.ts";
import type { Departments } from "../contract/departments.ts";
import type { LightRow } from "../contract/lights.ts";
import type { Progress } from "../contract/progress.ts";
import type { Reporting } from "../contract/reporting.ts";
import { punctualityWords, unrankedWords } from "../domain/briefing-words.ts";
import { absent } from "../domain/figures.ts";
import { fractionOf } from "../domain/fraction.ts";
import type { Month } from "../domain/month.ts";
import { lightWord, readingName } from "../domain/words.ts";
import { shownShare } from "../plans/shown-figure.ts";
import { punctualityCounts } from "./reporting-record.ts";

/** How many stand at each light, those at which something stands, in the order of the vocabulary; without a light last. */
export function lightShares(lights: readonly (Light | null)[], basis: Basis): { total: number; rows: LightShare[] } {
  const total = lights.length;
  const rows = [...lightsInOrder, null].flatMap((light) => {
    const count = lights.filter((each) => each === light).length;
    if (count === 0) return [];
    const word = light === null ? { zh: "未亮灯", en: "without a light" } : lightWord(light, basis);
    return [{ light, word, count, share: shownShare(fractionOf(BigInt(count), BigInt(total))) }];
  });
  return { total, rows };
}

const noRank = { zh: absent, en: absent };

/** The units in the order of their ranks; those without one behind, in the order of the document. */
export function briefingDepartments({ departments }: Departments, basis: Basis): BriefingDepartment[] {
  const last = departments.length + 1;
  return departments
    .map(
      ({
        department: { key, name, kind },
        rank,
        composite,
        counted,
        reported,
        targets,
        lights,
        sums,
        punctuality,
      }) => ({
        department: { key, name, kind },
        rank,
        rankText:
          rank !== null ? { zh: String(rank), en: String(rank) } : reported < targets ? unrankedWords[basis] : noRank,
        ...{ composite, counted, reported, targets, lights },
        behind: lights.behind + lights["far-behind"] + lights.missed,
        ...{ sums, punctuality },
      }),
    )
    .sort((left, right) => (left.rank ?? last) - (right.rank ?? last));
}

/** The reporting record with its words. */
export function briefingReporting({ periods, units, reported, total }: Reporting): BriefingReporting {
  return {
    periods,
    units: units.map(({ department, name, cells }) => ({
      ...{ department, name },
      ...punctualityCounts(cells),
      cells: periods.map((period) => {
        const cell = cells.find((each) => each.period === period);
        return cell === undefined ? null : { cell, word: punctualityWords[cell.punctuality] };
      }),
    })),
    latestPeriod: periods.at(-1) ?? null,
    reported,
    asked: total,
  };
}

/** The units that owe figures, of most targets first. */
export function owingUnits(unreported: Progress["unreported"]): OwingUnit[] {
  const owing = new Map<string, OwingUnit>();
  for (const { reportingUnit } of unreported) {
    const targets = (owing.get(reportingUnit.zh)?.targets ?? 0) + 1;
    owing.set(reportingUnit.zh, { name: reportingUnit, targets });
  }
  return [...owing.values()].sort((left, right) => right.targets - left.targets);
}

/** The lights up to a month, each row by its name. */
export function briefingHeatMap(months: readonly Month[], rows: readonly LightRow[], month: Month): BriefingHeatMap {
  const shown = months.filter((each) => each <= month);
  return {
    months: shown,
    rows: rows.map(({ subject, target, indicatorName, scopeName, reading, lights, corrected }) => {
      const counted = indicatorName === null || reading === null ? null : readingName(reading, indicatorName);
      const name =
        counted === null || scopeName === null
          ? (counted ?? subject.name)
          : { zh: `${counted.zh}（${scopeName.zh}）`, en: `${counted.en} (${scopeName.en})` };
      return { subject, target, name, lights: lights.slice(0, shown.length), corrected };
    }),
  };
}
