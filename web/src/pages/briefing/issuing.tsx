import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { issuedQuery } from "../../api/briefing.ts";
import type { Briefing, Briefings, IssuedBriefing, PlanMonth } from "../../api/types.ts";
import { dayAndTime } from "../../lib/china-time.ts";
import type { Search } from "../../lib/search.ts";
import { useMay } from "../../lib/use-may.ts";
import { useWords } from "../../words/use-words.ts";
import { IssueDialog } from "./issue-dialog.tsx";
import { nameOf } from "./issued-name.ts";

/** What was issued of exactly what is shown, the latest first. */
const issuedOf = ({ briefings }: Briefings, { month, horizon, basis, edition }: Briefing): readonly IssuedBriefing[] =>
  briefings.filter(
    (each) =>
      each.month === month &&
      each.horizon === horizon &&
      each.basis === basis &&
      edition !== null &&
      each.edition === edition.edition,
  );

/** Whether what is shown was issued already, and its issuing by who may: of an edition, and of nothing else. */
export function Issuing({
  briefing,
  editions,
}: {
  readonly briefing: Briefing;
  readonly editions: PlanMonth["editions"];
}) {
  const { t } = useWords();
  const mayIssue = useMay("issue-briefings");
  const { data } = useQuery(issuedQuery(briefing.plan.key));
  const [isAsked, setAsked] = useState(false);
  const [given, setGiven] = useState<string | null>(null);
  if (data === undefined) return null;
  const already = issuedOf(data, briefing);
  if (!mayIssue && already.length === 0) return null;
  const isFrozen = briefing.edition !== null;
  return (
    <section className="briefing-issuing" aria-labelledby="briefing-issuing">
      <h2 id="briefing-issuing">{t("briefing.issuing")}</h2>
      {already.map((each) => (
        <p key={nameOf(each)} className="briefing-already">
          <Link to="/briefing" search={(old: Search) => ({ ...old, view: "issued", issued: nameOf(each) })}>
            {t("briefing.issuedAs", { year: each.year, number: each.number, at: dayAndTime(each.issuedAt) })}
          </Link>
        </p>
      ))}
      <p role="status" className={given === null ? "unseen" : "briefing-given"}>
        {given}
      </p>
      {mayIssue && !isFrozen && <p className="aside">{t("briefing.issueUnfrozen")}</p>}
      {mayIssue && isFrozen && (
        <button
          type="button"
          className={already.length === 0 ? "key key-strong" : "key"}
          onClick={() => setAsked(true)}
        >
          {t(already.length === 0 ? "briefing.issue" : "briefing.issueAgain")}
        </button>
      )}
      {isAsked && (
        <IssueDialog
          briefing={briefing}
          issued={data}
          already={already}
          newest={Math.max(...editions.map(({ edition }) => edition))}
          onClose={() => setAsked(false)}
          onIssued={(number) => setGiven(t("briefing.issuedNow", { ...number }))}
        />
      )}
    </section>
  );
}
