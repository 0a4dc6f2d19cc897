import {
  insertAuditRow,
  insertObservation,
  insertPlan,
  inTransaction,
  type NewObservation,
  nextRevision,
  type PlanContent,
  type Transaction,
} from "@beizeng/db";
import type { TestStore } from "../helpers/store.ts";

const text = (zh: string) => ({ zh, en: `${zh} in English` });
const isImplied = false;

/** A small plan that uses every kind of thing a plan can hold. */
export function samplePlan(id = "sample-2022"): PlanContent {
  return {
    id,
    title: text("倍增方案"),
    documentNumber: "样发〔2022〕1号",
    issuer: "sample-bureau",
    jurisdiction: "140581",
    marketEntityWord: "市场主体",
    issuedOn: "2022-04-01",
    publishedOn: null,
    effectiveFrom: "2022-04-01",
    expiresOn: null,
    calendar: { frequency: "quarter", firstPeriod: "2022-03", dueDay: 10, reason: text("按季调度") },
    lightRules: [
      { from: "2023-01", mode: "ratio", tolerancePercent: 15, isInclusive: false },
      { from: "2022-01", mode: "points", tolerancePercent: 20, isInclusive: true },
    ],
    entryCalendar: [0, 10, 15, 20, 25, 30, 35, 40, 45, 50, 75, 100],
    // The county before its parent: the order of a document need not be that of the tree.
    jurisdictions: [
      place("140581", "county", "140500"),
      place("140500", "prefecture", "140000"),
      place("140000", "province", "100000"),
      place("100000", "nation", null),
    ],
    departments: [
      { ...department("sample-group", "group"), members: [{ department: "sample-zone", from: "2022-01", to: null }] },
      { ...department("sample-bureau", "bureau"), aliases: ["市工信局", "工信局"] },
      department("sample-zone", "zone"),
    ],
    indicators: [
      indicator("above-scale-enterprises", "户", 0, true),
      { ...indicator("output", "亿元", 2, false), definition: text("全年产值") },
    ],
    subjects: [
      {
        ...subject("headline", "headline"),
        assignments: [{ department: "sample-bureau", role: "responsible", isImplied: true }],
      },
      {
        ...subject("energy", "chain"),
        park: text("能源园区"),
        leadEnterprise: text("甲公司、乙公司"),
        directions: [text("煤层气"), text("光伏")],
        assignments: [
          { department: "sample-zone", role: "lead", isImplied },
          { department: "sample-bureau", role: "responsible", isImplied },
        ],
        reporting: "sample-zone",
      },
    ],
    measures: [
      {
        ...measure("headline", "above-scale-enterprises", "population"),
        opening: { month: "2021-12", value: { digits: 588, decimals: 0 }, implied: null },
      },
      { ...measure("energy", "above-scale-enterprises", "population"), reporting: "sample-zone" },
      {
        ...measure("energy", "output", "yearly-flow"),
        key: "energy.output.coal-bed-gas",
        scope: { id: "coal-bed-gas", kind: "product", name: text("煤层气") },
        opening: { month: "2021-12", value: { digits: 125, decimals: 1 }, implied: text("由增幅推得") },
      },
    ],
    targets: [
      {
        ...target("headline.above-scale-enterprises", "new", "2022-12", { digits: 145, decimals: 0 }),
        madeOf: { note: text("口径不同"), parts: ["energy.above-scale-enterprises.new.2022-12"] },
      },
      {
        ...target("energy.above-scale-enterprises", "new", "2022-12", { digits: 3, decimals: 0 }),
        comparator: "range",
        stretch: { digits: 5, decimals: 0 },
        curve: "custom",
        table: [{ month: "2022-06", percent: { digits: 125, decimals: 1 } }],
      },
      {
        ...target("energy.output.coal-bed-gas", "level", "2025-12", { digits: 4050, decimals: 2 }),
        hardness: "aspirational",
        ambiguous: text("未写明年份"),
        implied: text("由总数推得"),
      },
      { ...target("energy.output.coal-bed-gas", "growth", null, { digits: 68, decimals: 1 }), comparator: ">" },
    ],
    incentives: [{ id: "first-entry" }],
  };
}

function place(code: string, kind: PlanContent["jurisdictions"][number]["kind"], parent: string | null) {
  return { code, name: text(code), kind, parent, validFrom: null, validTo: null };
}

function department(id: string, kind: PlanContent["departments"][number]["kind"]): PlanContent["departments"][number] {
  return { id, name: text(id), kind, jurisdiction: "140581", aliases: [], members: [], membersAreComplete: true };
}

function indicator(id: string, unit: string, decimals: number, isIndivisible: boolean) {
  return { id, name: text(id), unit: text(unit), decimals, isIndivisible, definition: null };
}

function subject(id: string, kind: PlanContent["subjects"][number]["kind"]): PlanContent["subjects"][number] {
  const nothing = { park: null, leadEnterprise: null, directions: [], assignments: [] };
  return { id, kind, name: text(id), clause: "二（一）", ...nothing, reporting: "sample-bureau" };
}

function measure(subjectId: string, indicatorId: string, nature: PlanContent["measures"][number]["nature"]) {
  const key = `${subjectId}.${indicatorId}`;
  const nothing = { scope: null, opening: null };
  return { key, subject: subjectId, indicator: indicatorId, nature, ...nothing, reporting: "sample-bureau" };
}

function target(
  measureKey: string,
  reading: PlanContent["targets"][number]["reading"],
  deadline: string | null,
  value: { digits: number; decimals: number },
): PlanContent["targets"][number] {
  const horizon = deadline ?? "standing";
  return {
    key: `${measureKey}.${reading}.${horizon}`,
    measure: measureKey,
    reading,
    horizon,
    comparator: ">=",
    value,
    stretch: null,
    direction: "rising",
    origin: "2021-12",
    deadline,
    isYearly: false,
    hardness: "committed",
    clause: "二（一）",
    curve: "linear",
    table: [],
    ambiguous: null,
    implied: null,
    madeOf: null,
  };
}

/** One accepted write with its revision and audit row, at the store's own time. */
export function accept<Answer>(
  { store, clock }: Pick<TestStore, "store" | "clock">,
  write: (transaction: Transaction, revision: number) => Promise<Answer>,
  action = "test",
): Promise<Answer> {
  return inTransaction(store, async (transaction) => {
    const at = clock.now();
    const revision = await nextRevision(transaction, action, at);
    const answer = await write(transaction, revision);
    const actor = { actor: "li", actorRole: "reporter" as const };
    await insertAuditRow(transaction, { revision, at, ...actor, action, entity: "test:1", payload: { 备注: action } });
    return answer;
  });
}

/** Stores the sample plan and answers its id. */
export function loadSample(test: TestStore, content = samplePlan()): Promise<number> {
  return accept(test, (transaction, revision) =>
    insertPlan(transaction, content, {
      contentHash: "f".repeat(64),
      revision,
      actor: "system",
      knownAt: "2022-03-31T16:00:00.000Z",
    }),
  );
}

/** An observation with the given values, known at the store's own time. */
export function observe(
  test: TestStore,
  values: Pick<NewObservation, "measureId" | "month"> & Partial<NewObservation>,
): Promise<void> {
  const knownAt = test.clock.now();
  return accept(test, (transaction, revision) =>
    insertObservation(transaction, {
      basis: "department",
      ...{ entries: null, exits: null, stock: null, amount: null, doneOn: null, submissionId: null },
      ...{ reportedBy: "li", reportedAt: knownAt, acceptedBy: "wang", knownAt, revision },
      ...{ corrects: null, reason: null, note: null },
      ...values,
    }),
  );
}
