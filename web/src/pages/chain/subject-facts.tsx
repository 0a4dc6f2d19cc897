import { Link } from "@tanstack/react-router";
import type { AssignedUnit, PlanSubject } from "../../api/types.ts";
import { Clause } from "../../components/original.tsx";
import { useWords } from "../../words/use-words.ts";

/** What the plan says of a subject: park, lead enterprise, directions, clause, and the units that answer for it. */
export function SubjectFacts({ subject }: { readonly subject: PlanSubject }) {
  const { t, say, language } = useWords();
  const { park, leadEnterprise, directions, clause, units } = subject;
  return (
    <dl className="chain-facts" aria-label={t("chain.facts.label")}>
      {park && <Fact name={t("chain.facts.park")}>{say(park)}</Fact>}
      {leadEnterprise && <Fact name={t("chain.facts.leadEnterprise")}>{say(leadEnterprise)}</Fact>}
      {directions.length > 0 && (
        <Fact name={t("chain.facts.directions")} isLong>
          {directions.map(say).join(language === "en" ? "; " : "；")}
        </Fact>
      )}
      <Fact name={t("chain.facts.clause")}>
        <Clause>{clause}</Clause>
      </Fact>
      <Fact name={t("chain.facts.units")}>
        <ul className="chain-units">
          {units.map((unit) => (
            <Unit key={`${unit.department}${unit.role}`} unit={unit} />
          ))}
        </ul>
      </Fact>
    </dl>
  );
}

/** One fact; a long one is cut to the line where the page stands on one screen, and whole when pointed at. */
const Fact = ({
  name,
  isLong = false,
  children,
}: {
  readonly name: string;
  readonly isLong?: boolean;
  readonly children: React.ReactNode;
}) => (
  <div className={isLong ? "chain-fact-long" : undefined}>
    <dt>{name}</dt>
    <dd title={isLong && typeof children === "string" ? children : undefined}>{children}</dd>
  </div>
);

/** One unit with its role: 牵头 stands out, the reporting unit says so, and what the text does not name is 推定. */
function Unit({ unit }: { readonly unit: AssignedUnit }) {
  const { t, say } = useWords();
  const notes = [
    t(`chain.facts.${unit.role}`),
    unit.isReporting && t("chain.facts.reporting"),
    unit.isImplied && t("chain.facts.implied"),
  ].filter(Boolean);
  return (
    <li title={unit.isImplied ? t("chain.facts.impliedWhy") : undefined}>
      <Link to="/department" search={(old) => ({ ...old, department: unit.department })}>
        {say(unit.name)}
      </Link>
      <span className={unit.role === "lead" ? "chain-role chain-role-lead" : "chain-role"}>{notes.join(" · ")}</span>
    </li>
  );
}
