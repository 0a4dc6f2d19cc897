/** A briefing of two chains, a headline and two units, small enough to be checked by eye; what a test needs is said there. */

import type { Light } from "@beizeng/db/vocabulary";
import type {
  PrintedBriefing,
  PrintedSubject,
  PrintedTarget,
} from "@beizeng/server/exports/briefing/document-value.ts";

const same = (zh: string) => ({ zh, en: zh });
const figure = (value: number | null, text = value === null ? "—" : String(value)) => ({ value, text });

type Assessed = Partial<PrintedTarget["assessment"]>;

/** A target of 15 firms; `light` with its word. */
export function sampleTarget(
  light: Light,
  word: string,
  assessed: Assessed = {},
  rank: number | null = null,
): PrintedTarget {
  const assessment: PrintedTarget["assessment"] = {
    indicator: "above-scale-firms",
    reading: "new",
    comparator: ">=",
    unit: same("户"),
    achieved: figure(11),
    achievedText: same("11"),
    targetValue: figure(15),
    stretch: null,
    expected: figure(11),
    gap: figure(0),
    completion: figure(73.3, "73.3%"),
    light,
    isCarriedForward: false,
    scopeName: null,
    ...assessed,
  };
  const shortfall = assessment.gap.value !== null && assessment.gap.value > 0 ? assessment.gap : figure(0);
  return { name: same("新增规上企业"), lead: [], lightWord: same(word), shortfall, rank, assessment };
}

/** A subject with its targets. */
export const sampleSubject = (name: string, targets: readonly PrintedTarget[]): PrintedSubject => ({
  subject: { key: name, name: same(name) },
  lead: [],
  lightWord: targets[0]?.lightWord ?? same("—"),
  targets,
});

/** The lights of a target, or of a subject, month by month. */
const lightRow = (
  target: string | null,
  subject: string,
  lights: readonly (Light | null)[],
  corrected: readonly string[] = [],
) => ({ ...{ target, lights, corrected, name: same("新增规上企业") }, subject: { name: same(subject) } });

const unreported: Assessed = {
  achieved: figure(null),
  achievedText: same("未报"),
  gap: figure(null),
  completion: figure(null),
};

/** The sample, with what a test changes of it. */
export function sampleBriefing(changed: Partial<PrintedBriefing> = {}): PrintedBriefing {
  return {
    plan: { issuer: same("某市工信局") },
    month: "2022-09",
    basis: "department",
    edition: { edition: 2, hash: "ab".repeat(32), closedAt: "2022-10-20T02:03:04.000Z" },
    isDemonstration: false,
    today: "2022-10-20",
    title: "关于某市《市场主体倍增工程实施方案》2022年9月进展情况的通报",
    remarks: ["数据截至2022年9月底", "部门填报数据，非统计部门发布数据", "数据版本：2022年9月第2版（abababababab）"],
    sections: [
      {
        key: "overall",
        heading: "总体情况",
        paragraphs: ["截至9月底，全市新增规上企业11户，完成年度目标的73.3%，达到序时进度。"],
      },
      { key: "problems", heading: "存在问题", paragraphs: ["（一）部分产业链滞后", "1.食品加工", "食品加工差3户。"] },
      { key: "next", heading: "下步工作", paragraphs: ["请有关单位抓紧推进。"] },
    ],
    headline: [sampleSubject("总体目标", [sampleTarget("on-schedule", "达序时")])],
    chains: [
      sampleSubject("装备制造", [sampleTarget("on-schedule", "达序时", {}, 1)]),
      sampleSubject("食品加工", [
        sampleTarget(
          "far-behind",
          "严重滞后",
          {
            ...{ achieved: figure(0), achievedText: same("0"), gap: figure(3) },
            ...{ completion: figure(0, "0.0%"), isCarriedForward: true },
          },
          2,
        ),
      ]),
      sampleSubject("康养旅游", [sampleTarget("unreported", "未报", unreported)]),
      sampleSubject("陶瓷", []),
    ],
    tasks: [],
    departments: [
      {
        department: { name: same("市工信局") },
        ...{ rank: 1, rankText: same("1"), composite: figure(73.3, "73.3%"), targets: 3, reported: 3, behind: 1 },
        punctuality: { onTime: 3, late: 0, missing: 0 },
      },
      {
        department: { name: same("市文旅局") },
        ...{ rank: null, rankText: same("未报齐"), composite: figure(null), targets: 1, reported: 0, behind: 0 },
        punctuality: { onTime: 2, late: 0, missing: 1 },
      },
    ],
    reporting: {
      periods: ["2022-03", "2022-06", "2022-09"],
      units: [
        {
          ...{ name: same("市文旅局"), onTime: 2, late: 0, missing: 1 },
          cells: [{ word: same("按时") }, null, { word: same("缺报") }],
        },
      ],
    },
    heatMap: {
      months: ["2022-08", "2022-09"],
      rows: [
        lightRow(null, "装备制造", ["behind", "behind"]),
        lightRow("a", "装备制造", [null, "on-schedule"]),
        lightRow("b", "食品加工", [null, "far-behind"], ["2022-09"]),
        lightRow("c", "康养旅游", [null, "unreported"]),
      ],
    },
    behind: [],
    outlook: { prospects: [], sentence: same("") },
    changes: null,
    reconciliations: [
      {
        ...{ target: "a", subject: "a", name: same("新增规上企业"), horizon: "2022-12", unit: same("户") },
        ...{ targetValue: figure(50), allocated: figure(45), unallocated: figure(5), note: null },
        parts: [{ subject: "b", name: same("装备制造"), value: figure(45) }],
      },
    ],
    corrections: [
      {
        ...{ subject: same("食品加工"), name: same("规上企业"), month: "2022-06", field: same("累计新增") },
        ...{ former: figure(1), now: figure(0), unit: same("户"), reason: "一户重复统计", acceptedOn: "2022-07-20" },
      },
    ],
    ...changed,
  };
}
