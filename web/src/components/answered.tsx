import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useWords } from "../words/use-words.ts";
import { ProblemNote } from "./problem-note.tsx";

/** Shows an answer when it is here, its skeleton while it is not, and what happened when it could not be had. */
export function Answered<D>({
  query,
  skeleton,
  children,
}: {
  readonly query: UseQueryResult<D>;
  readonly skeleton: ReactNode;
  readonly children: (data: D) => ReactNode;
}) {
  const { t } = useWords();
  if (query.isError) return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) {
    return (
      <div className="loading" aria-busy="true">
        <p className="unseen" role="status">
          {t("loading")}
        </p>
        {skeleton}
      </div>
    );
  }
  return (
    <div className={query.isPlaceholderData ? "older" : undefined} aria-busy={query.isPlaceholderData}>
      {children(query.data)}
    </div>
  );
}
