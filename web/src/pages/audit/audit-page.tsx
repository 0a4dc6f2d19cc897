import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { auditQuery, exportAudit } from "../../api/audit.ts";
import type { AuditPage as Answer } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { FormProblem } from "../../components/field.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { saveFile } from "../../lib/save-file.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import { AuditFilters } from "./audit-filters.tsx";
import { AuditTable } from "./audit-table.tsx";
import "./audit.css";

/** 审计: who did what and when, what was refused, row by row as it is chained. */
export function AuditPage() {
  const { t } = useWords();
  const search: Search = useSearch({ strict: false });
  const query = useQuery(auditQuery(search));
  usePageTitle(t("pages.audit"));
  return (
    <div className="audit">
      <header className="audit-head">
        <div>
          <h1>{t("audit.title")}</h1>
          <p className="subtitle">{t("audit.subtitle")}</p>
        </div>
        <p className="audit-ways screen-only">
          <ExportKey asked={search} />
          <Link to="/audit/anchor" className="key">
            {t("audit.anchor")}
          </Link>
        </p>
      </header>
      <Answered query={query} skeleton={<SkeletonLines lines={14} height={28} />}>
        {(data) => <Rows data={data} />}
      </Answered>
    </div>
  );
}

/** Saves the rows that were asked for as a table; what was refused stands beside the key. */
function ExportKey({ asked }: { readonly asked: Search }) {
  const { t } = useWords();
  const exporting = useMutation({
    mutationFn: () => exportAudit(asked),
    onSuccess: ({ bytes, name }) => saveFile(bytes, name),
  });
  return (
    <>
      <FormProblem error={exporting.error} otherwise={t("problem.unreachable")} />
      <button type="button" className="key" disabled={exporting.isPending} onClick={() => exporting.mutate()}>
        {t("audit.export")}
      </button>
    </>
  );
}

function Rows({ data: { rows, next, total, actions } }: { readonly data: Answer }) {
  const { t } = useWords();
  const { before }: Search = useSearch({ strict: false });
  return (
    <section className="block" aria-label={t("audit.rows")}>
      <AuditFilters actions={actions} />
      <p className="aside audit-total" role="status">
        {t("audit.total", { count: total })}
      </p>
      {rows.length === 0 ? <EmptyNote>{t("audit.none")}</EmptyNote> : <AuditTable rows={rows} />}
      <p className="audit-ways screen-only">
        {before && (
          <Link to="/audit" search={(old) => ({ ...old, before: undefined })} className="key">
            {t("audit.newest")}
          </Link>
        )}
        {next !== null && (
          <Link to="/audit" search={(old) => ({ ...old, before: String(next) })} className="key">
            {t("audit.earlier")}
          </Link>
        )}
      </p>
    </section>
  );
}
