import type { DepartmentHistories, DepartmentHistory } from "../api/types.ts";
import { unitHistoryLegend } from "../charts/drawings/legends.tsx";
import { unitHistorySubtitle, unitMarks } from "../charts/drawings/time-marks.ts";
import { UnitHistoryChart, unitHistoryHeight } from "../charts/unit-history-chart.tsx";
import { lights } from "../lib/lights.ts";
import { useWidth } from "../lib/use-width.ts";
import { useWords } from "../words/use-words.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { EmptyNote } from "./empty-note.tsx";
import { FigureTable } from "./figure-table.tsx";
import { Legend } from "./mark-key.tsx";
import "../styles/unit-history.css";
import "../styles/history-marks.css";

/** One unit over the months: composite, targets by light, and its reports, on one axis of time. */
export function UnitHistory({
  data,
  unit,
  most,
  level,
}: {
  readonly data: DepartmentHistories;
  readonly unit: DepartmentHistory;
  readonly most: number;
  readonly level: 2 | 3;
}) {
  const words = useWords();
  const { t, say } = words;
  const title = say(unit.sentence);
  if (unit.months.length === 0) {
    return (
      <>
        <h2 className="unit-history-title">{title}</h2>
        <EmptyNote>{t("unitHistory.none")}</EmptyNote>
      </>
    );
  }
  return (
    <ChartFrame
      level={level}
      title={title}
      subtitle={unitHistorySubtitle(words, data)}
      files={{ key: "department-histories", departments: [unit.department.key] }}
      isPicture
      chart={<Picture unit={unit} most={most} label={title} />}
      table={<MonthsTable unit={unit} caption={title} />}
    />
  );
}

function Picture({
  unit,
  most,
  label,
}: {
  readonly unit: DepartmentHistory;
  readonly most: number;
  readonly label: string;
}) {
  const words = useWords();
  const { ref, width } = useWidth<HTMLDivElement>();
  return (
    <>
      <div ref={ref} style={{ minHeight: unitHistoryHeight }}>
        {width > 0 && <UnitHistoryChart {...unitMarks(words, unit)} most={most} width={width} label={label} />}
      </div>
      <Legend items={unitHistoryLegend(words, unit)} />
    </>
  );
}

/** The months as figures, the last one first, each period with how it was reported. */
function MonthsTable({ unit, caption }: { readonly unit: DepartmentHistory; readonly caption: string }) {
  const { t, month } = useWords();
  const reported = new Map(unit.periods.map((each) => [each.period, each]));
  const occurring = lights.filter((light) => unit.months.some(({ lights: counts }) => counts[light] > 0));
  return (
    <div className="unit-history-table">
      <FigureTable
        caption={caption}
        rows={unit.months.toReversed()}
        keyOf={(each) => each.month}
        columns={[
          {
            key: "month",
            heading: t("chain.twin.month"),
            cell: (each) => <span className="unit-history-month">{month(each.month)}</span>,
            value: (each) => each.month,
          },
          {
            key: "composite",
            heading: t("departments.composite"),
            isFigure: true,
            cell: ({ composite }) => composite.text,
            value: ({ composite }) => composite.value,
          },
          {
            key: "reported",
            heading: t("departments.reported"),
            isFigure: true,
            cell: ({ reported: given, targets }) => t("departments.reportedOf", { reported: given, targets }),
          },
          ...occurring.map((light) => ({
            key: light,
            heading: t(`light.${light}`),
            isFigure: true,
            cell: ({ lights: counts }: DepartmentHistory["months"][number]) => counts[light],
            value: ({ lights: counts }: DepartmentHistory["months"][number]) => counts[light],
          })),
          {
            key: "record",
            heading: t("unitHistory.record"),
            cell: (each) => {
              const period = reported.get(each.month);
              if (!period) return null;
              const { punctuality, submittedOn } = period;
              return [t(`reporting.punctuality.${punctuality}`), submittedOn].filter(Boolean).join(" ");
            },
          },
        ]}
      />
    </div>
  );
}
