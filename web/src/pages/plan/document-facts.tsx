import type { Plan } from "../../api/types.ts";
import { Original } from "../../components/original.tsx";
import { useWords } from "../../words/use-words.ts";
import "../../styles/facts.css";

/** The document itself: number, issuer, dates, and how it is reported on. */
export function DocumentFacts({ plan: { plan, incentives } }: { readonly plan: Plan }) {
  const { t, say, month } = useWords();
  const facts = [
    ["documentNumber", plan.documentNumber && <Original key="number">{plan.documentNumber}</Original>],
    ["issuer", say(plan.issuer)],
    ["jurisdiction", `${say(plan.jurisdiction.name)} ${plan.jurisdiction.code}`],
    ["issuedOn", plan.issuedOn],
    ["effectiveFrom", plan.effectiveFrom],
    ["expiresOn", plan.expiresOn],
    ["frequency", t(`plan.frequency.${plan.frequency}`)],
    ["firstPeriod", month(plan.firstPeriod)],
    ["dueDay", t("plan.dueDayIs", { day: plan.dueDay })],
    ["marketEntityWord", <Original key="word">{plan.marketEntityWord}</Original>],
    ["counts", t("plan.countsAre", plan.counts)],
    ["incentives", t("plan.incentivesAre", { count: incentives })],
  ] as const;
  return (
    <section className="block" aria-labelledby="facts-title">
      <h2 id="facts-title" className="unseen">
        {t("plan.facts")}
      </h2>
      <dl className="facts">
        {facts.map(([fact, value]) => (
          <div key={fact}>
            <dt>{t(`plan.fact.${fact}`)}</dt>
            <dd>{value ?? <span className="aside">{t("plan.unstated")}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
