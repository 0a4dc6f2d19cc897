import { Link } from "@tanstack/react-router";
import type { AssignedUnit, PlanSubject } from "../../api/types.ts";
import { FigureTable } from "../../components/figure-table.tsx";
import { Clause } from "../../components/original.tsx";
import { useWords } from "../../words/use-words.ts";

/** The chains with their park, lead enterprise, directions and units, as the document lists them. */
export function ChainFacts({ subjects }: { readonly subjects: readonly PlanSubject[] }) {
  const { t, say } = useWords();
  const chains = subjects.filter(({ kind }) => kind === "chain");
  if (chains.length === 0) return null;
  return (
    <section className="block" id="chains">
      <div className="block-head">
        <h2>{t("plan.chains")}</h2>
        <p className="subtitle">{t("plan.chainsCount", { count: chains.length })}</p>
      </div>
      <FigureTable
        caption={t("plan.chains")}
        rows={chains}
        keyOf={({ key }) => key}
        columns={[
          {
            key: "chain",
            heading: t("column.chain"),
            cell: ({ key, name }) => (
              <Link to="/chain" search={(old) => ({ ...old, subject: key })}>
                {say(name)}
              </Link>
            ),
          },
          { key: "park", heading: t("plan.column.park"), cell: ({ park }) => (park ? say(park) : "—") },
          {
            key: "lead",
            heading: t("plan.column.leadEnterprise"),
            cell: ({ leadEnterprise }) => (leadEnterprise ? say(leadEnterprise) : "—"),
          },
          {
            key: "directions",
            heading: t("plan.column.directions"),
            cell: ({ directions }) => directions.map(say).join(t("plan.between")) || "—",
          },
          { key: "units", heading: t("column.units"), cell: ({ units }) => <Units units={units} /> },
          {
            key: "clause",
            heading: t("column.clause"),
            cell: ({ clause }) => <Clause>{clause}</Clause>,
            isWide: true,
          },
        ]}
      />
    </section>
  );
}

function Units({ units }: { readonly units: readonly AssignedUnit[] }) {
  const { t, say } = useWords();
  const isImplied = units.length > 0 && units.every((unit) => unit.isImplied);
  return (
    <>
      {units.map(({ department, name, role }, place) => (
        <span key={department}>
          {place > 0 && t("plan.between")}
          <span className="whole">
            {say(name)}
            {role === "lead" && <span className="aside">{t("plan.lead")}</span>}
          </span>
        </span>
      ))}
      {isImplied && <small className="aside">{t("plan.impliedUnit")}</small>}
    </>
  );
}
