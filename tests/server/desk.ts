/** A desk at which everything is done that changes figures, drawn at random: reports, reviews, corrections, revisions. */
import type { Store } from "@beizeng/db";
import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import type { Actor } from "@beizeng/server/actions/actor.ts";
import { addAlias } from "@beizeng/server/actions/add-alias.ts";
import { addMeasure } from "@beizeng/server/actions/add-measure.ts";
import { addSubject } from "@beizeng/server/actions/add-subject.ts";
import { askReopening } from "@beizeng/server/actions/ask-reopening.ts";
import { assignUnit } from "@beizeng/server/actions/assign-unit.ts";
import { closeMonth } from "@beizeng/server/actions/close-month.ts";
import { correctObservation } from "@beizeng/server/actions/correct-observation.ts";
import { grantExtension } from "@beizeng/server/actions/grant-extension.ts";
import { reopenMonth } from "@beizeng/server/actions/reopen-month.ts";
import type { ReportLine } from "@beizeng/server/actions/report-lines.ts";
import { returnSubmission } from "@beizeng/server/actions/return-submission.ts";
import { reviseTarget } from "@beizeng/server/actions/revise-target.ts";
import { addAppraisalRule } from "@beizeng/server/actions/set-appraisal.ts";
import { addEntryCalendar, addLightRule } from "@beizeng/server/actions/set-judging.ts";
import { submitReport } from "@beizeng/server/actions/submit-report.ts";
import fc from "fast-check";
import { reporter, reviewer } from "./reports.ts";

/** The plans that are worked on. */
export const plans = ["sample-2022", "other-2022"] as const;

/** What 工信局 and 商务局 report, by figure; what is growing stands in the first plan alone, and has a base. */
const measures = {
  industry: [
    ["steel.above-scale-enterprises", "entries"],
    ["steel.output", "amount"],
    ["growing.above-scale-enterprises", "stock"],
    ["growing.output", "amount"],
  ],
  commerce: [["food.above-scale-enterprises", "entries"]],
} as const;

/** Whose paper of which month. */
type Paper = {
  plan: (typeof plans)[number];
  unit: keyof typeof measures;
  period: string;
};
type Figures = readonly (number | null)[];
/** What can be done. */
export type Step =
  | ({ kind: "report" | "confirm"; figures: Figures } & Paper)
  | { kind: "accept" | "return"; which: number }
  | { kind: "correct"; which: number; figures: Figures }
  | { kind: "revise"; plan: Paper["plan"]; value: number }
  | { kind: "close" | "extend"; plan: Paper["plan"]; month: string }
  | { kind: "reopen"; plan: Paper["plan"]; month: string; isGranted: boolean }
  | { kind: "edit"; plan: Paper["plan"]; subject: "food" | "service"; from: string };

/** One digit and rising with the months, so that few papers are refused; a figure may be blank. */
const figures = fc.array(fc.option(fc.integer({ min: 0, max: 3 }), { freq: 5 }), { minLength: 4, maxLength: 4 });
const plan = fc.constantFrom(...plans);
const month = fc.constantFrom("2022-03", "2022-06", "2022-09");
/** One thing that is done, drawn at random. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom("report", "report", "report", "confirm"),
      plan,
      unit: fc.constantFrom("industry", "industry", "commerce"),
      period: fc.constantFrom("2021-12", "2022-03", "2022-06", "2022-09"),
      figures,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constantFrom("accept", "accept", "accept", "return"), which: fc.nat(99) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("correct"), which: fc.nat(99), figures }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("revise"), plan, value: fc.integer({ min: 5, max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("close", "extend"), plan, month }) },
  // Mostly opened again, so that papers are not refused for long.
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("reopen"), plan, month, isGranted: fc.constantFrom(true, true, false) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("edit"),
      plan,
      subject: fc.constantFrom("food", "service"),
      from: fc.constantFrom("2022-04", "2022-08"),
    }),
  },
);

function linesOf({ plan, unit, period }: Paper, typed: Figures): ReportLine[] {
  const isBase = period === "2021-12";
  return measures[unit].flatMap(([measure, field], place): ReportLine[] => {
    const isGrowing = measure.startsWith("growing");
    const figure = typed[place];
    if (figure === null || figure === undefined || (isGrowing ? plan !== "sample-2022" : isBase)) return [];
    return [{ measure, [field]: String(figure + 1 + Number(period.slice(5)) / 3), reason: "已核实" }];
  });
}

/** The ledger of one sequence: papers waiting for review, those accepted, and how many of each kind were. */
export type Desk = {
  store: Store;
  open: { id: number; kind: string; paper: Paper }[];
  accepted: Paper[];
  counts: Map<string, number>;
};

async function review({ store, open, accepted, counts }: Desk, kind: "accept" | "return", which: number, now: string) {
  const [paper] = open.splice(which % Math.max(open.length, 1), 1);
  if (paper === undefined) return;
  const request = { actor: reviewer, now, submission: paper.id };
  if (kind === "return") {
    // Every other return says what is to be mended, line by line.
    const [first] = linesOf(paper.paper, [1, 1, 1, 1]);
    const lines = first === undefined || which % 2 === 0 ? [] : [{ measure: first.measure, reason: "请附证明 " }];
    const { ok } = await returnSubmission(store, { ...request, reason: "请核对", lines });
    if (!ok) await returnSubmission(store, { ...request, reason: "请核对" });
  } else if ((await acceptSubmission(store, request)).ok) {
    const said = paper.paper.period === "2021-12" ? "base" : paper.kind;
    counts.set(said, (counts.get(said) ?? 0) + 1);
    if (paper.kind === "report") accepted.push(paper.paper);
  }
}

