/** A view that is carried forward through acceptances says what one read afresh says, whatever was done before. */
import { findHeadlineRow, findObservations, type Store } from "@beizeng/db";
import { bases } from "@beizeng/db/vocabulary";
import { findView } from "@beizeng/server/plans/find-view.ts";
import { headlineMonths, headlinePlace, headlineRow, headlineTargets } from "@beizeng/server/plans/headline-rows.ts";
import { type MonthView, monthView, planView } from "@beizeng/server/plans/view.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openTestLedger } from "../helpers/app.ts";
import { act, type Desk, plans, step } from "./desk.ts";
import { planWithGrowth } from "./growth-plan.ts";
import { samplePlan } from "./sample-plan.ts";

/** All judgements of a month. */
const judgements = (month: MonthView) => month.view.outline.targets.map((entry) => month.assessment(entry));

async function compare(store: Store): Promise<void> {
  for (const plan of plans) {
    for (const basis of bases) {
      const known = await findView(store, store, plan, basis);
      if (known === null) throw new Error(`no plan ${plan}`);
      const { outline, standing } = known.view;
      const fresh = planView(outline, await findObservations(store, { planId: outline.facts.id, basis }), basis);
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
