import { useQuery } from "@tanstack/react-query";
import { backupsQuery } from "../../api/accounts.ts";
import type { Backups } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { FigureTable } from "../../components/figure-table.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { dayAndTime } from "../../lib/china-time.ts";
import { useWords } from "../../words/use-words.ts";
import "../../styles/facts.css";
import "./backups.css";

/** 备份与演练: how backups stand, those that there are, and what drills found. */
export function BackupsPage() {
  const { t } = useWords();
  const query = useQuery(backupsQuery);
  usePageTitle(t("backups.title"));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={12} height={28} />}>
      {(data) => (
        <div className="backups">
          <h1>{t("backups.title")}</h1>
          <Standing data={data} />
          {data.standing !== "off" && <Settings data={data} />}
          <Files data={data} />
          <Records data={data} />
        </div>
      )}
    </Answered>
  );
}

/** What asks for somebody's hand. */
const bad: readonly Backups["standing"][] = ["damaged", "failed", "overdue", "drill-overdue"];

function Standing({ data: { standing, command, isOnSameDisk } }: { readonly data: Backups }) {
  const { t } = useWords();
  return (
    <>
      <p className={bad.includes(standing) ? "backups-standing backups-bad" : "backups-standing"} role="status">
        {t(`backups.standing.${standing}`, { command })}
      </p>
      {isOnSameDisk && <p className="backups-standing backups-caution">{t("backups.sameDisk")}</p>}
    </>
  );
}

function Settings({ data: { at, nextAt, daily, monthly, isEncrypted } }: { readonly data: Backups }) {
  const { t } = useWords();
  return (
    <dl className="facts">
      <div>
        <dt>{t("backups.schedule")}</dt>
        <dd>{at && t("backups.daily", { at })}</dd>
      </div>
      <div>
        <dt>{t("backups.next")}</dt>
        <dd>{nextAt && dayAndTime(nextAt)}</dd>
      </div>
      <div>
        <dt>{t("backups.keep")}</dt>
        <dd>{t("backups.kept", { days: daily, months: monthly })}</dd>
      </div>
      <div>
        <dt>{t("backups.storing")}</dt>
        <dd>{t(isEncrypted ? "backups.encrypted" : "backups.plain")}</dd>
      </div>
    </dl>
  );
}

function Files({ data: { backups, command } }: { readonly data: Backups }) {
  const { t } = useWords();
  const caption = t("backups.files");
  return (
    <section className="block">
      <h2>{caption}</h2>
      {backups.length === 0 ? (
        <EmptyNote>{t("backups.none", { command })}</EmptyNote>
      ) : (
        <FigureTable
          caption={caption}
          rows={backups}
          keyOf={({ file }) => file}
          columns={[
            { key: "madeAt", heading: t("backups.madeAt"), cell: ({ madeAt }) => dayAndTime(madeAt) },
            {
              key: "trial",
              heading: t("backups.trial"),
              cell: ({ isProven }) => t(isProven ? "backups.proven" : "backups.unproven"),
            },
            { key: "size", heading: t("backups.megabytes"), cell: ({ megabytes }) => megabytes, isFigure: true },
            {
              key: "revision",
              heading: t("backups.revision"),
              cell: ({ ledgerRevision }) => ledgerRevision,
              isFigure: true,
              isWide: true,
            },
            {
              key: "maker",
              heading: t("backups.maker"),
              cell: ({ madeBy }) => t(`backups.makers.${madeBy}`),
              isWide: true,
            },
            {
              key: "storing",
              heading: t("backups.storing"),
              cell: ({ isEncrypted }) => t(isEncrypted ? "backups.encrypted" : "backups.plain"),
              isWide: true,
            },
            {
              key: "file",
              heading: t("backups.file"),
              cell: ({ file }) => <span className="backups-file">{file}</span>,
              isWide: true,
            },
          ]}
        />
      )}
    </section>
  );
}

type BackupRecord = Backups["records"][number];

function Records({ data: { records } }: { readonly data: Backups }) {
  const { t, say } = useWords();
  const caption = t("backups.records");
  const outcome = ({ kind, isGood, fault, checked }: BackupRecord) => {
    if (fault) return t(`backups.bad.${kind}`, { fault: say(fault) });
    if (!isGood) return t("backups.differs", { differences: checked?.differences ?? 0 });
    if (!checked) return t("backups.made");
    const { rows, editions, figures, auditRows } = checked;
    return t("backups.passed", { rows, editions, figures, auditRows });
  };
  return (
    <section className="block">
      <h2>{caption}</h2>
      {records.length === 0 ? (
        <EmptyNote>{t("backups.noRecords")}</EmptyNote>
      ) : (
        <FigureTable
          caption={caption}
          rows={records}
          keyOf={({ kind, at }) => `${kind} ${at}`}
          columns={[
            {
              key: "at",
              heading: t("backups.at"),
              cell: ({ at }) => <span className="backups-whole">{dayAndTime(at)}</span>,
            },
            {
              key: "kind",
              heading: t("backups.deed"),
              cell: ({ kind }) => <span className="backups-whole">{t(`backups.kind.${kind}`)}</span>,
            },
            {
              key: "outcome",
              heading: t("backups.outcome"),
              cell: (record) => <span className={record.isGood ? undefined : "backups-wrong"}>{outcome(record)}</span>,
            },
            {
              key: "seconds",
              heading: t("backups.seconds"),
              cell: ({ seconds }) => seconds.toFixed(1),
              isFigure: true,
              isWide: true,
            },
            {
              key: "file",
              heading: t("backups.file"),
              cell: ({ file }) => <span className="backups-file">{file ?? "—"}</span>,
              isWide: true,
            },
          ]}
        />
      )}
    </section>
  );
}
