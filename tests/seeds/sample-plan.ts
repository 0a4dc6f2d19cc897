import type { PlanDocument, Text } from "@beizeng/seeds/plan-types.ts";

function text(zh: string): Text {
  return { zh, en: zh };
}

/**
 * The smallest plan that uses every construction of the format: a headline made of its chains, a group measured by
 * member, a yearly quota, a standing demand, a range, a milestone and a custom curve.
 */
export const samplePlan: PlanDocument = {
  id: "sample-2022",
  title: text("样例方案"),
  documentNumber: null,
  issuer: "office",
  jurisdiction: "100001",
  issuedOn: "2022-05-27",
  calendar: { frequency: "quarter", firstPeriod: "2022-06", dueDay: 10 },
  jurisdictions: [
    { code: "100000", name: text("国"), kind: "nation", parent: null },
    { code: "100001", name: text("市"), kind: "prefecture", parent: "100000" },
  ],
  departments: [
    { id: "office", name: text("市府办"), kind: "government", jurisdiction: "100001" },
    { id: "counties", name: text("各县"), kind: "group", jurisdiction: "100001", members: [{ department: "east" }] },
    { id: "east", name: text("东县"), kind: "government", jurisdiction: "100001" },
    { id: "industry", name: text("工信局"), kind: "bureau", jurisdiction: "100001", aliases: ["工业局"] },
  ],
  indicators: [
    { id: "firms", name: text("规上企业"), unit: text("户"), decimals: 0, isIndivisible: true },
    { id: "share", name: text("占比"), unit: text("%"), decimals: 1, isIndivisible: false },
    { id: "restructured", name: text("改制"), unit: text("项"), decimals: 0, isIndivisible: true },
  ],
  subjects: [
    {
      id: "overall",
      kind: "headline",
      name: text("总体目标"),
      clause: "一",
      measures: [
        {
          indicator: "firms",
          nature: "population",
          opening: { month: "2021-12", value: 50 },
          targets: [
            {
              reading: "new",
              comparator: ">=",
              value: 10,
              deadline: "2022-12",
              hardness: "committed",
              clause: "一",
              curve: "batch",
              madeOf: { kind: "chain", indicator: "firms", reading: "new" },
            },
          ],
        },
      ],
    },
    {
      id: "steel",
      kind: "chain",
      name: text("钢铁"),
      clause: "二（一）",
      assignments: [
        { department: "counties", role: "responsible" },
        { department: "industry", role: "responsible" },
      ],
      measures: [
        {
          indicator: "firms",
          nature: "population",
          targets: [
            {
              reading: "new",
              comparator: "range",
              value: 3,
              stretch: 5,
              deadline: "2022-12",
              hardness: "aspirational",
              clause: "二（一）",
              curve: "custom",
              table: { "2022-06": 40, "2022-12": 100 },
            },
          ],
        },
        {
          indicator: "share",
          nature: "level",
          each: "counties",
          targets: [
            {
              reading: "level",
              comparator: "<=",
              value: 62.5,
              standing: true,
              hardness: "committed",
              clause: "二（一）",
              curve: "none",
            },
          ],
        },
      ],
    },
    { id: "food", kind: "chain", name: text("食品"), clause: "二（二）", measures: [] },
    {
      id: "reform",
      kind: "task",
      name: text("改革"),
      clause: "三",
      assignments: [
        { department: "industry", role: "responsible" },
        { department: "counties", role: "lead" },
      ],
      reporting: "east",
      measures: [
        {
          indicator: "restructured",
          nature: "milestone",
          targets: [
            {
              reading: "done",
              comparator: "=",
              value: 1,
              deadline: "2022-06",
              hardness: "committed",
              clause: "三",
              curve: "none",
            },
          ],
        },
        {
          indicator: "firms",
          nature: "tally",
          targets: [
            {
              reading: "cumulative",
              comparator: "=",
              value: 4,
              yearly: { from: 2022, to: 2024 },
              hardness: "committed",
              clause: "三",
              curve: "linear",
            },
          ],
        },
      ],
    },
  ],
  incentives: [
    {
      id: "reward",
      clause: "四",
      trigger: text("首次上规"),
      form: "lump-sum",
      amounts: [{ value: 20, unit: text("万元") }],
      departments: ["industry"],
    },
  ],
};

/** The sample as parsed JSON with one place, given as a JSON Pointer, replaced; undefined takes the member away. */
export function sampleWith(pointer: string, value: unknown): unknown {
  const changed = replaceAt(samplePlan, pointer.split("/").slice(1), value);
  return JSON.parse(JSON.stringify(changed));
}

function replaceAt(node: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(node)) {
    const copy: unknown[] = [...node];
    copy[Number(key)] = replaceAt(copy[Number(key)], rest, value);
    return copy;
  }
  const members = new Map<string, unknown>(Object.entries(node ?? {}));
  members.set(key, replaceAt(members.get(key), rest, value));
  return Object.fromEntries(members);
}
