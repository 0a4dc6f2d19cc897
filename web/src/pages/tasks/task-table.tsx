import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { sessionQuery } from "../../api/session.ts";
import type { Task } from "../../api/types.ts";
import { type Column, FigureTable } from "../../components/figure-table.tsx";
import { dayAndTime } from "../../lib/china-time.ts";
import { useWords } from "../../words/use-words.ts";

const ways = { open: "fill", draft: "fill", returned: "mend", submitted: "look", accepted: "look" } as const;

/** The papers, one a row, each with the way to it. */
export function TaskTable({ tasks }: { readonly tasks: readonly Task[] }) {
  const { t, say } = useWords();
  const columns: readonly Column<Task>[] = [
    { key: "paper", heading: t("tasks.paper"), cell: (task) => <PaperName task={task} /> },
    { key: "unit", heading: t("tasks.unit"), cell: ({ department }) => say(department.name), isWide: true },
    { key: "state", heading: t("tasks.state"), cell: (task) => <TaskState task={task} /> },
    { key: "due", heading: t("tasks.due"), cell: (task) => <DueDay task={task} /> },
    { key: "filled", heading: t("tasks.filled"), cell: ({ filled, total }) => `${filled}/${total}`, isFigure: true },
    { key: "way", heading: t("tasks.way"), cell: (task) => <PaperLink task={task} /> },
  ];
  return (
    <FigureTable
      caption={t("tasks.caption")}
      columns={columns}
      rows={tasks}
      keyOf={({ plan, department, period, kind }) => [plan.key, department.key, period, kind].join("/")}
    />
  );
}

function PaperName({ task: { plan, period, kind } }: { readonly task: Task }) {
  const { t, say, month } = useWords();
  return (
    <>
      <span className="task-name">{t(`tasks.kind.${kind}`, { period: month(period) })}</span>
      <small className="aside">{say(plan.title)}</small>
    </>
  );
}

function TaskState({ task: { state, returned, submittedAt, imported, awaitsHead } }: { readonly task: Task }) {
  const { t } = useWords();
  return (
    <>
      <span className={`task-state task-${state}`}>{t(`tasks.states.${state}`)}</span>
      {returned && (
        <small className="task-reason">{t("tasks.returnedBy", { who: returned.by, reason: returned.reason })}</small>
      )}
      {awaitsHead && <small className="task-imported">{t("tasks.awaitsHead")}</small>}
      {imported && <small className="task-imported">{t("tasks.imported")}</small>}
      {!returned && submittedAt && (
        <small className="aside">{t("tasks.submittedAt", { at: dayAndTime(submittedAt) })}</small>
      )}
    </>
  );
}

function DueDay({ task: { dueOn, daysLeft, state, isLate } }: { readonly task: Task }) {
  const { t } = useWords();
  if (dueOn === null || daysLeft === null) return "—";
  const isOpen = state !== "submitted" && state !== "accepted";
  const left = isLate
    ? t("tasks.late", { days: -daysLeft })
    : daysLeft === 0
      ? t("tasks.today")
      : t("tasks.left", { days: daysLeft });
  return (
    <>
      <span className="task-day">{dueOn}</span>
      {isOpen && <small className={isLate ? "task-late" : "aside"}>{left}</small>}
    </>
  );
}

function PaperLink({ task: { plan, department, period, kind, state, awaitsHead } }: { readonly task: Task }) {
  const { t } = useWords();
  const { data: session } = useQuery(sessionQuery);
  // What only the head can do is nothing that a clerk has to do.
  const way = awaitsHead ? (session?.account?.role === "head" ? "sign" : "look") : ways[state];
  return (
    <Link
      to="/paper"
      search={{ plan: plan.key, department: department.key, period, kind }}
      className={way === "look" ? "key task-way" : "key task-way task-due"}
    >
      {way === "fill" && kind === "confirmation" ? t("tasks.choose.goOn") : t(`tasks.${way}`)}
    </Link>
  );
}
