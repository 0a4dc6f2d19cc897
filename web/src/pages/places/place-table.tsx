import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { HeadlineKind } from "../../api/types.ts";
import { statedInWords } from "../../components/assessment-words.ts";
import { LightBadge } from "../../components/light-badge.tsx";
import { LightCounts } from "../../components/light-counts.tsx";
import { countLights, urgencyOf } from "../../lib/lights.ts";
import type { Search } from "../../lib/search.ts";
import { pressed, type Sorted, type SortValue, sortedRows } from "../../lib/sorted-rows.ts";
import { useWords } from "../../words/use-words.ts";
import { PlaceDefinition } from "./place-definition.tsx";
import type { PlaceGroup, PlaceRow } from "./place-rows.ts";

interface PlaceColumn {
  readonly key: string;
  readonly heading: string;
  readonly value: (row: PlaceRow) => SortValue;
  readonly cell: (row: PlaceRow) => ReactNode;
  readonly isFigure?: boolean;
  /** Left out on narrow screens, where the light would lie outside them: what is behind says what was due. */
  readonly isWide?: boolean;
}

const figures = ["achieved", "targetValue", "expected", "gap", "completion"] as const;

const classOf = ({ isFigure, isWide }: PlaceColumn) =>
  [isFigure && "figure", isWide && "wide-only"].filter(Boolean).join(" ") || undefined;

function useColumns(month: string, reading: HeadlineKind["reading"]): readonly PlaceColumn[] {
  const { t, say } = useWords();
  const headings = {
    achieved: t("column.achieved"),
    targetValue: t("column.target"),
    expected: t("column.expected"),
    gap: t("column.gap"),
    completion: t("column.completion"),
  };
  const dataMonth = ({ row }: PlaceRow) => row.carriedFrom ?? (row.achieved.value === null ? null : month);
  return [
    {
      key: "place",
      heading: t("places.column.place"),
      value: ({ plan }) => say(plan.jurisdiction.name),
      cell: (row) => <PlaceName row={row} month={month} />,
    },
    ...figures.map((key) => ({
      key,
      heading: headings[key],
      isFigure: true,
      isWide: key === "expected",
      value: ({ row }: PlaceRow) => row[key].value,
      cell: ({ row }: PlaceRow) => <PlaceFigure row={row} of={key} reading={reading} />,
    })),
    {
      key: "light",
      heading: t("column.light"),
      value: ({ row }) => urgencyOf(row.light),
      cell: ({ row }) => <LightBadge light={row.light} />,
    },
    {
      key: "dataMonth",
      heading: t("places.column.dataMonth"),
      isWide: true,
      value: dataMonth,
      cell: (row) => dataMonth(row) ?? t("light.none"),
    },
    {
      key: "reported",
      heading: t("places.column.reported"),
      isWide: true,
      value: ({ row }) => row.partsReported,
      cell: ({ row: { parts, partsReported } }) =>
        parts === null ? t("light.none") : t("places.reported", { reported: partsReported ?? 0, parts }),
    },
  ];
}

/** A figure of a place: the target as it is stated (>1,000), what was achieved with 更正 where it was corrected. */
function PlaceFigure({
  row,
  of,
  reading,
}: {
  readonly row: PlaceRow["row"];
  readonly of: (typeof figures)[number];
  readonly reading: HeadlineKind["reading"];
}) {
  const words = useWords();
  if (of === "targetValue") {
    return statedInWords(words, { ...row, reading, comparator: row.comparator ?? "=", stretch: row.stretch ?? null });
  }
  return (
    <>
      {row[of].text}
      {of === "achieved" && row.isCorrected && <span className="aside"> {words.t("places.corrected")}</span>}
    </>
  );
}

/** The way from a place to its month, on its own plan. */
function PlaceName({ row: { plan, scopeName, row }, month }: { readonly row: PlaceRow; readonly month: string }) {
  const { say } = useWords();
  const horizon = row.target.split(".").at(-1);
  return (
    <>
      <Link
        to="/overview"
        search={({ lang, basis }: Search): Search => ({ plan: plan.key, month, horizon, basis, lang })}
        preload={false}
      >
        {say(plan.jurisdiction.name)}
        {scopeName && ` · ${say(scopeName)}`}
      </Link>
      <span className="place-plan">{say(plan.title)}</span>
    </>
  );
}

/**
 * The places under the heads of those that they lie in, each with its lights counted; nothing is added up. A press on a
 * heading sorts within the groups.
 */
export function PlaceTable({
  caption,
  kind,
  groups,
  month,
}: {
  readonly caption: string;
  readonly kind: HeadlineKind;
  readonly groups: readonly PlaceGroup[];
  readonly month: string;
}) {
  const { t, say } = useWords();
  const columns = useColumns(month, kind.reading);
  const [sorted, setSorted] = useState<Sorted | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const sortBy = columns.find(({ key }) => key === sorted?.key)?.value;
  const press = ({ key, isFigure }: PlaceColumn) =>
    setSorted(pressed(sorted, key, isFigure ? "descending" : "ascending"));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={caption} tabIndex={0}>
      <table className="figures place-table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classOf(column)}
                aria-sort={sorted?.key === column.key ? sorted.direction : "none"}
              >
                <button type="button" className="sorter" onClick={() => press(column)}>
                  {column.heading}
                </button>
              </th>
            ))}
            <th scope="col" className="screen-only">
              {t("places.column.definition")}
            </th>
          </tr>
        </thead>
        {groups.map(({ key, name, rows }) => (
          <tbody key={key}>
            {(name !== null || groups.length > 1) && (
              <tr className="group">
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  <span className="place-head">{name ? say(name) : t("places.noParent")}</span>
                  <LightCounts counts={countLights(rows.map(({ row }) => row))} />
                </th>
              </tr>
            )}
            {(sorted !== null && sortBy ? sortedRows(rows, sortBy, sorted.direction) : rows).map((row) => (
              <Row
                key={row.key}
                row={row}
                kind={kind}
                columns={columns}
                isOpen={open === row.key}
                onPress={() => setOpen(open === row.key ? null : row.key)}
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Row({
  row,
  kind,
  columns,
  isOpen,
  onPress,
}: {
  readonly row: PlaceRow;
  readonly kind: HeadlineKind;
  readonly columns: readonly PlaceColumn[];
  readonly isOpen: boolean;
  readonly onPress: () => void;
}) {
  const { t, say } = useWords();
  return (
    <>
      <tr>
        {columns.map((column, place) =>
          place === 0 ? (
            <th key={column.key} scope="row">
              {column.cell(row)}
            </th>
          ) : (
            <td key={column.key} className={classOf(column)}>
              {column.cell(row)}
            </td>
          ),
        )}
        <td className="screen-only">
          <button
            type="button"
            className="key"
            aria-expanded={isOpen}
            aria-label={t("places.definitionOf", { place: say(row.plan.jurisdiction.name) })}
            onClick={onPress}
          >
            {t("places.definition")}
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr className="place-definition">
          <td colSpan={columns.length + 1}>
            <PlaceDefinition row={row} kind={kind} />
          </td>
        </tr>
      )}
    </>
  );
}
