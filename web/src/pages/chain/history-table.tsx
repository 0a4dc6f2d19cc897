import type { SubjectMeasure, SubjectTarget, TrendPoint } from "../../api/types.ts";
import type { Panel } from "../../charts/drawings/panels.ts";
import { correctionNote } from "../../components/assessment-words.ts";
import { FigureLife } from "../../components/figure-life.tsx";
import { type Column, FigureTable } from "../../components/figure-table.tsx";
import { LightBadge } from "../../components/light-badge.tsx";
import { urgencyOf } from "../../lib/lights.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";
import { judgedReportOf, reportOf } from "./report-of.ts";

interface Row {
  readonly month: string;
  readonly points: ReadonlyMap<string, TrendPoint>;
}

/** The months of a chart as figures, newest first: the value, who reported it, and for each target its schedule and light. */
export function HistoryTable({ panel }: { readonly panel: Panel }) {
  const words = useWords();
  const { t, say, month, horizon } = words;
  const { targets, measure, focus } = panel;
  const columns: Column<Row>[] = [
    {
      key: "month",
      heading: t("chain.twin.month"),
      cell: (row) => <span className="chain-whole">{month(row.month)}</span>,
      value: (row) => row.month,
    },
    {
      key: "achieved",
      heading: t("column.achieved"),
      cell: (row) => <Achieved row={row} measure={measure} />,
      value: ({ points }) => [...points.values()][0]?.achieved.value ?? null,
      isFigure: true,
    },
    // The target that the title speaks of comes first; one that is past has no more months to show.
    ...[focus, ...targets.filter((target) => target !== focus)].flatMap(({ target }): Column<Row>[] => [
      {
        key: `${target.key} expected`,
        heading: (
          <>
            <small className="aside chain-goal">
              {t("chain.twin.goal", { horizon: horizon(target.horizon), target: say(target.text) })}
            </small>
            {t("column.expected")}
          </>
        ),
        cell: ({ points }) => points.get(target.key)?.expected.text ?? "",
        value: ({ points }) => points.get(target.key)?.expected.value ?? null,
        isFigure: true,
      },
      {
        key: `${target.key} completion`,
        heading: t("column.completion"),
        cell: ({ points }) => points.get(target.key)?.completion.text ?? "",
        value: ({ points }) => points.get(target.key)?.completion.value ?? null,
        isFigure: true,
      },
      {
        key: `${target.key} light`,
        heading: t("column.light"),
        cell: ({ points }) => {
          const point = points.get(target.key);
          return point && <LightBadge light={point.light} />;
        },
        value: ({ points }) => urgencyOf(points.get(target.key)?.light),
      },
    ]),
    {
      key: "by",
      heading: t("chain.value.reportedBy"),
      cell: (row) => {
        const report = reportOf(measure, row.month);
        if (!report) return null;
        return (
          <>
            {say(report.reportedBy)} <span className="aside">{report.reportedAt.slice(0, 10)}</span>
          </>
        );
      },
      isWide: true,
    },
  ];
  return (
    <div className="chain-long chain-twin">
      <FigureTable
        caption={t("chain.twin.caption", { name: indicatorName(words, focus.assessment) })}
        columns={columns}
        rows={rowsOf(targets)}
        keyOf={(row) => row.month}
      />
    </div>
  );
}

/** The value of a month, and whether it is carried from an earlier one or corrected. */
function Achieved({ row, measure }: { readonly row: Row; readonly measure: SubjectMeasure }) {
  const { t } = useWords();
  const [point] = row.points.values();
  if (!point) return null;
  if (point.light === "unreported" && point.achieved.value === null) return t("value.unreported");
  const report = point.achieved.value === null ? undefined : judgedReportOf(measure, row.month);
  return (
    <>
      {report ? (
        <FigureLife measure={measure.key} month={report.month}>
          {point.achieved.text}
        </FigureLife>
      ) : (
        point.achieved.text
      )}
      {!point.isReported && point.light === "unreported" && (
        <small className="aside">{t("chain.twin.notReported")}</small>
      )}
      {point.isCorrected && <small className="aside">{correctionNote(t, point)}</small>}
    </>
  );
}

/** The months in which anything is to be said, each with the points of the targets that still run. */
function rowsOf(targets: readonly SubjectTarget[]): Row[] {
  const months = new Map<string, Map<string, TrendPoint>>();
  for (const { target, history } of targets) {
    for (const point of history) {
      if (target.deadline !== null && point.month > target.deadline) continue;
      const points = months.get(point.month) ?? new Map<string, TrendPoint>();
      months.set(point.month, points.set(target.key, point));
    }
  }
  return [...months].map(([month, points]) => ({ month, points })).sort((a, b) => (a.month < b.month ? 1 : -1));
}
