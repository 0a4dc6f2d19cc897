import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useId, useRef } from "react";
import { remindersQuery } from "../../api/reporting.ts";
import type { Reminders, Text } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { CopyKey } from "../../components/copy-key.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { Quoting } from "../../components/original.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";

/** 催报: for a period that is not closed, a text for the group chat and one for each unit, to be copied. */
export function RemindersBlock({ plan }: { readonly plan: string }) {
  const { t } = useWords();
  const { period }: Search = useSearch({ strict: false });
  const query = useQuery(remindersQuery(plan, period));
  return (
    <section className="block screen-only" aria-labelledby="reminders-title">
      <div className="block-head">
        <h2 id="reminders-title">{t("reporting.reminders.title")}</h2>
        <p className="subtitle">{t("reporting.reminders.subtitle")}</p>
      </div>
      <Answered query={query} skeleton={<SkeletonLines lines={4} height={28} />}>
        {(data) => <Texts data={data} />}
      </Answered>
    </section>
  );
}

function Texts({ data }: { readonly data: Reminders }) {
  const { t, say, month: nameMonth } = useWords();
  const { period, periods, group, units } = data;
  if (period === null) return <EmptyNote>{t("reporting.reminders.closed")}</EmptyNote>;
  return (
    <div className="reminders">
      {periods.length > 1 && <PeriodSelect periods={periods} chosen={period} />}
      {group === null ? (
        <EmptyNote>{t("reporting.reminders.none", { month: nameMonth(period) })}</EmptyNote>
      ) : (
        <>
          <Reminder name={t("reporting.reminders.group")} text={group} isGroup />
          <details className="rest">
            <summary>{t("reporting.reminders.units", { count: units.length })}</summary>
            <div className="reminders">
              {units.map(({ department, name, text }) => (
                <Reminder key={department} name={say(name)} text={text} />
              ))}
            </div>
          </details>
        </>
      )}
    </div>
  );
}

/** A text and the key that copies it; the text can be chosen by hand as well. */
function Reminder({
  name,
  text,
  isGroup = false,
}: {
  readonly name: string;
  readonly text: Text;
  readonly isGroup?: boolean;
}) {
  const { t, say } = useWords();
  const shown = useRef<HTMLParagraphElement>(null);
  return (
    <div className={isGroup ? "reminder reminder-group" : "reminder"}>
      <h3>{name}</h3>
      <p ref={shown} className="reminder-text">
        <Quoting>{say(text)}</Quoting>
      </p>
      <CopyKey text={say(text)} label={t("reporting.reminders.copy", { name })} from={shown} />
    </div>
  );
}

function PeriodSelect({ periods, chosen }: { readonly periods: Reminders["periods"]; readonly chosen: string }) {
  const { t, month: nameMonth } = useWords();
  const navigate = useNavigate();
  const id = useId();
  const choose = (period: string) =>
    void navigate({ to: ".", search: (old: Search) => ({ ...old, period }), replace: true, resetScroll: false });
  return (
    <div className="inline-select">
      <label htmlFor={id}>{t("reporting.reminders.period")}</label>
      <select id={id} value={chosen} onChange={({ target }) => choose(target.value)}>
        {periods.map(({ period, units }) => (
          <option key={period} value={period}>
            {t("reporting.reminders.option", { month: nameMonth(period), count: units })}
          </option>
        ))}
      </select>
    </div>
  );
}
