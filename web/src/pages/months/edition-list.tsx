import { Link } from "@tanstack/react-router";
import type { PlanMonth } from "../../api/types.ts";
import { HashLine } from "../../components/hash-line.tsx";
import { Original, Quoting } from "../../components/original.tsx";
import { dayAndTime } from "../../lib/china-time.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";

/** The editions of a period, newest first: number, when and by whom, the hash, and the way to the frozen figures. */
export function EditionList({ month, editions }: { readonly month: string; readonly editions: PlanMonth["editions"] }) {
  const { t } = useWords();
  if (editions.length === 0) return <span className="aside">—</span>;
  return (
    <ul className="months-papers">
      {editions.map(({ edition, closedAt, closedBy, hash, reason, reopened }) => (
        <li key={edition}>
          <Link to="/edition" search={(old: Search) => ({ ...old, month, edition: String(edition) })}>
            {t("months.edition", { edition })}
          </Link>{" "}
          <span className="aside">
            <Quoting>{t("months.closedBy", { at: dayAndTime(closedAt), who: closedBy })}</Quoting>
          </span>{" "}
          <HashLine hash={hash} />
          {reason && (
            <small className="aside months-reason">
              <Original>{reason}</Original>
            </small>
          )}
          {reopened && (
            <small className="aside months-reason">
              <Quoting>{t("months.reopened", { ...reopened, at: dayAndTime(reopened.grantedAt) })}</Quoting>
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}
