import { Link } from "@tanstack/react-router";
import type { AcceptedPaper } from "../../api/types.ts";
import { type Column, FigureTable } from "../../components/figure-table.tsx";
import { dayAndTime } from "../../lib/china-time.ts";
import { useWords } from "../../words/use-words.ts";

/** So many reports stand open; older ones are one key away. */
const open = 6;

/** What was accepted, newest first: to be looked at again, and the place where a correction begins. */
export function AcceptedPapers({ papers }: { readonly papers: readonly AcceptedPaper[] }) {
  const { t } = useWords();
  const rest = papers.slice(open);
  return (
    <section className="block" aria-labelledby="accepted-title">
      <div className="block-head">
        <h2 id="accepted-title">{t("tasks.accepted")}</h2>
        <p className="subtitle">{t("tasks.acceptedDetail")}</p>
      </div>
      <PaperTable caption={t("tasks.accepted")} papers={papers.slice(0, open)} />
      {rest.length > 0 && (
        <details className="rest">
          <summary>{t("tasks.acceptedOlder", { count: rest.length })}</summary>
          <PaperTable caption={t("tasks.acceptedOlder", { count: rest.length })} papers={rest} />
        </details>
      )}
    </section>
  );
}

function PaperTable({ caption, papers }: { readonly caption: string; readonly papers: readonly AcceptedPaper[] }) {
  const { t, say, month } = useWords();
  const columns: readonly Column<AcceptedPaper>[] = [
    {
      key: "paper",
      heading: t("tasks.paper"),
      cell: ({ plan, period }) => (
        <>
          <span className="task-name">{t("tasks.kind.report", { period: month(period) })}</span>
          <small className="aside">{say(plan.title)}</small>
        </>
      ),
    },
    { key: "unit", heading: t("tasks.unit"), cell: ({ department }) => say(department.name), isWide: true },
    { key: "accepted", heading: t("tasks.acceptedAt"), cell: ({ acceptedAt }) => dayAndTime(acceptedAt), isWide: true },
    { key: "state", heading: t("tasks.state"), cell: (paper) => <State paper={paper} /> },
    { key: "way", heading: t("tasks.way"), cell: (paper) => <Ways paper={paper} /> },
  ];
  return (
    <FigureTable
      caption={caption}
      columns={columns}
      rows={papers}
      keyOf={({ plan, department, period }) => [plan.key, department.key, period].join("/")}
    />
  );
}

function State({ paper: { closedEdition, corrections } }: { readonly paper: AcceptedPaper }) {
  const { t } = useWords();
  return (
    <>
      {closedEdition === null ? t("tasks.monthOpen") : t("tasks.monthClosed", { edition: closedEdition })}
      {corrections > 0 && <small className="aside">{t("tasks.corrections", { count: corrections })}</small>}
    </>
  );
}

/** The report, and its correction; that of a closed period says on its page how it is reopened. */
function Ways({ paper: { plan, department, period } }: { readonly paper: AcceptedPaper }) {
  const { t, month } = useWords();
  const place = { plan: plan.key, department: department.key, period };
  const name = t("tasks.kind.report", { period: month(period) });
  return (
    <span className="task-ways">
      <Link
        to="/paper"
        search={{ ...place, kind: "report" }}
        className="task-quiet"
        aria-label={`${name} ${t("tasks.look")}`}
      >
        {t("tasks.look")}
      </Link>
      <Link
        to="/paper"
        search={{ ...place, kind: "correction" }}
        className="task-quiet"
        aria-label={`${name} ${t("tasks.correct")}`}
      >
        {t("tasks.correct")}
      </Link>
    </span>
  );
}
