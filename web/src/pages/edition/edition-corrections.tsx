import type { EditionFigures } from "../../api/types.ts";
import { type Column, FigureTable } from "../../components/figure-table.tsx";
import { useWords } from "../../words/use-words.ts";

type Correction = EditionFigures["corrections"][number];

const fields = ["entries", "exits", "stock", "amount"] as const;

/** 更正: what was corrected after the edition, the old value that it quotes beside the one that stands now. */
export function EditionCorrections({ data: { corrections } }: { readonly data: EditionFigures }) {
  const { t, say, month: nameMonth } = useWords();
  const fieldOf = ({ field }: Correction) => fields.find((each) => each === field);
  const columns: readonly Column<Correction>[] = [
    { key: "subject", heading: t("column.subject"), cell: ({ subject }) => say(subject) },
    {
      key: "name",
      heading: t("column.indicator"),
      cell: (each) => {
        const field = fieldOf(each);
        return (
          <>
            {say(each.name)}
            {field && field !== "amount" && <small className="aside">{t(`chain.value.${field}`)}</small>}
          </>
        );
      },
    },
    { key: "month", heading: t("edition.month"), cell: ({ month }) => nameMonth(month) },
    {
      key: "former",
      heading: t("edition.former"),
      cell: ({ former }) => <del>{former.text}</del>,
      isFigure: true,
    },
    { key: "now", heading: t("edition.now"), cell: ({ now }) => <strong>{now.text}</strong>, isFigure: true },
    { key: "unit", heading: t("column.unit"), cell: ({ unit }) => say(unit), isWide: true },
  ];
  return (
    <section className="block edition-corrections" aria-labelledby="edition-corrections">
      <div className="block-head">
        <h2 id="edition-corrections">{t("edition.corrections")}</h2>
        <p className="subtitle">
          {corrections.length === 0
            ? t("edition.correctionsNone")
            : t("edition.correctionsCount", { count: corrections.length })}
        </p>
      </div>
      {corrections.length > 0 && (
        <FigureTable
          caption={t("edition.correctionsCaption")}
          columns={columns}
          rows={corrections}
          keyOf={({ measure, basis, month, field }) => [measure, basis, month, field].join(" ")}
        />
      )}
    </section>
  );
}
