import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { outlookQuery } from "../../api/month-review.ts";
import type { Outlook, Prospect } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { FigureTable } from "../../components/figure-table.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
import { useDistance } from "../../components/shortfall.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { useQuestion } from "../../lib/question.ts";
import { useWidth } from "../../lib/use-width.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";

const OutlookChart = lazy(async () => ({ default: (await import("../../charts/outlook-chart.tsx")).OutlookChart }));

/** Whether the overall goals will be met as things go, and the pace that each needs. */
export function OutlookBlock() {
  const question = useQuestion();
  const query = useQuery(outlookQuery(question));
  return (
    <section className="block block-outlook">
      <Answered query={query} skeleton={<SkeletonLines lines={4} height={30} />}>
        {(outlook) => <Prospects outlook={outlook} />}
      </Answered>
    </section>
  );
}

type Projected = Prospect & { readonly forecast: NonNullable<Prospect["forecast"]> };
const isProjected = (prospect: Prospect): prospect is Projected => prospect.forecast !== null;

function Prospects({ outlook }: { readonly outlook: Outlook }) {
  const words = useWords();
  const { t, say } = words;
  const projected = outlook.prospects.filter(isProjected);
  const rest = outlook.prospects.filter((each) => !isProjected(each));
  const title = say(outlook.sentence);
  const method = projected[0] && [...new Set(projected.map(({ forecast }) => say(forecast.methodName)))].join(" · ");
  return (
    <>
      {projected.length === 0 ? (
        <>
          <div className="block-head">
            <h2>{t("overview.outlook.title")}</h2>
          </div>
          <EmptyNote>{outlook.prospects.length === 0 ? t("overview.outlook.none") : title}</EmptyNote>
        </>
      ) : (
        <ChartFrame
          level={2}
          title={title}
          subtitle={<QuotationLine quotation={outlook.quotation} />}
          files={{ key: "outlook" }}
          isPicture
          chart={<Marks prospects={projected} label={title} />}
          table={<ProspectsTable prospects={projected} caption={title} />}
        />
      )}
      {method && (
        <p className="aside outlook-note">
          {t("overview.outlook.note")} {t("overview.outlook.method")}：{method}
        </p>
      )}
      {rest.length > 0 && (
        <details className="rest">
          <summary>{t("overview.outlook.notProjected", { count: rest.length })}</summary>
          <ul className="rail-list">
            {rest.map((each) => (
              <li key={each.target}>
                <span>{indicatorName(words, each)}</span>
                <span className="aside">{each.refusal && t(`overview.outlook.refusal.${each.refusal}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Marks({ prospects, label }: { readonly prospects: readonly Projected[]; readonly label: string }) {
  const words = useWords();
  const { t, say } = words;
  const distance = useDistance();
  const { ref, width } = useWidth<HTMLDivElement>();
  const isSlim = width < 560;
  const columns = [
    ...(isSlim ? [] : [{ key: "projected", heading: t("overview.outlook.projected"), width: 92 }]),
    { key: "probability", heading: t("overview.outlook.probability"), width: isSlim ? 64 : 84 },
    { key: "pace", heading: t("overview.outlook.pace"), width: isSlim ? 78 : 104 },
  ];
  const figures = ({ forecast, ...each }: Projected): Record<string, string> => ({
    projected: forecast.projected.text,
    probability: forecast.probability.text,
    pace: distance(forecast.pace.text, each),
  });
  return (
    <>
      <div ref={ref} style={{ minHeight: 24 + prospects.length * 52 }}>
        <Suspense fallback={<span className="chart-awaited" />}>
          {width > 0 && (
            <OutlookChart
              rows={prospects.map((each) => ({
                key: each.target,
                name: indicatorName(words, each),
                note: say(each.targetText),
                figures: columns.map(({ key }) => figures(each)[key] ?? ""),
                achieved: each.achieved.value ?? 0,
                projected: each.forecast.projected.value ?? 0,
                low: each.forecast.low.value ?? 0,
                high: each.forecast.high.value ?? 0,
                target: each.targetValue.value ?? 0,
              }))}
              width={width}
              columns={columns}
              label={label}
            />
          )}
        </Suspense>
      </div>
      <OutlookKey />
    </>
  );
}

/** Each mark of the chart beside its word. */
function OutlookKey() {
  const { t } = useWords();
  const marks = [
    { word: t("column.achieved"), mark: <rect className="outlook-bar" x={1} y={3} width={24} height={8} /> },
    {
      word: t("overview.outlook.interval"),
      mark: <rect className="outlook-band" x={1} y={1} width={24} height={12} />,
    },
    {
      word: t("overview.outlook.projected"),
      mark: (
        <>
          <line className="outlook-way" x1={1} x2={18} y1={7} y2={7} />
          <circle className="outlook-point" cx={20} cy={7} r={4} />
        </>
      ),
    },
    { word: t("overview.outlook.target"), mark: <path className="bullet-bracket" d="M9 1h5v12h-5" /> },
  ];
  return (
    <p className="mark-key" data-legend="">
      {marks.map(({ word, mark }) => (
        <span key={word}>
          <svg width={26} height={14} aria-hidden="true">
            {mark}
          </svg>
          {word}
        </span>
      ))}
    </p>
  );
}

function ProspectsTable({
  prospects,
  caption,
}: {
  readonly prospects: readonly Projected[];
  readonly caption: string;
}) {
  const words = useWords();
  const { t, say } = words;
  return (
    <FigureTable
      caption={caption}
      rows={prospects}
      keyOf={({ target }) => target}
      columns={[
        {
          key: "goal",
          heading: t("overview.outlook.goal"),
          cell: (each) => indicatorName(words, each),
          value: (each) => indicatorName(words, each),
        },
        {
          key: "target",
          heading: t("overview.outlook.target"),
          cell: ({ targetText }) => say(targetText),
          value: ({ targetValue }) => targetValue.value,
        },
        {
          key: "achieved",
          heading: t("column.achieved"),
          isFigure: true,
          cell: ({ achieved }) => achieved.text,
          value: ({ achieved }) => achieved.value,
        },
        {
          key: "projected",
          heading: t("overview.outlook.projected"),
          isFigure: true,
          cell: ({ forecast }) => forecast.projected.text,
          value: ({ forecast }) => forecast.projected.value,
        },
        {
          key: "interval",
          heading: t("overview.outlook.interval"),
          isFigure: true,
          cell: ({ forecast }) => t("value.range", { from: forecast.low.text, to: forecast.high.text }),
        },
        {
          key: "probability",
          heading: t("overview.outlook.probability"),
          isFigure: true,
          cell: ({ forecast }) => forecast.probability.text,
          value: ({ forecast }) => forecast.probability.value,
        },
        {
          key: "pace",
          heading: t("overview.outlook.pace"),
          isFigure: true,
          cell: ({ forecast }) => forecast.pace.text,
          value: ({ forecast }) => forecast.pace.value,
        },
      ]}
    />
  );
}
