/** What the office added to a plan, in words. */
import { findIndicators, findPlanEdits } from "@beizeng/db";
import type { PlanEdits } from "../contract/plan-edits.ts";
import type { Text } from "../domain/model.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { storedMonth } from "../plans/stored.ts";
import { type Answer, give } from "../problems.ts";
import { peopleOf } from "./people.ts";
import { planSummary } from "./plan-summary.ts";
import { askPlan, knowledgeOf } from "./questions.ts";
import type { Reads } from "./reads.ts";

const roles = { lead: { zh: "牵头", en: "lead" }, responsible: { zh: "责任", en: "responsible" } } as const;

/** An addition as people call it; `entity` is as the action wrote it. */
function inWords({ departments, subjects, measures }: PlanOutline, entity: string): Text {
  const [what = "", rest = ""] = entity.split(/:(.*)/s);
  const [first = "", second = "", third = ""] = rest.split("/");
  const unit = (key: string): Text => departments.get(key)?.name ?? { zh: key, en: key };
  if (what === "unit") return unit(first);
  if (what === "subject") return subjects.find(({ row }) => row.key === first)?.row.name ?? { zh: first, en: first };
  if (what === "measure") {
    const measure = measures.find(({ row }) => row.key === rest);
    if (measure === undefined) return { zh: rest, en: rest };
    const [{ name }, { name: own }] = [measure.subject.row, measure.row.indicator];
    return { zh: `${name.zh} · ${own.zh}`, en: `${name.en} · ${own.en}` };
  }
  if (what === "alias") {
    const { zh, en } = unit(first);
    return { zh: `${second}＝${zh}`, en: `${second} = ${en}` };
  }
  if (what === "light-rule") return { zh: "亮灯规则", en: "Rule of lights" };
  if (what === "entry-calendar") return { zh: "入库日历", en: "Entry calendar" };
  if (what === "appraisal-rule") return { zh: "季考评办法", en: "Rule of appraisal" };
  const subject = subjects.find(({ row }) => row.key === first)?.row.name ?? { zh: first, en: first };
  const role = third === "lead" ? roles.lead : roles.responsible;
  return {
    zh: `${subject.zh}：${unit(second).zh}（${role.zh}）`,
    en: `${subject.en}: ${unit(second).en} (${role.en})`,
  };
}

/** The answer of GET /api/plans/{plan}/edits. */
export async function readPlanEdits(reads: Reads, plan: string): Promise<Answer<PlanEdits>> {
  const asked = await askPlan(reads, plan, knowledgeOf({}));
  if (!asked.ok) return asked;
  const { outline } = asked.value.view;
  const people = await peopleOf(reads);
  const edits = await findPlanEdits(reads.store, outline.facts.id);
  return give({
    plan: planSummary(reads, outline),
    indicators: (await findIndicators(reads.store)).map(({ key, name, unit, decimals, isIndivisible }) => ({
      ...{ key, name, unit, decimals, isIndivisible },
    })),
    edits: edits.reverse().map(({ kind, entity, from, reason, document, knownAt, actor, revision }) => ({
      ...{ kind, reason, document, revision },
      what: inWords(outline, entity),
      from: from === null ? null : storedMonth(from),
      at: knownAt,
      by: people(actor),
    })),
  });
}
