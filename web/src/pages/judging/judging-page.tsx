import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { judgingQuery } from "../../api/judging.ts";
import type { Judging } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useQuestion } from "../../lib/question.ts";
import type { Search } from "../../lib/search.ts";
import { useMay } from "../../lib/use-may.ts";
import { useWords } from "../../words/use-words.ts";
import { CalendarForm } from "./calendar-form.tsx";
import { CalendarsTable, RulesTable } from "./history-tables.tsx";
import { RuleForm } from "./rule-form.tsx";
import "../../styles/facts.css";
import "../../styles/forms.css";
import "../../styles/light-map.css";
import "../../styles/people.css";
import "./judging.css";

/** 亮灯规则与入库日历: what holds and what held, and for the office another one with all that it would change. */
export function JudgingPage() {
  const { t, say } = useWords();
  const { plan } = useQuestion();
  const query = useQuery(judgingQuery(plan));
  usePageTitle(t("judging.title"), query.data && say(query.data.plan.jurisdiction.name));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={10} height={32} />}>
      {(data) => <Desk key={plan} data={data} />}
    </Answered>
  );
}

const kinds = [
  { kind: undefined, name: "rules" },
  { kind: "calendar", name: "calendars" },
] as const;

function Desk({ data }: { readonly data: Judging }) {
  const { t } = useWords();
  const { kind: asked } = useQuestion();
  const isCalendar = asked === "calendar";
  return (
    <div className="judging">
      <header>
        <p className="way-back screen-only">
          <Link to="/plan">{t("revision.back")}</Link>
        </p>
        <h1>{t("judging.title")}</h1>
        <p className="subtitle">{t("judging.subtitle")}</p>
      </header>
      <nav className="people-tabs screen-only" aria-label={t("judging.title")}>
        {kinds.map(({ kind, name }) => (
          <Link
            key={name}
            to="."
            search={(old: Search) => ({ ...old, kind, trial: undefined })}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={asked === kind ? "page" : undefined}
            resetScroll={false}
          >
            {t(`judging.${name}`)}
          </Link>
        ))}
      </nav>
      {isCalendar ? <Calendars data={data} /> : <Rules data={data} />}
    </div>
  );
}

function Rules({ data }: { readonly data: Judging }) {
  const { t } = useWords();
  const mayEdit = useMay("revise-plans");
  return (
    <>
      <RulesTable rules={data.rules} />
      {mayEdit ? <RuleForm key={data.rules.length} data={data} /> : <EmptyNote>{t("judging.officeOnly")}</EmptyNote>}
    </>
  );
}

function Calendars({ data }: { readonly data: Judging }) {
  const { t } = useWords();
  const mayEdit = useMay("revise-plans");
  const { batchTargets } = data;
  return (
    <>
      <p className="told">
        {batchTargets === 0 ? t("judging.noBatch") : t("judging.batchCount", { count: batchTargets })}
      </p>
      <CalendarsTable calendars={data.calendars} />
      {batchTargets > 0 &&
        (mayEdit ? (
          <CalendarForm key={data.calendars.length} data={data} />
        ) : (
          <EmptyNote>{t("judging.officeOnly")}</EmptyNote>
        ))}
    </>
  );
}
