import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { issueBriefing, issuedQuery } from "../../api/briefing.ts";
import { Refusal } from "../../api/call.ts";
import { monthsQuery } from "../../api/months.ts";
import { sessionQuery } from "../../api/session.ts";
import type { Briefing, Briefings, IssuedBriefing } from "../../api/types.ts";
import { FormProblem } from "../../components/field.tsx";
import { dayAndTime } from "../../lib/china-time.ts";
import { requestKeys } from "../../lib/request-key.ts";
import { useWords } from "../../words/use-words.ts";
import { nameOf } from "./issued-name.ts";

/** What is about to be issued, under which number; one key for however often it is confirmed. */
export function IssueDialog({
  briefing,
  issued,
  already,
  newest,
  onClose,
  onIssued,
}: {
  readonly briefing: Briefing;
  readonly issued: Briefings;
  /** What was issued of the same edition before. */
  readonly already: readonly IssuedBriefing[];
  /** The newest edition of the month. */
  readonly newest: number;
  readonly onClose: () => void;
  readonly onIssued: (given: { readonly year: number; readonly number: number }) => void;
}) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [keyOf] = useState(requestKeys);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  // What was sent and never answered may have been issued: it is asked once more as it was, under the same number.
  const [unanswered, setUnanswered] = useState<number | null>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // Somebody else may have issued, closed or reopened since the page was opened: what is confirmed is what stands.
    void queryClient.invalidateQueries({ queryKey: issuedQuery(briefing.plan.key).queryKey });
    void queryClient.invalidateQueries({ queryKey: monthsQuery(briefing.plan.key).queryKey });
  }, [queryClient, briefing.plan.key]);
  const year = Number(session?.today.slice(0, 4));
  const ofYear = issued.briefings.filter((each) => each.year === year);
  const number = unanswered ?? Math.max(0, ...ofYear.map((each) => each.number)) + 1;

  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    const { plan, month, horizon, basis, edition } = briefing;
    if (isBusy || edition === null) return;
    setBusy(true);
    setProblem(null);
    const asked = { month, horizon, basis, edition: String(edition.edition), number: nameOf({ year, number }) };
    try {
      const given = await issueBriefing(plan.key, asked, keyOf(asked));
      await queryClient.invalidateQueries({ queryKey: issuedQuery(plan.key).queryKey });
      onIssued(given);
      dialog.current?.close();
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
      setBusy(false);
      const isRefused = error instanceof Refusal && error.status >= 400 && error.status < 500;
      setUnanswered(isRefused ? null : number);
      // Where its number was taken, the next one stands in the dialog, to be confirmed anew.
      if (isRefused) void queryClient.invalidateQueries({ queryKey: issuedQuery(plan.key).queryKey });
    }
  };
  return (
    <dialog ref={dialog} className="step-dialog" aria-labelledby={`${id}title`} onClose={onClose}>
      <form className="form" onSubmit={(event) => void confirm(event)}>
        <h2 id={`${id}title`}>{t("briefing.issueTitle", { year, number })}</h2>
        <Facts briefing={briefing} number={t("briefing.number", { year, number })} />
        {already.map((each) => (
          <p key={nameOf(each)} className="briefing-caution">
            {t("briefing.issueTwice", { year: each.year, number: each.number, who: each.issuedBy })}
          </p>
        ))}
        {briefing.edition !== null && briefing.edition.edition < newest && (
          <p className="briefing-caution">{t("briefing.issueOlder", { newest })}</p>
        )}
        <p>{t("briefing.issueMeaning")}</p>
        <FormProblem error={problem} otherwise={t("briefing.issueFailed")} />
        <p className="form-keys">
          <button type="submit" className="key key-strong" disabled={isBusy}>
            {t(isBusy ? "briefing.issueBusy" : "briefing.issueConfirm", { year, number })}
          </button>
          <button type="button" className="key" disabled={isBusy} onClick={() => dialog.current?.close()}>
            {t("briefing.back")}
          </button>
        </p>
      </form>
    </dialog>
  );
}

/** Plan, month, horizon, basis, edition and number. */
function Facts({ briefing, number }: { readonly briefing: Briefing; readonly number: string }) {
  const { t, say, month: nameMonth, horizon } = useWords();
  const { plan, month, basis, edition } = briefing;
  if (edition === null) return null;
  const at = dayAndTime(edition.closedAt);
  const facts = [
    ["plan", `${say(plan.jurisdiction.name)} · ${say(plan.title)}`],
    ["month", nameMonth(month)],
    ["horizon", horizon(briefing.horizon)],
    ["basis", t(`basis.${basis}`)],
    ["edition", t("briefing.edition", { edition: edition.edition, at })],
    ["hash", edition.hash.slice(0, 12)],
    ["numbered", number],
  ] as const;
  return (
    <dl className="briefing-facts">
      {facts.map(([fact, said]) => (
        <div key={fact}>
          <dt>{t(`briefing.fact.${fact}`)}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}
