/** A view that is carried forward through acceptances says what one read afresh says, whatever was done before. */
import { findHeadlineRow, findObservations, type Store } from "@beizeng/db";
import { bases } from "@beizeng/db/vocabulary";
import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import { correctObservation } from "@beizeng/server/actions/correct-observation.ts";
import type { ReportLine } from "@beizeng/server/actions/report-lines.ts";
import { returnSubmission } from "@beizeng/server/actions/return-submission.ts";
import { reviseTarget } from "@beizeng/server/actions/revise-target.ts";
import { submitReport } from "@beizeng/server/actions/submit-report.ts";
import { findView } from "@beizeng/server/plans/find-view.ts";
import { headlineMonths, headlinePlace, headlineRow, headlineTargets } from "@beizeng/server/plans/headline-rows.ts";
import { type MonthView, monthView, planView } from "@beizeng/server/plans/view.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openTestLedger } from "../helpers/app.ts";
import { planWithGrowth } from "./growth-plan.ts";
import { reporter, reviewer } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

const plans = ["sample-2022", "other-2022"] as const;

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
type Step =
  | ({ kind: "report" | "confirm"; figures: Figures } & Paper)
  | { kind: "accept" | "return"; which: number }
  | { kind: "correct"; which: number; figures: Figures }
  | { kind: "revise"; plan: Paper["plan"]; value: number };

/** One digit and rising with the months, so that few papers are refused; a figure may be blank. */
const figures = fc.array(fc.option(fc.integer({ min: 0, max: 3 }), { freq: 5 }), { minLength: 4, maxLength: 4 });
const plan = fc.constantFrom(...plans);
const step: fc.Arbitrary<Step> = fc.oneof(
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
type Desk = {
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
    await returnSubmission(store, { ...request, reason: "请核对" });
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
      : await submitReport(store, kind === "confirm" ? { ...request, actor: bureau, basis: "statistics" } : request);
  if (answer.ok) open.push({ id: answer.value.submission, kind, paper });
}

async function act(desk: Desk, drawn: Step, now: string): Promise<void> {
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
    default:
      return handIn(desk, drawn.kind, drawn, drawn.figures, now);
  }
}

/** All judgements of a month. */
const judgements = (month: MonthView) => month.view.outline.targets.map((entry) => month.assessment(entry));

async function compare(store: Store): Promise<void> {
  for (const plan of plans) {
    for (const basis of bases) {
      const known = await findView(store, store, plan, basis);
      if (known === null) throw new Error(`no plan ${plan}`);
      const { outline, standing } = known.view;
      const fresh = planView(outline, await findObservations(store, { planId: outline.facts.id, basis }));
      expect(Object.fromEntries(standing)).toEqual(Object.fromEntries(fresh.standing));
      for (const entry of outline.measures) expect(known.view.measure(entry)).toEqual(fresh.measure(entry));
      for (const month of ["2022-02", "2022-06", "2022-12"] as const) {
        expect(judgements(monthView(known.view, month))).toEqual(judgements(monthView(fresh, month)));
      }
      for (const entry of headlineTargets(outline)) {
        for (const month of headlineMonths(entry, "2022-12")) {
          const kept = await findHeadlineRow(store, { ...headlinePlace(entry, basis), month });
          if (kept !== null) expect(kept).toBe(headlineRow(monthView(fresh, month), entry, basis).row);
        }
      }
    }
  }
}

test("after every acceptance the carried view is the fresh one, on every basis of every plan", async () => {
  const counts = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 45 }), async (steps) => {
      const { store, dispose } = await openTestLedger([planWithGrowth(), samplePlan("other-2022", "140501")]);
      try {
        const desk: Desk = { store, open: [], accepted: [], counts };
        for (const [place, drawn] of steps.entries()) {
          await act(desk, drawn, new Date(Date.UTC(2023, 0, 5, 1, place)).toISOString());
          if (drawn.kind === "accept") await compare(store);
        }
        await compare(store);
      } finally {
        await dispose();
      }
    }),
    { numRuns: 30 },
  );
  const seldom = ["report", "correct", "confirm", "base"].filter((kind) => (counts.get(kind) ?? 0) < 1);
  expect(seldom, "papers of every kind are accepted").toEqual([]);
}, 120_000);
