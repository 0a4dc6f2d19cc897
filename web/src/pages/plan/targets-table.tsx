import { Link } from "@tanstack/react-router";
import type { PlanAddition, PlanSummary, PlanTarget } from "../../api/types.ts";
import { AdditionNote } from "../../components/addition-note.tsx";
import { AdjustmentNote } from "../../components/adjustment-note.tsx";
import { NoteCount } from "../../components/note-count.tsx";
import { Clause, Quoting } from "../../components/original.tsx";
import type { Search } from "../../lib/search.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";
import type { SubjectTargets } from "./chosen-targets.ts";

/** Targets under the heading of their subject, with where they stand in the text and what is unclear about them. */
export function TargetsTable({
  plan,
  groups,
  mayRevise,
}: {
  readonly plan: PlanSummary;
  readonly groups: readonly SubjectTargets[];
  readonly mayRevise: boolean;
}) {
  const { t } = useWords();
  const heads = [
    ["indicator", t("column.indicator")],
    ["target", t("plan.column.target")],
    ["horizon", t("plan.column.horizon")],
    ["hardness", t("plan.column.hardness")],
    ["curve", t("plan.column.curve")],
    ["opening", t("plan.column.opening")],
    ["clause", t("column.clause")],
    ["notes", t("plan.column.notes")],
  ] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={t("plan.targetsTitle")} tabIndex={0}>
      <table className="figures targets">
        <caption className="unseen">{t("plan.targetsTitle")}</caption>
        <thead>
          <tr>
            {heads.map(([key, name]) => (
              <th key={key} scope="col" className={`target-${key}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.subject.key}>
            <tr className="group">
              <th scope="rowgroup" colSpan={heads.length}>
                <SubjectHead group={group} plan={plan} />
              </th>
            </tr>
            {group.targets.map((target) => (
              <TargetRow
                key={target.key}
                plan={plan}
                subject={group.subject}
                target={target}
                addition={group.additions.get(target.key)}
                mayRevise={mayRevise}
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function SubjectHead({ group: { subject }, plan }: { readonly group: SubjectTargets; readonly plan: PlanSummary }) {
  const { t, say } = useWords();
  const name = say(subject.name);
  return (
    <>
      {subject.kind === "chain" ? (
        <Link to="/chain" search={(old) => ({ ...old, subject: subject.key })}>
          {name}
        </Link>
      ) : (
        name
      )}
      {/* 总体目标 is the name of its only subject too. */}
      {name !== t(`subjectKind.${subject.kind}`) && <span className="aside">{t(`subjectKind.${subject.kind}`)}</span>}
      <NoteCount plan={plan.key} month={plan.lastMonth} subject={subject} />
      {subject.addition && (
        <p className="aside">
          <AdditionNote addition={subject.addition} />
        </p>
      )}
    </>
  );
}

/** From where a target counts: its month, and what stood there; of a growth the base with the unit that it has. */
function Opening({ target: { origin, opening, base, unit } }: { readonly target: PlanTarget }) {
  const { t, month: nameMonth, quantity } = useWords();
  const month = nameMonth(origin);
  if (base) {
    const known = quantity(base.figure.text, base.unit);
    return base.figure.value === null ? t("plan.baseNone", { month }) : t("plan.baseIs", { month, base: known });
  }
  return opening.value === null
    ? t("plan.since", { month })
    : t("plan.openingIs", { month, opening: quantity(opening.text, unit) });
}

function TargetRow({
  plan,
  subject,
  target,
  addition,
  mayRevise,
}: {
  readonly plan: PlanSummary;
  readonly subject: SubjectTargets["subject"];
  readonly target: PlanTarget;
  readonly addition: PlanAddition | undefined;
  readonly mayRevise: boolean;
}) {
  const words = useWords();
  const { t, say, horizon } = words;
  const notes = [
    target.ambiguous && t("plan.ambiguous", { reason: say(target.ambiguous) }),
    target.implied && t("plan.implied", { reason: say(target.implied) }),
  ].filter((note) => typeof note === "string");
  return (
    <tr>
      <th scope="row" className="target-indicator">
        {indicatorName(words, target)}
      </th>
      <td className="target-target">{say(target.text)}</td>
      <td className="target-horizon">{horizon(target.horizon)}</td>
      <td className="target-hardness">{t(`hardness.${target.hardness}`)}</td>
      <td className="target-curve">{t(`curve.${target.curve}`)}</td>
      <td className="target-opening">
        <Opening target={target} />
      </td>
      <td className="target-clause">
        <Clause>{target.clause}</Clause>
      </td>
      <td className="target-notes">
        {addition && (
          <p>
            <AdditionNote addition={addition} />
          </p>
        )}
        <NoteCount plan={plan.key} month={plan.lastMonth} subject={subject} target={target.key} />
        {notes.map((note) => (
          <p key={note}>
            <Quoting>{note}</Quoting>
          </p>
        ))}
        {target.adjustments.map((adjustment) => (
          <p key={adjustment.from}>
            <AdjustmentNote adjustment={adjustment} />
          </p>
        ))}
        {mayRevise && target.reading !== "done" && (
          <Link
            to="/revision"
            search={(old: Search) => ({ plan: old.plan, lang: old.lang, target: target.key })}
            className="screen-only"
          >
            {t("plan.revise")}
          </Link>
        )}
      </td>
    </tr>
  );
}
