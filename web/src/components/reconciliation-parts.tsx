import type { Reconciliation } from "../api/types.ts";
import { useWords } from "../words/use-words.ts";

/** The parts that a headline target was divided into, in the order of the document. */
export function ReconciliationParts({ parts, unit }: Pick<Reconciliation, "parts" | "unit">) {
  const { t, say, quantity } = useWords();
  if (parts.length === 0) return null;
  const open = parts.filter(({ value }) => value === null).length;
  return (
    <details className="rest">
      <summary>
        {t("reconciliation.parts", { count: parts.length - open })}
        {open > 0 && t("reconciliation.partsOpen", { open })}
      </summary>
      <ul className="parts">
        {parts.map((part) => (
          <li key={part.subject}>
            {say(part.name)} <b>{part.value ? quantity(part.value.text, unit) : "—"}</b>
          </li>
        ))}
      </ul>
    </details>
  );
}
