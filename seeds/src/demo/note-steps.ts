/** What leaders wrote (批示), what units answered, and what was settled. */
import type { ExpandedPlan } from "../expanded-plan.ts";
import { instantOf } from "./office-hours.ts";
import { leader, reporterOf } from "./people.ts";
import { told } from "./regular-reports.ts";
import type { Step } from "./script.ts";
import type { NoteStory, Scenario } from "./story.ts";

/** Minutes after nine. */
const minutes = { written: 35, answered: 330, settled: 50 };

/** The steps of a plan's notes, in no order. */
export function noteSteps(plan: ExpandedPlan, { notes = [] }: Scenario): Step[] {
  return notes.flatMap((note, place) => stepsOf(plan, note, `${plan.id}/note/${place}`));
}

function stepsOf(plan: ExpandedPlan, { month, on, subject, text, answer, settledOn }: NoteStory, slip: string): Step[] {
  const about = { plan: plan.id, slip };
  const written: Step = {
    ...{ kind: "note", at: instantOf(on, minutes.written), actor: leader, period: month, subject },
    ...{ ...about, text: told(text) },
  };
  const answered: Step[] = answer
    ? [
        {
          ...{ kind: "note-step", step: "answer", at: instantOf(answer.on, minutes.answered) },
          ...{ ...about, actor: reporterOf(plan, answer.department), text: told(answer.text) },
        },
      ]
    : [];
  const settled: Step[] = settledOn
    ? [
        {
          ...{ kind: "note-step", step: "settle", at: instantOf(settledOn, minutes.settled) },
          ...{ ...about, actor: leader, text: null },
        },
      ]
    : [];
  return [written, ...answered, ...settled];
}
