import type { Judging } from "../../api/types.ts";
import { type Column, FigureTable } from "../../components/figure-table.tsx";
import { Original } from "../../components/original.tsx";
import { dayAndTime } from "../../lib/china-time.ts";
import { useWords } from "../../words/use-words.ts";

type Rule = Judging["rules"][number];
type Calendar = Judging["calendars"][number];

/** Each rule with the month from which it holds, the latest first, and which one holds now. */
export function RulesTable({ rules }: { readonly rules: readonly Rule[] }) {
  const { t, say } = useWords();
  return (
    <section className="block judging-held" aria-labelledby="held-title">
      <h2 id="held-title">{t("judging.rulesHeld")}</h2>
      <FigureTable
        caption={t("judging.rulesHeld")}
        rows={rules}
        keyOf={keyOf}
        columns={[
          ...useFirst<Rule>(),
          {
            key: "text",
            heading: t("judging.column.rule"),
            cell: ({ text }) => <span className="judging-rule">{say(text)}</span>,
          },
          ...useLast<Rule>(),
        ]}
      />
    </section>
  );
}

/** Each calendar with its twelve percents. */
export function CalendarsTable({ calendars }: { readonly calendars: readonly Calendar[] }) {
  const { t } = useWords();
  const months = Array.from({ length: 12 }, (_, place) => place);
  return (
    <section className="block judging-held" aria-labelledby="held-title">
      <div className="block-head">
        <h2 id="held-title">{t("judging.calendarsHeld")}</h2>
        <p className="subtitle">{t("judging.percentUnit")}</p>
      </div>
      <FigureTable
        caption={t("judging.calendarsHeld")}
        rows={calendars}
        keyOf={keyOf}
        columns={[
          ...useFirst<Calendar>(),
          ...months.map((place) => ({
            key: `month-${place}`,
            heading: t("judging.monthShort", { month: place + 1 }),
            cell: ({ monthlyPercent }: Calendar) => monthlyPercent[place],
            isFigure: true,
          })),
          {
            key: "weights",
            heading: t("judging.weights"),
            cell: ({ yearWeights }) =>
              yearWeights.length === 0
                ? t("judging.weightsEqual")
                : yearWeights.map(({ year, weight }) => `${year}: ${weight}`).join(t("judging.between")),
          },
          ...useLast<Calendar>(),
        ]}
      />
    </section>
  );
}

const keyOf = ({ of, from, at }: Rule | Calendar) => `${of} ${from} ${at}`;

/** From when it holds, and whether it holds now. */
function useFirst<Row extends Rule | Calendar>(): readonly Column<Row>[] {
  const { t, month } = useWords();
  return [
    {
      key: "from",
      heading: t("revision.column.from"),
      cell: ({ from, isInForce }) => (
        <>
          {from === null ? t("judging.fromBeginning") : month(from)}{" "}
          {isInForce && <span className="judging-now">{t("judging.inForce")}</span>}
        </>
      ),
    },
  ];
}

/** Whose it is, why, and who set it. */
function useLast<Row extends Rule | Calendar>(): readonly Column<Row>[] {
  const { t } = useWords();
  return [
    { key: "of", heading: t("judging.column.of"), cell: ({ of }) => t(`judging.of.${of}`) },
    {
      key: "document",
      heading: t("revision.column.document"),
      cell: ({ document }) => (document === null ? "—" : <Original>{document}</Original>),
    },
    {
      key: "reason",
      heading: t("revision.column.reason"),
      cell: ({ reason }) => (reason === null ? "—" : <Original>{reason}</Original>),
    },
    {
      key: "by",
      heading: t("revision.column.by"),
      cell: ({ by }) => (by === null ? "—" : <Original>{by}</Original>),
    },
    {
      key: "at",
      heading: t("revision.column.at"),
      cell: ({ at }) => (at === null ? "—" : dayAndTime(at)),
      isWide: true,
    },
  ];
}
