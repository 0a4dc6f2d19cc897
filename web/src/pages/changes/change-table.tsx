import type { ReactNode } from "react";
import type { Figure, TargetChange } from "../../api/types.ts";
import { statedInWords } from "../../components/assessment-words.ts";
import { type Column, FigureTable } from "../../components/figure-table.tsx";
import { LightBadge } from "../../components/light-badge.tsx";
import { useDistance } from "../../components/shortfall.tsx";
import { SubjectTarget } from "../../components/subject-target.tsx";
import { useWords } from "../../words/use-words.ts";

/** Targets at both months: light, value, target and what is lacking, before and after, and what was gained in between. */
export function ChangeTable(props: {
  readonly caption: string;
  readonly rows: readonly TargetChange[];
  /** Both months in words. */
  readonly months: { readonly since: string; readonly month: string };
}) {
  const { t, say } = useWords();
  const { caption, rows, months } = props;
  const columns: readonly Column<TargetChange>[] = [
    {
      key: "subject",
      heading: t("column.subject"),
      cell: (row) => (
        <>
          <SubjectTarget subject={row.subject} counted={row} />
          <span className="unit-of">{say(row.unit)}</span>
        </>
      ),
    },
    { key: "lights", heading: t("column.light"), cell: (row) => <Lights row={row} /> },
    {
      key: "before",
      heading: t("changes.achievedAt", { month: months.since }),
      isFigure: true,
      isWide: true,
      cell: ({ before }) => before?.achieved.text ?? t("changes.notCounted"),
    },
    {
      key: "after",
      heading: t("changes.achievedAt", { month: months.month }),
      isFigure: true,
      cell: ({ after }) => after.achieved.text,
    },
    { key: "gained", heading: t("changes.gained"), isFigure: true, cell: ({ gained }) => gained.text },
    {
      key: "target",
      heading: t("column.target"),
      isFigure: true,
      isWide: true,
      cell: (row) => <Targets row={row} />,
    },
    {
      key: "shortfall",
      heading: t("changes.shortfall"),
      isFigure: true,
      cell: (row) => <Shortfalls row={row} />,
    },
  ];
  return <FigureTable caption={caption} columns={columns} rows={rows} keyOf={({ target }) => target} />;
}

/** A figure, with what it was before where it differs. */
function FromTo({ from, to, say }: { from: Figure | undefined; to: Figure; say?: (text: string) => ReactNode }) {
  const show = say ?? ((text: string) => text);
  if (from === undefined || from.text === to.text) return show(to.text);
  return (
    <span className="from-to">
      <span className="aside">{show(from.text)}</span>
      <span aria-hidden="true"> → </span>
      {show(to.text)}
    </span>
  );
}

/** The target as it is stated: >1,000, 3—5. */
function Targets({ row: { before, after, ...stated } }: { readonly row: TargetChange }) {
  const words = useWords();
  const say = ({ targetValue }: TargetChange["after"]) => statedInWords(words, { ...stated, targetValue });
  const from = before && { ...before.targetValue, text: say(before) };
  return <FromTo from={from ?? undefined} to={{ ...after.targetValue, text: say(after) }} />;
}

function Shortfalls({ row }: { readonly row: TargetChange }) {
  const distance = useDistance();
  const say = (text: string) => (text === "—" ? text : distance(text, { unit: row.unit }));
  return <FromTo from={row.shortfallBefore} to={row.shortfall} say={say} />;
}

function Lights({ row: { before, after, move } }: { readonly row: TargetChange }) {
  if (move === null) return <LightBadge light={after.light} />;
  return (
    <span className="change-lights">
      <LightBadge light={before?.light ?? null} />
      <span aria-hidden="true">→</span>
      <LightBadge light={after.light} />
    </span>
  );
}
