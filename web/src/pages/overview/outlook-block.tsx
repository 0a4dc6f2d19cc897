import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { outlookQuery } from "../../api/month-review.ts";
import type { Outlook } from "../../api/types.ts";
import { outlookLegend } from "../../charts/drawings/legends.tsx";
import { isProjected, outlookMarks, type Projected } from "../../charts/drawings/month-marks.ts";
import { Answered } from "../../components/answered.tsx";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { FigureTable } from "../../components/figure-table.tsx";
import { Legend } from "../../components/mark-key.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
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
  const { ref, width } = useWidth<HTMLDivElement>();
  return (
    <>
      <div ref={ref} style={{ minHeight: 24 + prospects.length * 52 }}>
        <Suspense fallback={<span className="chart-awaited" />}>
          {width > 0 && <OutlookChart {...outlookMarks(words, prospects, width)} label={label} />}
        </Suspense>
      </div>
      <Legend items={outlookLegend(words)} />
    </>
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
