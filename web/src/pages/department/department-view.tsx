import type { Departments, Plan } from "../../api/types.ts";
import { AttributionSwitch } from "../../components/attribution-switch.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { LightCounts } from "../../components/light-counts.tsx";
import { Original } from "../../components/original.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { listed } from "../../words/listed.ts";
import { useWords } from "../../words/use-words.ts";
import { DepartmentMembers } from "./department-members.tsx";
import { DepartmentOverTime } from "./department-over-time.tsx";
import { DepartmentRecord } from "./department-record.tsx";
import { DepartmentSums } from "./department-sums.tsx";
import { DepartmentTargets } from "./department-targets.tsx";

/** What one unit answers for, in the attribution chosen, and how it has reported. */
export function DepartmentView({
  unit,
  data,
  attribution,
}: {
  readonly unit: Plan["departments"][number];
  readonly data: Departments;
  readonly attribution: Departments["attribution"];
}) {
  const { t, say, month, horizon, language } = useWords();
  const own = data.departments.find(({ department }) => department.key === unit.key);
  const name = say(unit.name);
  usePageTitle(name, say(data.plan.jurisdiction.name), month(data.quotation.month));
  return (
    <>
      <header className="department-head">
        <p className="eyebrow">{t(`department.kinds.${unit.kind}`)}</p>
        <h1>{own ? <Seen own={own} name={name} /> : name}</h1>
        <p className="subtitle">
          {horizon(data.horizon)} · <QuotationLine quotation={data.quotation} />
        </p>
        <AttributionSwitch chosen={attribution} />
        {own && <LightCounts counts={own.lights} />}
        <dl className="department-facts">
          {unit.aliases.length > 0 && (
            <Fact name={t("department.aliases")}>
              <Original>{unit.aliases.join("、")}</Original>
            </Fact>
          )}
          {unit.members.length > 0 && (
            <Fact name={t("department.members")}>{listed(language, unit.members.map(say))}</Fact>
          )}
        </dl>
      </header>
      <DepartmentOverTime department={unit.key} name={name} />
      {own && own.assessments.length > 0 ? (
        <>
          {own.byMember.length > 0 && <DepartmentMembers own={own} />}
          <DepartmentSums own={own} />
          <DepartmentTargets own={own} data={data} />
        </>
      ) : (
        <EmptyNote>
          {attribution === "lead" ? t("department.unknownLead", { name }) : t("department.none", { name })}
        </EmptyNote>
      )}
      <DepartmentRecord department={unit.key} name={name} />
    </>
  );
}

/** The line a leader reads: composite, what is reported, rank. */
function Seen({ own, name }: { readonly own: Departments["departments"][number]; readonly name: string }) {
  const { t } = useWords();
  const { composite, reported, targets, rank } = own;
  if (composite.value === null) return <>{t("department.seenNone", { name })}</>;
  const words = [
    t("department.seen", {
      name,
      composite: composite.text,
      reported: t("departments.reportedLong", { reported, targets }),
    }),
    rank === null ? t("departments.unrankedShort") : t("department.rankOf", { rank }),
  ];
  return <>{words.join(t("department.comma"))}</>;
}

const Fact = ({ name, children }: { readonly name: string; readonly children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
