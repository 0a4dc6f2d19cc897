import { useQuery } from "@tanstack/react-query";
import { tasksQuery } from "../../api/papers.ts";
import { sessionQuery } from "../../api/session.ts";
import type { Tasks } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { BasisContext } from "../../words/basis.ts";
import { useWords } from "../../words/use-words.ts";
import { AcceptedPapers } from "./accepted-papers.tsx";
import { ConfirmationChoice } from "./confirmation-choice.tsx";
import { TaskTable } from "./task-table.tsx";
import "./tasks.css";

/** 我的填报: what the signed-in person has to report, until when, and what was returned and why; for the statistics bureau what it can confirm. */
export function TasksPage() {
  const { t } = useWords();
  const query = useQuery(tasksQuery);
  const { data: session } = useQuery(sessionQuery);
  const mayConfirm = session?.powers.includes("confirm-figures") === true;
  usePageTitle(t("tasks.title"));
  return (
    <BasisContext value={mayConfirm ? "statistics" : "department"}>
      <Answered query={query} skeleton={<SkeletonLines lines={6} height={36} />}>
        {(data) => (
          <>
            <TaskList data={data} />
            {mayConfirm && <ConfirmationChoice plans={data.toConfirm} />}
          </>
        )}
      </Answered>
    </BasisContext>
  );
}

function TaskList({ data: { tasks, today, accepted } }: { readonly data: Tasks }) {
  const { t } = useWords();
  const open = tasks.filter(({ state }) => state === "open" || state === "draft" || state === "returned");
  const returned = open.filter(({ state }) => state === "returned").length;
  return (
    <div className="tasks">
      <header>
        <h1>
          {open.length === 0
            ? t("tasks.seenNone")
            : t(returned === 0 ? "tasks.seen" : "tasks.seenReturned", { count: open.length, returned })}
        </h1>
        <p className="subtitle">
          {t("tasks.subtitle", { today })}
          <a href="/guide/index.html" target="_blank" rel="noopener" className="tasks-guide">
            {t("tasks.guide")}
          </a>
        </p>
      </header>
      {tasks.length === 0 ? <EmptyNote>{t("tasks.none")}</EmptyNote> : <TaskTable tasks={tasks} />}
      {accepted.length > 0 && <AcceptedPapers papers={accepted} />}
    </div>
  );
}
