import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { notesQuery } from "../api/notes.ts";
import type { Search } from "../lib/search.ts";
import { useWords } from "../words/use-words.ts";

/**
 * How many notes (批示) stand on a subject up to a month, or on one of its targets alone, with the way to them; nothing
 * where there is none. All that a page shows of a plan ask one question.
 */
export function NoteCount({
  plan,
  month,
  subject,
  target,
}: {
  readonly plan: string;
  readonly month: string;
  readonly subject: { readonly key: string; readonly kind: string };
  /** The target's key; without it all notes of the subject are counted. */
  readonly target?: string;
}) {
  const { t } = useWords();
  const { data } = useQuery(notesQuery(plan, { month }));
  const count = (data?.notes ?? []).filter(
    (note) =>
      note.state !== "withdrawn" &&
      note.subject?.key === subject.key &&
      (target === undefined || note.target?.key === target),
  ).length;
  if (count === 0) return null;
  const words = t("notes.beside", { count });
  if (subject.kind !== "chain") return <span className="aside note-count">{words}</span>;
  return (
    <Link
      to="/chain"
      search={(old: Search): Search => ({ ...old, plan, month, subject: subject.key })}
      hash="notes"
      className="note-count"
    >
      {words}
    </Link>
  );
}
