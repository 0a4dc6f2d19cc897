import { Link } from "@tanstack/react-router";
import type { DepartmentHistory } from "../../api/types.ts";
import { EmptyNote } from "../../components/empty-note.tsx";
import { FigureTable } from "../../components/figure-table.tsx";
import { LightBadge } from "../../components/light-badge.tsx";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";

type Row = DepartmentHistory["subjects"][number];

/** The subjects of a unit: those that are its alone first, then those that others answer for too, with their names. */
export function DepartmentSubjects({ unit, name }: { readonly unit: DepartmentHistory; readonly name: string }) {
  const { t, say } = useWords();
  const { subjects, alone, joint } = unit;
  const rows = [
    ...subjects.filter(({ others }) => others.length === 0),
    ...subjects.filter(({ others }) => others.length > 0),
  ];
  return (
    <section className="block" aria-labelledby="subjects-title">
      <div className="block-head">
        <h2 id="subjects-title">{t("department.subjects")}</h2>
        <p className="subtitle">{t("department.subjectsSeen", { alone, joint })}</p>
      </div>
      {rows.length === 0 ? (
        <EmptyNote>{t("department.subjectsNone")}</EmptyNote>
      ) : (
        <FigureTable
          caption={t("department.subjectsCaption", { name })}
          rows={rows}
          keyOf={({ subject }) => subject.key}
          columns={[
            {
              key: "subject",
              heading: t("column.subject"),
              cell: ({ subject }) => (
                <Link
                  to="/chain"
                  search={(old: Search) => ({ ...old, subject: subject.key })}
                  className="department-subject"
                >
                  {say(subject.name)}
                </Link>
              ),
            },
            { key: "role", heading: t("department.role"), cell: (row) => <Role row={row} /> },
            {
              key: "others",
              heading: t("department.with"),
              cell: (row) => <Others row={row} />,
            },
            {
              key: "targets",
              heading: t("department.targetsCount"),
              isFigure: true,
              isWide: true,
              cell: ({ targets }) => targets,
            },
            {
              key: "light",
              heading: t("column.light"),
              cell: ({ light, targets }) => (targets === 0 ? t("light.none") : <LightBadge light={light} />),
            },
          ]}
        />
      )}
    </section>
  );
}

/** 牵头 or 责任, whether it reports, and whether it stands because the text names nobody. */
function Role({ row: { role, isReporting, isImplied } }: { readonly row: Row }) {
  const { t } = useWords();
  const notes = [isReporting && t("chain.facts.reporting"), isImplied && t("chain.facts.implied")].filter(Boolean);
  return (
    <>
      {role === "lead" ? <b>{t("chain.facts.lead")}</b> : t("chain.facts.responsible")}
      {notes.length > 0 && (
        <small className="aside department-role" title={isImplied ? t("chain.facts.impliedWhy") : undefined}>
          {notes.join(" · ")}
        </small>
      )}
    </>
  );
}

/** With whom: the lead marked, and said where the text names none. */
function Others({ row: { others, hasLead } }: { readonly row: Row }) {
  const { t, say } = useWords();
  if (others.length === 0) return <>{t("department.alone")}</>;
  return (
    <>
      <ul className="department-others">
        {others.map((unit) => (
          <li key={`${unit.department}${unit.role}`}>
            <Link to="/department" search={(old: Search) => ({ ...old, department: unit.department })}>
              {say(unit.name)}
            </Link>
            {unit.role === "lead" && <small className="aside">{t("chain.facts.lead")}</small>}
          </li>
        ))}
      </ul>
      {!hasLead && <small className="aside">{t("department.noLead")}</small>}
    </>
  );
}
