import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { auditExportAddress, auditQuery } from "../../api/audit.ts";
import type { AuditPage as Answer } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
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
          <a className="key" href={auditExportAddress(search)} download>
            {t("audit.export")}
          </a>
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
