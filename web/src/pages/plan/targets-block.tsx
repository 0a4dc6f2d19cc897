import { useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import type { Plan } from "../../api/types.ts";
import { EmptyNote } from "../../components/empty-note.tsx";
import { useQuestion } from "../../lib/question.ts";
import type { Search } from "../../lib/search.ts";
import { useMay } from "../../lib/use-may.ts";
import { useWords } from "../../words/use-words.ts";
import { chosenTargets } from "./chosen-targets.ts";
import { TargetsTable } from "./targets-table.tsx";

/** Every target of the document in one table, which the address can narrow to a horizon and a subject. */
export function TargetsBlock({ plan }: { readonly plan: Plan }) {
  const { t } = useWords();
  const { within, subject } = useQuestion();
  const mayRevise = useMay("revise-plans");
  const groups = chosenTargets(plan, { within, subject });
  const shown = groups.reduce((sum, { targets }) => sum + targets.length, 0);
  return (
    <section className="block" id="targets">
      <div className="block-head targets-head">
        <h2>{t("plan.targetsTitle")}</h2>
        <p className="aside" role="status">
          {t("plan.targetsCount", { shown, all: plan.targets.length })}
        </p>
        <Narrowing plan={plan} />
      </div>
      {shown === 0 ? (
        <EmptyNote>{t("plan.targetsNone")}</EmptyNote>
      ) : (
        <TargetsTable plan={plan.plan} groups={groups} mayRevise={mayRevise} />
      )}
    </section>
  );
}

function Narrowing({ plan }: { readonly plan: Plan }) {
  const { t, say, horizon } = useWords();
  const { within = "", subject = "" } = useQuestion();
  const navigate = useNavigate();
  const id = useId();
  const ask = (name: "within" | "subject", word: string) =>
    void navigate({
      to: ".",
      search: ({ [name]: _, ...old }: Search) => (word ? { ...old, [name]: word } : old),
      replace: true,
      resetScroll: false,
    });
  const kinds = ["headline", "chain", "task"] as const;
  const asked = new Set(plan.targets.map((target) => target.subject));
  return (
    <div className="chart-controls">
      <div className="inline-select">
        <label htmlFor={`${id}within`}>{t("plan.within")}</label>
        <select id={`${id}within`} value={within} onChange={(event) => ask("within", event.target.value)}>
          <option value="">{t("plan.all")}</option>
          {plan.plan.horizons.map((each) => (
            <option key={each.horizon} value={each.horizon}>
              {t("pick.horizonTargets", { name: horizon(each.horizon), count: each.targets })}
            </option>
          ))}
        </select>
      </div>
      <div className="inline-select">
        <label htmlFor={`${id}subject`}>{t("plan.about")}</label>
        <select id={`${id}subject`} value={subject} onChange={(event) => ask("subject", event.target.value)}>
          <option value="">{t("plan.all")}</option>
          {kinds.map((kind) => (
            <optgroup key={kind} label={t(`subjectKind.${kind}`)}>
              {plan.subjects
                .filter((each) => each.kind === kind && asked.has(each.key))
                .map((each) => (
                  <option key={each.key} value={each.key}>
                    {say(each.name)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
    </div>
  );
}
