import type { DepartmentHistories, DepartmentHistory } from "../api/types.ts";
import { UnitHistoryChart, unitHistoryHeight } from "../charts/unit-history-chart.tsx";
import { lights } from "../lib/lights.ts";
import { useWidth } from "../lib/use-width.ts";
import { useWords } from "../words/use-words.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { EmptyNote } from "./empty-note.tsx";
import { FigureTable } from "./figure-table.tsx";
import { LightShape } from "./light-shape.tsx";
import { PunctualityMark } from "./punctuality-mark.tsx";
import { QuotationLine } from "./quotation-line.tsx";
import "../styles/unit-history.css";
import "../styles/history-marks.css";

const punctualities = ["on-time", "late", "missing"] as const;

/** The most targets that stand in any month of any of the units: the scale that they share. */
export const mostTargets = (units: readonly DepartmentHistory[]) =>
  Math.max(
    0,
    ...units.flatMap(({ months }) =>
      months.map(({ lights: counts }) => Object.values(counts).reduce((sum, count) => sum + count, 0)),
    ),
  );

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
  const { t, say, horizon } = useWords();
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
      subtitle={
        <>
          {horizon(data.horizon)} · {t(`departments.attribution.${data.attribution}`)} ·{" "}
          <QuotationLine quotation={data.quotation} />
        </>
      }
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
  const { t } = useWords();
  const { ref, width } = useWidth<HTMLDivElement>();
  const { months, periods } = unit;
  const last = months.findLast(({ composite }) => composite.value !== null);
  return (
    <>
      <div ref={ref} style={{ minHeight: unitHistoryHeight }}>
        {width > 0 && (
          <UnitHistoryChart
            months={months.map((each) => ({ ...each, composite: each.composite.value }))}
            periods={periods}
            most={most}
            width={width}
            words={{
              composite: t("departments.composite"),
              lights: t("unitHistory.lights"),
              reports: t("unitHistory.reports"),
              last: last?.composite.text ?? "",
            }}
            label={label}
          />
        )}
      </div>
      <p className="mark-key" data-legend="">
        {lights
          .filter((light) => months.some(({ lights: counts }) => counts[light] > 0))
          .map((light) => (
            <span key={light} className="light">
              <LightShape light={light} size={12} />
              {t(`light.${light}`)}
            </span>
          ))}
        {punctualities
          .filter((punctuality) => periods.some((period) => period.punctuality === punctuality))
          .map((punctuality) => (
            <span key={punctuality}>
              <PunctualityMark punctuality={punctuality} />
              {t(`reporting.punctuality.${punctuality}`)}
            </span>
          ))}
      </p>
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
