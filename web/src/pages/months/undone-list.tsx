import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "../../api/session.ts";
import type { PlanMonth } from "../../api/types.ts";
import { useWords } from "../../words/use-words.ts";

type Paper = PlanMonth["undone"][number];

/** So many papers stand open; of more the rest is one key away. */
const open = 4;

/** What of a period is not settled: whose, how it stands, and the way to what was handed in. */
export function UndoneList({ undone }: { readonly undone: readonly Paper[] }) {
  const { t } = useWords();
  if (undone.length === 0) return <span className="aside">{t("months.undoneNone")}</span>;
  const rest = undone.slice(open);
  return (
    <>
      <Papers papers={undone.slice(0, open)} />
      {rest.length > 0 && (
        <details className="rest">
          <summary>{t("months.undoneMore", { count: rest.length })}</summary>
          <Papers papers={rest} />
        </details>
      )}
    </>
  );
}

/** The papers themselves. */
export function Papers({ papers }: { readonly papers: readonly Paper[] }) {
  const { t, say } = useWords();
  const { data: session } = useQuery(sessionQuery);
  const mayOpen = session?.powers.includes("read-papers") ?? false;
  return (
    <ul className="months-papers">
      {papers.map(({ department, name, state, submission, isReport }) => {
        const word = isReport ? t(`months.paper.${state}`) : t("months.otherPaper");
        return (
          <li key={`${department} ${submission}`}>
            {say(name)}{" "}
            {submission !== null && mayOpen ? (
              <a href={`/submission?submission=${submission}`}>{word}</a>
            ) : (
              <span className="aside">{word}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
