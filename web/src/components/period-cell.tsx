import { useWords } from "../words/use-words.ts";
import { Quoting } from "./original.tsx";
import { PunctualityMark, type ReportingCell } from "./punctuality-mark.tsx";

/** One period of one unit: its mark, and in words what it means, when it was due, submitted, accepted, returned. */
export function PeriodCell({ cell }: { readonly cell: ReportingCell }) {
  const { t, month } = useWords();
  const { period, punctuality, state, dueOn, submittedOn, acceptedOn, timesReturned, extension } = cell;
  const sentence = [
    t("reporting.cell", {
      period: month(period),
      punctuality: t(`reporting.punctuality.${punctuality}`),
      state: t(`reporting.submission.${state}`),
    }),
    extension === null
      ? t("reporting.due", { day: dueOn })
      : t("reporting.extended", { day: dueOn, reason: extension }),
    submittedOn && t("reporting.submitted", { day: submittedOn }),
    acceptedOn && t("reporting.accepted", { day: acceptedOn }),
    timesReturned > 0 && t("reporting.returned", { count: timesReturned }),
  ].filter(Boolean);
  return (
    <span className="period-cell" title={sentence.join("\n")}>
      <PunctualityMark punctuality={punctuality} isReturned={timesReturned > 0} isExtended={extension !== null} />
      <span className="unseen">
        <Quoting>{sentence.join(" · ")}</Quoting>
      </span>
    </span>
  );
}
