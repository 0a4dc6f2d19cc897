import { Link, useLocation } from "@tanstack/react-router";
import { Refusal } from "../api/call.ts";
import { isScriptMissing } from "../lib/new-build.ts";
import type { Search } from "../lib/search.ts";
import { asksToSignIn } from "../lib/sign-in.ts";
import { useWords } from "../words/use-words.ts";

/** The way back drops what was refused: the month and horizon, and a wrong plan with them. */
const back =
  (field: string | null) =>
  (old: Search): Search => ({
    plan: field === "plan" ? undefined : old.plan,
    month: undefined,
    horizon: undefined,
    basis: undefined,
    asKnownOn: undefined,
    attribution: undefined,
  });

/** What happened, by the status of the answer; 0 is none. */
function whatOf(refusal: Refusal | null) {
  if (refusal === null) return "broken";
  if (refusal.status === 403) return "forbidden";
  if (refusal.status >= 400 && refusal.status < 500) return "refused";
  return refusal.status === 0 ? "unreachable" : "failed";
}

/** Says what happened, what is kept and what to do; with the server's own sentence where it had one. */
export function ProblemNote({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) {
  const { t } = useWords();
  // A page whose script does not come is one whose server does not answer.
  const told = isScriptMissing(error) ? new Refusal(0, {}) : error;
  const refusal = told instanceof Refusal ? told : null;
  const isRefused = refusal !== null && refusal.status >= 400 && refusal.status < 500;
  const isForbidden = refusal?.status === 403;
  const what = whatOf(refusal);
  if (asksToSignIn(error)) return <SignInNote message={error.message} />;
  return (
    <section className="note" role="alert">
      <h1>{t(`problem.${what}`)}</h1>
      {refusal?.message && <p className="note-sentence">{refusal.message}</p>}
      <p>
        {isForbidden
          ? t("problem.doOwn")
          : isRefused
            ? t("problem.doChoose")
            : `${t("problem.kept")}${t("problem.keptUntouched")}${t("problem.doAgain")}`}
      </p>
      {refusal?.requestId && <p className="aside">{t("problem.requestId", { id: refusal.requestId })}</p>}
      <p className="note-ways">
        {!isRefused && onRetry && (
          <button type="button" className="key" onClick={onRetry}>
            {t("problem.retry")}
          </button>
        )}
        <Link to="/overview" search={back(refusal?.field ?? null)} className="key">
          {refusal?.field === "plan" ? t("problem.start") : t("problem.latest")}
        </Link>
      </p>
    </section>
  );
}

/** Stands while nobody is signed in any more; the way back leads here again. */
function SignInNote({ message }: { readonly message: string }) {
  const { t } = useWords();
  const from = useLocation({ select: ({ href }) => href });
  return (
    <section className="note" role="alert">
      <p className="note-sentence">{message}</p>
      <p className="note-ways">
        <Link to="/sign-in" search={(old: Search) => ({ lang: old.lang, from })} className="key">
          {t("problem.signIn")}
        </Link>
      </p>
    </section>
  );
}