async function handIn(
  { store, open }: Desk,
  kind: "report" | "confirm" | "correct",
  paper: Paper,
  typed: Figures,
  now: string,
) {
  const { plan, unit, period } = paper;
  const department = plan === "sample-2022" ? unit : `${plan}-${unit}`;
  const request = { actor: reporter(department), now, plan, department, period, lines: linesOf(paper, typed) };
  const bureau = { ...request.actor, id: "bureau", role: "statistics" as const };
  const answer =
    kind === "correct"
      ? await correctObservation(store, { ...request, reason: "核减" })
      : await submitReport(
          store,
          kind === "confirm" ? { ...request, actor: bureau, basis: "statistics", reason: "核对台账" } : request,
        );
  if (answer.ok) open.push({ id: answer.value.submission, kind, paper });
}

async function actOnMonth(
  { store }: Desk,
  drawn: Extract<Step, { kind: "close" | "extend" | "reopen" }>,
  now: string,
): Promise<void> {
  const { plan, month } = drawn;
  const step = { actor: reviewer, now, plan, month, reason: "按期结账" };
  if ("isGranted" in drawn) {
    await askReopening(store, step);
    await reopenMonth(store, { ...step, isGranted: drawn.isGranted });
  } else if (drawn.kind === "close") {
    await closeMonth(store, step);
  } else {
    const department = month === "2022-06" ? null : plan === "sample-2022" ? "commerce" : `${plan}-commerce`;
    await grantExtension(store, { ...step, period: month, department, dueOn: "2023-02-01" });
  }
}

/** Adds a chain with a measure that counts towards the headline; there is one of a name. */
async function addChain(
  { store }: Desk,
  said: { actor: Actor; now: string; plan: string; key: string; reason: string; from: string },
  id: string,
  unit: string,
): Promise<void> {
  const chain = { kind: "chain", id, name: { zh: id }, units: [{ unit, role: "lead" }] } as const;
  await addSubject(store, { ...said, key: `${said.key} subject`, ...chain });
  const target = {
    reading: "new",
    comparator: ">=",
    value: "2",
    deadline: "2022-12",
    hardness: "committed",
    clause: "一",
    partOf: "headline.above-scale-enterprises.new.2022-12",
  } as const;
  const measure = { indicator: "above-scale-enterprises", nature: "population", targets: [target] } as const;
  await addMeasure(store, { ...said, key: `${said.key} measure`, subject: id, ...measure });
}

/** Another rule and another calendar, in turn, so that each differs from the one in force. */
async function judgeOtherwise(
  { store }: Desk,
  said: { actor: Actor; now: string; plan: string; key: string; reason: string; from: string },
): Promise<void> {
  const percent = Number(said.now.slice(15, 16));
  const rule = { mode: "ratio", tolerancePercent: percent, isInclusive: percent % 2 === 0 } as const;
  await addLightRule(store, { ...said, key: `${said.key} rule`, ...rule });
  const monthlyPercent = [0, percent, 20, 25, 30, 35, 40, 45, 50, 60, 80, 100];
  await addEntryCalendar(store, { ...said, key: `${said.key} calendar`, monthlyPercent });
  const appraised = [
    { indicator: "output", method: "against-base", fullMarks: String(percent + 1), base: "2.5" },
    { indicator: "resolution-rate", method: "by-rank", fullMarks: "20", stepMarks: "1.5" },
  ] as const;
  const units = ["government", "industry"].map((unit) => (said.plan === "other-2022" ? `other-2022-${unit}` : unit));
  await addAppraisalRule(store, {
    ...{ ...said, key: `${said.key} appraisal`, subject: "service", units, indicators: appraised },
  });
}

/** Does one thing at an instant; what the rules refuse is left undone. */
export async function act(desk: Desk, drawn: Step, now: string): Promise<void> {
  switch (drawn.kind) {
    case "accept":
    case "return":
      return review(desk, drawn.kind, drawn.which, now);
    case "correct": {
      const paper = desk.accepted[drawn.which % Math.max(desk.accepted.length, 1)];
      return paper === undefined ? undefined : handIn(desk, "correct", paper, drawn.figures, now);
    }
    case "revise": {
      const target = "steel.above-scale-enterprises.new.2022-12";
      const said = { from: "2022-07", value: String(drawn.value), reason: "调整", document: "样发〔2022〕9号" };
      await reviseTarget(desk.store, { actor: reviewer, now, plan: drawn.plan, target, ...said });
      return;
    }
    case "close":
    case "extend":
    case "reopen":
      return actOnMonth(desk, drawn, now);
    case "edit": {
      const { plan: edited, subject, from } = drawn;
      const unit = edited === "sample-2022" ? "industry" : `${edited}-industry`;
      const said = { actor: reviewer, now, plan: edited, key: now, reason: "分工调整" };
      await addAlias(desk.store, { ...said, key: `${now} alias`, unit, alias: `工信局${subject}${from}` });
      await assignUnit(desk.store, { ...said, subject, unit, role: "responsible", from });
      await addChain(desk, { ...said, from }, `${subject}-of-${from}`, unit);
      await judgeOtherwise(desk, { ...said, from });
      return;
    }
    default:
      return handIn(desk, drawn.kind, drawn, drawn.figures, now);
  }
}
