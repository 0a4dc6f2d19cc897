/** Units at a month as the pages meet them, with what a test does not speak of filled in. */
import type {
  DepartmentHistories,
  DepartmentHistory,
  DepartmentProgress,
  Departments,
  LightCounts,
} from "../../web/src/api/types.ts";
import { plan, quotation } from "./opened-page.tsx";
import { assessmentOf, subjectOf } from "./samples.ts";

/** Lights of which none is lit but those given. */
const countsOf = (parts: Partial<LightCounts>): LightCounts => ({
  met: 0,
  "on-schedule": 0,
  behind: 0,
  "far-behind": 0,
  missed: 0,
  unreported: 0,
  "not-due": 0,
  none: 0,
  ...parts,
});

/** A unit by key and name, everything due reported, composite 50 %. */
const unitOf = (key: string, name: string, parts: Partial<DepartmentProgress> = {}): DepartmentProgress => ({
  department: { key, name: { zh: name, en: key }, kind: "bureau", members: [] },
  rank: 1,
  composite: { value: 0.5, text: "50.0%" },
  counted: 2,
  reported: 2,
  targets: 2,
  sums: [],
  lights: countsOf({ "on-schedule": 2 }),
  punctuality: { onTime: 3, late: 0, missing: 0 },
  byMember: [],
  cells: [],
  assessments: ["food.firms"],
  ...parts,
});

const food = subjectOf("food", "食品加工");
const silk = subjectOf("silk", "潞绸文化");
export const industry = unitOf("industry", "市工信局", {
  rank: 2,
  composite: { value: 0.4, text: "40.0%" },
  byMember: [],
  cells: [
    { subject: "food", role: "lead", light: "far-behind", targets: 3 },
    { subject: "silk", role: "responsible", light: "met", targets: 1 },
  ],
  lights: countsOf({ "far-behind": 1, met: 2, behind: 1 }),
  sums: [
    {
      indicator: "firms",
      indicatorName: { zh: "规上企业", en: "above-scale enterprises" },
      reading: "new",
      unit: { zh: "户", en: "firms" },
      achieved: { value: 5, text: "5" },
      target: { value: 8, text: "8" },
      completion: { value: 0.625, text: "62.5%" },
      targets: 2,
      reported: 2,
    },
  ],
});
const culture = unitOf("culture", "市文旅局", {
  composite: { value: 0.6, text: "60.0%" },
  byMember: [],
  cells: [{ subject: "silk", role: "responsible", light: null, targets: 1 }],
});
const finance = unitOf("finance", "市财政局", {
  rank: null,
  counted: 1,
  reported: 1,
  composite: { value: 0.9, text: "90.0%" },
  punctuality: { onTime: 1, late: 1, missing: 1 },
});

/** Three units: one ranked first, one second, one that has not reported all. */
export const departmentsOf = (parts: Partial<Departments> = {}): Departments => ({
  plan,
  quotation,
  horizon: "2022-12",
  attribution: "full",
  departments: [finance, industry, culture],
  subjects: [food, silk],
  withoutLead: [silk],
  assessments: [
    assessmentOf({
      ...{ target: "food.firms", subject: "food", light: "far-behind" },
      ...{ isCorrected: true, correctedFrom: { value: 12, text: "12" } },
    }),
  ],
  ...parts,
});

/** A unit over two months, of which the second has no report, jointly responsible for one subject and alone for another. */
export const historyOf = (key: string, name: string, parts: Partial<DepartmentHistory> = {}): DepartmentHistory => {
  const figures = { counted: 2, reported: 2, targets: 2, lights: countsOf({ behind: 1, met: 1 }) };
  const composite = { value: 0.4, text: "40.0%" };
  return {
    department: { key, name: { zh: name, en: key }, kind: "bureau", members: [] },
    standings: (["full", "shared", "lead"] as const).map((attribution) => ({ attribution, composite, ...figures })),
    months: [
      { month: "2022-06", composite, ...figures },
      { month: "2022-09", ...figures, composite: { value: null, text: "—" }, lights: countsOf({ unreported: 2 }) },
    ],
    periods: [
      { period: "2022-06", punctuality: "late", dueOn: "2022-07-10", submittedOn: "2022-07-12" },
      { period: "2022-09", punctuality: "missing", dueOn: "2022-10-10", submittedOn: null },
    ],
    punctuality: { onTime: 0, late: 1, missing: 1 },
    subjects: [
      {
        ...{ subject: food, role: "responsible", isReporting: true, isImplied: false, targets: 1, light: "behind" },
        others: [
          {
            ...{
              department: "commerce",
              name: { zh: "市商务局", en: "Commerce" },
              kind: "bureau",
              role: "responsible",
            },
            ...{ isReporting: false, isImplied: false },
          },
        ],
        hasLead: false,
      },
      {
        ...{ subject: silk, role: "responsible", isReporting: false, isImplied: true, targets: 0, light: null },
        ...{ others: [], hasLead: false },
      },
    ],
    alone: 1,
    joint: 1,
    sentence: { zh: `${name}单独负责1个事项。`, en: `${key} answers for 1 subject alone.` },
    ...parts,
  };
};

/** The answer about units over the months. */
export const historiesOf = (...units: readonly DepartmentHistory[]): DepartmentHistories => ({
  ...{ plan, quotation, horizon: "2022-12", attribution: "full" },
  units: [...units],
  sentence: { zh: "最高的是市工信局。", en: "The industry bureau is first." },
});
