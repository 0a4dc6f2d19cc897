import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { tasksQuery } from "../../api/papers.ts";
import { sessionQuery } from "../../api/session.ts";
import type { Paper, Task } from "../../api/types.ts";
import { useWords } from "../../words/use-words.ts";

const isOpen = ({ state }: Task) => state === "open" || state === "draft" || state === "returned";

const isOf = (paper: Paper) => (task: Task) =>
  task.plan.key === paper.plan.key && task.department.key === paper.department.key;

/** After a receipt the way to the next paper: of the same unit and earliest period first, else the most urgent. */
export function NextPaper({ paper }: { readonly paper: Paper }) {
  const { t, month } = useWords();
  const { data: session } = useQuery(sessionQuery);
  const { data } = useQuery({ ...tasksQuery, enabled: session?.powers.includes("write-figures") === true });
  const others = (data?.tasks ?? []).filter(
    (task) => isOpen(task) && !(isOf(paper)(task) && task.period === paper.period && task.kind === paper.kind),
  );
  const ofUnit = others.filter(isOf(paper)).toSorted((one, other) => (one.period < other.period ? -1 : 1));
  const next = ofUnit[0] ?? others[0];
  if (next === undefined) return null;
  const { plan, department, period, kind } = next;
  return (
    <Link to="/paper" search={{ plan: plan.key, department: department.key, period, kind }} className="key screen-only">
      {t("paper.nextPaper", { name: t(`tasks.kind.${kind}`, { period: month(period) }) })}
    </Link>
  );
}
