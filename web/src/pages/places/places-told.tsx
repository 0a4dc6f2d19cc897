import type { UseQueryResult } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useMemo, useRef } from "react";
import { addressOf } from "../../api/call.ts";
import type { HeadlineKind, HeadlineLights, Headlines, PlanSummary } from "../../api/types.ts";
import { ChartFiles, type ChartSource } from "../../components/chart-files.tsx";
import { Clauses } from "../../components/clauses.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { countLights, occurring } from "../../lib/lights.ts";
import type { Search } from "../../lib/search.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";
import { PlaceFinder } from "./place-choices.tsx";
import { PlaceMap } from "./place-map.tsx";
import { foundRows, groupedRows, missingPlans, type PlaceRow, placeRows } from "./place-rows.ts";
import { PlaceTable } from "./place-table.tsx";

/** How many places stand how, and which is furthest behind. */
function useSeen(kind: HeadlineKind, rows: readonly PlaceRow[]): string {
  const words = useWords();
  const { t, say, horizon, quantity } = words;
  const counts = countLights(rows.map(({ row }) => row));
  const [widest] = rows;
  const isBehind = widest !== undefined && (widest.row.gap.value ?? 0) > 0;
  return [
    t("places.seen", {
      name: indicatorName(words, { ...kind, scopeName: null }),
      horizon: horizon(kind.horizon, true),
      count: new Set(rows.map(({ plan }) => plan.key)).size,
    }),
    ...occurring(counts).map(({ light, count }) =>
      // Within a sentence; Chinese has no small letters.
      t("places.seenLights", { count, light: t(`light.${light}`).toLowerCase() }),
    ),
    counts.none > 0 && t("places.seenUnlit", { count: counts.none }),
    isBehind &&
      t("places.seenWidest", {
        place: say(widest.plan.jurisdiction.name),
        gap: quantity(widest.row.gap.text, kind.unit),
      }),
  ]
    .filter(Boolean)
    .join(t("places.between"));
}

function useSource(kind: HeadlineKind, { month, basis }: Headlines) {
  const { t, language } = useWords();
  const asked = { indicator: kind.indicator, reading: kind.reading, horizon: kind.horizon, month, basis };
  const lang = language === "en" ? "en" : "zh";
  return (table: string): ChartSource => ({
    tableAt: (format) => addressOf("/api/headlines/tables/{table}", { table }, { ...asked, format, lang }),
    ...(table === "lights" && {
      pictureAt: (scale: "2" | "3") =>
        addressOf("/api/headlines/charts/lights", {}, { ...asked, format: "png", scale, lang }),
    }),
    place: t("places.title"),
    month,
    basis,
  });
}

/** The places at the month and over time, those that have no such target named at the end. */
export function PlacesTold({
  kind,
  headlines,
  lights,
  plans,
}: {
  readonly kind: HeadlineKind;
  readonly headlines: Headlines;
  readonly lights: UseQueryResult<HeadlineLights>;
  readonly plans: readonly PlanSummary[];
}) {
  const { t, say, month } = useWords();
  const { find = "", group, asKnownOn }: Search = useSearch({ strict: false });
  const all = useMemo(() => placeRows(headlines.rows, lights.data, plans), [headlines, lights.data, plans]);
  const rows = useMemo(() => foundRows(all, find), [all, find]);
  const groups = useMemo(() => groupedRows(rows, group !== "none"), [rows, group]);
  const sentence = useSeen(kind, all);
  const source = useSource(kind, headlines);
  const table = useRef<HTMLElement>(null);
  const isOver = kind.horizon < headlines.month;
  const missing = lights.data && missingPlans(headlines.rows, lights.data, plans);
  const nameOf = ({ jurisdiction, title }: PlanSummary) =>
    t("places.planOf", { place: say(jurisdiction.name), plan: say(title) });
  return (
    <>
      <header>
        <h1>
          <Clauses>{sentence}</Clauses>
        </h1>
        <p className="subtitle">
          {[
            t("unitIs", { unit: say(kind.unit) }),
            t("asOf", { month: month(headlines.month) }),
            t(`basis.${headlines.basis}`),
          ].join(" · ")}
        </p>
        <p className="places-note" role="note">
          <b>{t("places.note")}</b> {t("places.noteDetail")}
          {asKnownOn && ` ${t("places.nowOnly", { day: asKnownOn })}`}
          {isOver && ` ${t("places.over", { month: month(kind.horizon) })}`}
        </p>
      </header>
      <section ref={table} className="block" aria-labelledby="places-table">
        <div className="block-head">
          <h2 id="places-table">{t("places.table")}</h2>
          <PlaceFinder
            said={
              find.trim() === ""
                ? t("places.shown", { count: all.length })
                : t("places.found", { count: all.length, found: rows.length })
            }
          />
          <ChartFiles title={t("places.table")} source={source("places")} frame={table} hasPicture={false} />
        </div>
        {rows.length === 0 && find.trim() !== "" ? (
          <EmptyNote>{t("places.foundNone", { find: find.trim() })}</EmptyNote>
        ) : (
          <PlaceTable caption={sentence} kind={kind} groups={groups} month={headlines.month} />
        )}
        {missing && missing.notYet.length > 0 && (
          <Named title={t("places.notYet", { count: missing.notYet.length })} names={missing.notYet.map(nameOf)} />
        )}
        {missing && missing.without.length > 0 && (
          <Named title={t("places.without", { count: missing.without.length })} names={missing.without.map(nameOf)} />
        )}
      </section>
      <PlaceMap kind={kind} query={lights} groups={groups} month={headlines.month} source={source("lights")} />
    </>
  );
}

/** Places that have no row, by name. */
function Named({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  const { t } = useWords();
  return (
    <p className="aside places-named">
      <b>{title}</b> {names.join(t("places.separator"))}
    </p>
  );
}
