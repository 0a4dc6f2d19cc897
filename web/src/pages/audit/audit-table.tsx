import { useId, useState } from "react";
import type { AuditRow } from "../../api/types.ts";
import { Original } from "../../components/original.tsx";
import { secondInChina } from "../../lib/instant.ts";
import { useWords } from "../../words/use-words.ts";
import { AuditParts, Said } from "./audit-parts.tsx";

const columns = ["row", "at", "actor", "action", "entity", "revision"] as const;

/** The rows; each opens in its place to show what was written, old beside new. */
export function AuditTable({ rows }: { readonly rows: readonly AuditRow[] }) {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={t("audit.rows")} tabIndex={0}>
      <table className="figures audit-rows">
        <caption className="unseen">{t("audit.rows")}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`audit-${column}`}>
                {t(`audit.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => (
          <Row key={row.row} row={row} />
        ))}
      </table>
    </section>
  );
}

function Row({ row }: { readonly row: AuditRow }) {
  const { t, say } = useWords();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <tbody className={row.isRefused ? "audit-refused" : undefined}>
      <tr>
        <th scope="row" className="audit-row figure">
          {row.row}
        </th>
        <td className="audit-at">{secondInChina(row.at)}</td>
        <td className="audit-actor">
          <Original>{row.actor}</Original>
          <small className="aside">{t(`role.${row.role}`)}</small>
        </td>
        <td className="audit-action">
          <button
            type="button"
            className="audit-open"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            {say(row.actionName)}
          </button>
        </td>
        <td className="audit-entity">
          <Said text={row.entityName} />
        </td>
        <td className="audit-revision figure">{row.revision ?? "—"}</td>
      </tr>
      {isOpen && (
        <tr id={id} className="audit-opened">
          <td colSpan={columns.length}>
            <AuditParts parts={row.parts} />
            <p className="audit-hash">{t("audit.hash", { hash: row.hash })}</p>
          </td>
        </tr>
      )}
    </tbody>
  );
}
