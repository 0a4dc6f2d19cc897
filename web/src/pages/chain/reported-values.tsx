import type { SubjectMeasure } from "../../api/types.ts";
import { EmptyNote } from "../../components/empty-note.tsx";
import { FigureLife } from "../../components/figure-life.tsx";
import { type Column, FigureTable } from "../../components/figure-table.tsx";
import { Original } from "../../components/original.tsx";
import { useWords } from "../../words/use-words.ts";

type Value = SubjectMeasure["values"][number];
const quantities = ["entries", "exits", "stock", "amount"] as const;

/** Every accepted value of every measure, who stands for it and when, corrected ones struck with the reason. */
export function ReportedValues({ measures }: { readonly measures: readonly SubjectMeasure[] }) {
  return (
    <section className="block">
      {measures.map((measure, place) => (
        <MeasureValues key={measure.key} measure={measure} isOpen={place === 0} />
      ))}
    </section>
  );
}

function MeasureValues({ measure, isOpen }: { readonly measure: SubjectMeasure; readonly isOpen: boolean }) {
  const { t, say, month } = useWords();
  const { values, scopeName, unit } = measure;
  const name = scopeName ? `${say(measure.name)} · ${say(scopeName)}` : say(measure.name);
  const standing = values.filter(({ isSuperseded }) => !isSuperseded);
  const corrected = values.length - standing.length;
  const held = quantities.filter((quantity) => values.some((value) => value[quantity].value !== null));
  const columns: Column<Value>[] = [
    { key: "month", heading: t("chain.value.month"), cell: (value) => month(value.month) },
    ...held.map(
      (quantity): Column<Value> => ({
        key: quantity,
        heading: t("chain.value.inUnit", { quantity: t(`chain.value.${quantity}`), unit: say(unit) }),
        cell: (value) => <Quantity measure={measure.key} value={value} quantity={quantity} />,
        isFigure: true,
      }),
    ),
    ...(values.some(({ doneOn }) => doneOn !== null)
      ? [
          {
            key: "done",
            heading: t("chain.value.doneOn"),
            cell: ({ doneOn }: Value) => doneOn ?? t("chain.value.notDone"),
          },
        ]
      : []),
    {
      key: "by",
      heading: t("chain.value.reportedBy"),
      cell: ({ reportedBy, reporter }) => <span title={reporter}>{say(reportedBy)}</span>,
    },
    {
      key: "reported",
      heading: t("chain.value.reportedAt"),
      cell: ({ reportedAt }) => reportedAt.slice(0, 10),
      isWide: true,
    },
    {
      key: "accepted",
      heading: t("chain.value.acceptedAt"),
      cell: ({ acceptedAt }) => acceptedAt.slice(0, 10),
      isWide: true,
    },
    { key: "note", heading: t("chain.value.note"), cell: (value) => <Note value={value} /> },
  ];
  return (
    <details className="chain-values" open={isOpen}>
      <summary>
        <span className="chain-values-name">{t("chain.valuesOf", { name, count: standing.length })}</span>
        <span className="aside">
          {say(measure.reportingUnit)}
          {corrected > 0 && ` · ${t("chain.valuesCorrected", { count: corrected })}`}
        </span>
      </summary>
      {values.length === 0 ? (
        <EmptyNote>{t("chain.valuesNone", { unit: say(measure.reportingUnit) })}</EmptyNote>
      ) : (
        <div className="chain-long">
          <FigureTable
            caption={t("chain.valuesCaption", { name })}
            columns={columns}
            rows={values}
            keyOf={({ month: of, acceptedAt, isSuperseded }) => `${of} ${acceptedAt} ${isSuperseded}`}
          />
        </div>
      )}
    </details>
  );
}

function Quantity({
  measure,
  value,
  quantity,
}: {
  readonly measure: string;
  readonly value: Value;
  readonly quantity: (typeof quantities)[number];
}) {
  const figure = value[quantity];
  if (figure.value === null) return figure.text;
  return (
    <FigureLife measure={measure} month={value.month}>
      {value.isSuperseded ? <del>{figure.text}</del> : figure.text}
    </FigureLife>
  );
}

function Note({ value }: { readonly value: Value }) {
  const { t } = useWords();
  const { isSuperseded, correctionReason, note } = value;
  return (
    <>
      {isSuperseded && <p>{t("chain.value.superseded")}</p>}
      {correctionReason && (
        <p>
          {t("chain.value.correction")}
          <Original>{correctionReason}</Original>
        </p>
      )}
      {note && (
        <p>
          <Original>{note}</Original>
        </p>
      )}
    </>
  );
}
