import type { PlanMonth } from "../../api/types.ts";
import { Quoting } from "../../components/original.tsx";
import { dayAndTime } from "../../lib/china-time.ts";
import { useWords } from "../../words/use-words.ts";
import { EditionList } from "./edition-list.tsx";
import { type StepKind, shownState, stepsOf, type WantedStep } from "./steps.ts";
import { UndoneList } from "./undone-list.tsx";

const words: Readonly<Record<StepKind, "close" | "askReopening" | "grant" | "keep" | "extend">> = {
  close: "close",
  ask: "askReopening",
  grant: "grant",
  keep: "keep",
  extend: "extend",
};

interface Shown {
  readonly isSecondPersonThere: boolean;
  /** What begins a step; null for who only reads. */
  readonly onWant: ((wanted: WantedStep) => void) | null;
}

/** The periods of a year, newest first. */
export function MonthTable({
  year,
  months,
  ...shown
}: Shown & { readonly year: string; readonly months: readonly PlanMonth[] }) {
  const { t } = useWords();
  const caption = t("months.caption", { year });
  const columns = ["state", "due", "submitted", "accepted", "undone", "editions"] as const;
  const isFigure = (column: string) => column === "submitted" || column === "accepted";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={caption} tabIndex={0}>
      <table className="figures months-table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("months.period")}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={isFigure(column) ? "figure" : `months-${column}`}>
                {t(`months.${column}`)}
              </th>
            ))}
            {shown.onWant && (
              <th scope="col" className="screen-only">
                {t("months.steps")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <Row key={month.month} month={month} {...shown} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ month, isSecondPersonThere, onWant }: Shown & { readonly month: PlanMonth }) {
  const { t, month: nameMonth } = useWords();
  const { units, submitted, accepted, reopening, undone, editions } = month;
  const state = shownState(month);
  const isSettled = !month.isEnded || undone.length === 0;
  return (
    <tr data-month={month.month}>
      <th scope="row" className="months-name">
        {nameMonth(month.month)}
      </th>
      <td className="months-state">
        <span className={`month-state month-${state}`}>{t(`months.states.${state}`)}</span>
        {reopening && (
          <small className="aside">
            <Quoting>
              {t("months.askedBy", {
                who: reopening.askedBy,
                at: dayAndTime(reopening.askedAt),
                reason: reopening.reason,
              })}
            </Quoting>
          </small>
        )}
      </td>
      <td className="months-due" data-label={t("months.due")}>
        <DueDay month={month} />
      </td>
      <td className="figure" data-label={t("months.submitted")}>
        {t("months.of", { count: submitted, units })}
      </td>
      <td className="figure" data-label={t("months.accepted")}>
        {t("months.of", { count: accepted, units })}
      </td>
      <td className={isSettled ? "months-undone months-nothing" : "months-undone"} data-label={t("months.undone")}>
        <UndoneList undone={isSettled ? [] : undone} />
      </td>
      <td className={editions.length === 0 ? "months-editions months-nothing" : "months-editions"}>
        <EditionList month={month.month} editions={editions} />
      </td>
      {onWant && (
        <td className="months-steps screen-only">
          {reopening?.isOwn && isSecondPersonThere && <small className="aside">{t("months.ownAsking")}</small>}
          {stepsOf(month, isSecondPersonThere).map((kind) => (
            <button
              key={kind}
              type="button"
              className="key"
              aria-label={`${nameMonth(month.month)} ${t(`months.${words[kind]}`)}`}
              onClick={() => onWant({ kind, month })}
            >
              {t(`months.${words[kind]}`)}
            </button>
          ))}
        </td>
      )}
    </tr>
  );
}

/** The calendar's due day, and the later ones that were granted, with why and by whom. */
function DueDay({ month: { dueOn, extensions } }: { readonly month: PlanMonth }) {
  const { t, say } = useWords();
  return (
    <>
      {dueOn}
      {extensions.map(({ department, name, dueOn: day, reason, grantedBy, grantedAt }) => (
        <small key={`${grantedAt} ${department}`} className="aside months-extension">
          <Quoting>
            {name
              ? t("months.extendedOne", { unit: say(name), day, reason, who: grantedBy })
              : t("months.extendedAll", { day, reason, who: grantedBy })}
          </Quoting>
        </small>
      ))}
    </>
  );
}
