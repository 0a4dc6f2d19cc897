import type { ChainRow } from "../../charts/drawings/chain-rows.ts";
import { CompletionRows } from "../../components/completion-rows.tsx";
import { MarkKey } from "../../components/mark-key.tsx";
import { useWords } from "../../words/use-words.ts";
import { ChainLink } from "./chain-link.tsx";

/** All chains of one indicator as one picture; each name leads to its chain. */
export function ChainsChart({ rows, title }: { readonly rows: readonly ChainRow[]; readonly title: string }) {
  const { say } = useWords();
  const byTarget = new Map(rows.map(({ subject, assessment }) => [assessment.target, subject]));
  return (
    <>
      <CompletionRows
        rows={rows.map(({ subject, assessment }) => ({ name: say(subject.name), assessment }))}
        label={title}
        link={(key, name) => <ChainLink subject={byTarget.get(key)}>{name}</ChainLink>}
      />
      <MarkKey />
    </>
  );
}
