import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { sessionQuery } from "../../api/session.ts";
import type { Submission } from "../../api/types.ts";
import { Quoting } from "../../components/original.tsx";
import { dayAndTime } from "../../lib/china-time.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";

/** Which paper it is, how it was handed in, what became of it, and why whoever looks cannot decide on it. */
export function SubmissionHead({
  data,
  name,
  isTold,
}: {
  readonly data: Submission;
  readonly name: string;
  /** What became of it was just told to whoever decided it. */
  readonly isTold: boolean;
}) {
  const { t, say } = useWords();
  const { kind, round, dueOn, extension, isLate, submittedBy, submittedAt, reason, basis, state, hindrance } = data;
  const facts = [
    t(`tasks.states.${state}`),
    round > 1 && t("submission.round", { round }),
    dueOn && t("submission.due", { day: dueOn }),
    basis === "statistics" && t("basis.statistics"),
  ].filter(Boolean);
  return (
    <header className="submission-head">
      <WayBack />
      <h1>
        {say(data.departmentName)} {name}
      </h1>
      <p className="subtitle">
        {say(data.planTitle)} · {facts.join(" · ")}
        {isLate && <strong className="submission-late">{t("submission.late")}</strong>}
      </p>
      {extension && (
        <p className="aside">
          <Quoting>{t("submission.extended", { reason: extension })}</Quoting>
        </p>
      )}
      {submittedBy && submittedAt && (
        <p className="submission-by">
          <Quoting>{t("submission.submitted", { who: submittedBy, at: dayAndTime(submittedAt) })}</Quoting>
        </p>
      )}
      {kind === "correction" && reason && (
        <p>
          <Quoting>{t("submission.correction", { reason })}</Quoting>
        </p>
      )}
      {!isTold && <Outcome data={data} />}
      {hindrance !== null && hindrance !== "not-from-this-state" && (
        <p className="submission-why">{t(`submission.hindrance.${hindrance}`)}</p>
      )}
    </header>
  );
}

/** Back to where one came from: the queue, or what one has to report. */
function WayBack() {
  const { t } = useWords();
  const { data: session } = useQuery(sessionQuery);
  const powers = session?.powers ?? [];
  if (!powers.includes("review-submissions") && !powers.includes("write-figures")) return null;
  return (
    <p className="screen-only">
      {powers.includes("review-submissions") ? (
        <Link to="/reviews" search={({ within }: Search): Search => ({ within })}>
          {t("submission.back")}
        </Link>
      ) : (
        <Link to="/tasks" search={{}}>
          {t("submission.backTasks")}
        </Link>
      )}
    </p>
  );
}

/** Who decided what on the round that stands; nothing while it waits. */
function Outcome({ data: { steps, state } }: { readonly data: Submission }) {
  const { t } = useWords();
  const last = steps.at(-1);
  if (!last || (state !== "accepted" && state !== "returned")) return null;
  return (
    <p className={`submission-outcome submission-${state}`}>
      <Quoting>
        {t(`submission.${state}`, { who: last.by, at: dayAndTime(last.at), reason: last.reason ?? "" })}
      </Quoting>
    </p>
  );
}
