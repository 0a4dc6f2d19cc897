import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import { useWords } from "../words/use-words.ts";
import { ProblemNote } from "./problem-note.tsx";

/** Stands in for a page that could not be made at all. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <main className="whole-page">
      <ProblemNote error={error instanceof Error ? error : new Error(String(error))} onRetry={again} />
    </main>
  );
}

/** Stands at an address that is no page. */
export function MissingPage() {
  const { t } = useWords();
  return (
    <section className="note">
      <h1>{t("problem.notFound")}</h1>
      <p>{t("problem.notFoundDetail")}</p>
      <p className="note-ways">
        <Link to="/overview" className="key">
          {t("problem.start")}
        </Link>
      </p>
    </section>
  );
}
