import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { auditAnchorQuery } from "../../api/audit.ts";
import type { AuditAnchor } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { secondInChina } from "../../lib/instant.ts";
import { useWords } from "../../words/use-words.ts";
import "./audit.css";

/** 审计存证: the sheet that is printed, signed and kept in the safe. */
export function AnchorPage() {
  const { t } = useWords();
  const query = useQuery(auditAnchorQuery);
  usePageTitle(t("audit.anchorTitle"));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={8} height={28} />}>
      {(anchor) => <Sheet anchor={anchor} />}
    </Answered>
  );
}

/** Groups of eight, so that an eye can compare them. */
const grouped = (hash: string) => hash.match(/.{1,8}/g) ?? [];

function Sheet({ anchor: { rows, hash, at, today, command } }: { readonly anchor: AuditAnchor }) {
  const { t } = useWords();
  return (
    <article className="anchor">
      <h1>{t("audit.anchorTitle")}</h1>
      <p className="subtitle">{t("audit.anchorPurpose")}</p>
      <dl className="anchor-facts">
        <dt>{t("audit.anchorDay")}</dt>
        <dd>{today}</dd>
        <dt>{t("audit.anchorRows")}</dt>
        <dd>{rows}</dd>
        <dt>{t("audit.anchorAt")}</dt>
        <dd>{at === null ? "—" : secondInChina(at)}</dd>
        <dt>{t("audit.anchorHash")}</dt>
        <dd className="anchor-hash">
          {grouped(hash).map((group, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be the same
            <span key={place}>{group}</span>
          ))}
        </dd>
      </dl>
      <h2>{t("audit.anchorCheck")}</h2>
      <p>{t("audit.anchorCheckHow")}</p>
      <code className="anchor-command">{command}</code>
      <p className="anchor-signed paper-only">{t("audit.anchorSigned")}</p>
      <p className="audit-ways screen-only">
        <button type="button" className="key" onClick={() => print()}>
          {t("print")}
        </button>
        <Link to="/audit" className="key">
          {t("audit.back")}
        </Link>
      </p>
    </article>
  );
}
