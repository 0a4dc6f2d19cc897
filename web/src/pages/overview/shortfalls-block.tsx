import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { shortfallsQuery } from "../../api/month-review.ts";
import type { Progress, ShortfallGroup, Shortfalls } from "../../api/types.ts";
import { lightLegend } from "../../charts/drawings/legends.tsx";
import { shortfallMarks } from "../../charts/drawings/month-marks.ts";
import { Answered } from "../../components/answered.tsx";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { FigureTable } from "../../components/figure-table.tsx";
import { LightBadge } from "../../components/light-badge.tsx";
import { LightKey } from "../../components/mark-key.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
import { useDistance } from "../../components/shortfall.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { urgencyOf } from "../../lib/lights.ts";
import { useQuestion } from "../../lib/question.ts";
import { useWidth } from "../../lib/use-width.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { listed } from "../../words/listed.ts";
import { useWords } from "../../words/use-words.ts";
import { ChainLink } from "./chain-link.tsx";
import { IndicatorChoice } from "./indicator-choice.tsx";

const ShortfallChart = lazy(async () => ({
  default: (await import("../../charts/shortfall-chart.tsx")).ShortfallChart,
}));

/** Which chains make most of the gap, in firms, since when, and whose it is. */
export function ShortfallsBlock({ progress }: { readonly progress: Progress }) {
  const question = useQuestion();
  const query = useQuery(shortfallsQuery(question));
  return (
    <section className="block block-shortfalls">
      <Answered query={query} skeleton={<SkeletonLines lines={6} height={28} />}>
        {(shortfalls) => <Ranking shortfalls={shortfalls} none={whyNone(progress)} />}
      </Answered>
    </section>
  );
}

/** Why there may be nothing to rank: before the first report nothing is behind, but nothing is on schedule either. */
function whyNone({ behind, lights: { none: _, ...lit } }: Progress) {
  if (behind.length > 0) return "noneCounted";
  return Object.values(lit).every((count) => count === 0) ? "noneLit" : "none";
}

function Ranking({ shortfalls, none }: { readonly shortfalls: Shortfalls; readonly none: ReturnType<typeof whyNone> }) {
  const words = useWords();
  const { t, say } = words;
  const distance = useDistance();
  const question = useQuestion();
  const lacking = shortfalls.groups.filter(({ rows }) => rows.length > 0);
  const group = lacking.find(({ key }) => key === question.indicator) ?? lacking[0];
  if (group === undefined) {
    return (
      <>
        <div className="block-head">
          <h2>{t("overview.shortfalls.title")}</h2>
        </div>
        <EmptyNote>{t(`overview.shortfalls.${none}`)}</EmptyNote>
      </>
    );
  }
  const options = lacking.map((each) => ({
    key: each.key,
    name: t("overview.shortfalls.option", {
      name: indicatorName(words, { ...each, scopeName: null }),
      total: distance(each.total.text, each),
    }),
  }));
  const title = say(group.sentence);
  return (
    <ChartFrame
      level={2}
      title={title}
      subtitle={<QuotationLine quotation={shortfalls.quotation} unit={say(group.unit)} />}
      controls={
        options.length > 1 && <IndicatorChoice label={t("overview.indicator")} chosen={group.key} options={options} />
      }
      files={{ key: "shortfalls", indicator: group.key }}
      isPicture
      saysAll
      chart={<Bars group={group} label={title} />}
      table={<RankingTable group={group} caption={title} />}
    />
  );
}

function Bars({ group, label }: { readonly group: ShortfallGroup; readonly label: string }) {
  const words = useWords();
  const { t, say } = words;
  const distance = useDistance();
  const { ref, width } = useWidth<HTMLDivElement>();
  const bySubject = new Map(group.rows.map(({ target, subject }) => [target, subject]));
  return (
    <>
      <div ref={ref} style={{ minHeight: 24 + group.rows.length * 44 }}>
        <Suspense fallback={<span className="chart-awaited" />}>
          {width > 0 && (
            <ShortfallChart
              {...shortfallMarks(words, group, width)}
              label={label}
              link={(key, name) => <ChainLink subject={bySubject.get(key)}>{name}</ChainLink>}
            />
          )}
        </Suspense>
      </div>
      <LightKey items={lightLegend(words, (light) => group.rows.some((row) => row.light === light))} />
      <dl className="by-unit">
        <dt>{t("overview.shortfalls.units")}</dt>
        {group.units.slice(0, 6).map(({ department, name, shortfall }) => (
          <dd key={department}>
            {say(name)} <b className="short">{t("short", { gap: distance(shortfall.text, group) })}</b>
          </dd>
        ))}
      </dl>
    </>
  );
}

function RankingTable({ group, caption }: { readonly group: ShortfallGroup; readonly caption: string }) {
  const { t, say, month, language } = useWords();
  const nameOf = ({ subject, scopeName }: ShortfallGroup["rows"][number]) =>
    [subject.name, scopeName].flatMap((name) => (name ? say(name) : [])).join(" · ");
  const unitsOf = ({ units }: ShortfallGroup["rows"][number]) =>
    listed(
      language,
      units.map(({ name }) => say(name)),
    );
  return (
    <FigureTable
      caption={caption}
      rows={group.rows}
      keyOf={({ target }) => target}
      columns={[
        {
          key: "subject",
          heading: t("column.subject"),
          cell: nameOf,
          value: nameOf,
        },
        {
          key: "light",
          heading: t("column.light"),
          cell: ({ light }) => <LightBadge light={light} />,
          value: ({ light }) => urgencyOf(light),
        },
        {
          key: "shortfall",
          heading: t("overview.shortfalls.shortfall"),
          isFigure: true,
          cell: ({ shortfall }) => shortfall.text,
          value: ({ shortfall }) => shortfall.value,
        },
        {
          key: "share",
          heading: t("overview.shortfalls.share"),
          isFigure: true,
          cell: ({ share }) => share.text,
          value: ({ share }) => share.value,
        },
        {
          key: "cumulative",
          heading: t("overview.shortfalls.cumulative"),
          isFigure: true,
          cell: ({ cumulative }) => cumulative.text,
          value: ({ cumulative }) => cumulative.value,
        },
        {
          key: "since",
          heading: t("overview.shortfalls.since"),
          cell: ({ since }) => month(since),
          value: ({ since }) => since,
        },
        { key: "units", heading: t("column.units"), cell: unitsOf, value: unitsOf },
      ]}
    />
  );
}
