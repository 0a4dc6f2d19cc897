import type { Text } from "../../domain/model.ts";
import { reckoned } from "../briefing/reckoned.ts";
import type { Shown, TableCell, TakenTable } from "./table.ts";

/** What of an appraisal stands in a table. */
export interface AppraisedUnits {
  readonly sentence: Text;
  readonly fullMarks: Shown;
  readonly indicators: readonly { readonly name: Text; readonly unit: Text; readonly fullMarks: Shown }[];
  readonly rows: readonly {
    readonly unit: { readonly name: Text };
    readonly rank: number | null;
    readonly total: Shown;
    readonly scores: readonly {
      readonly value: { readonly value: number | null; readonly text: Text };
      readonly points: Shown;
      readonly rank: number | null;
    }[];
  }[];
}

const incomplete: Text = { zh: "未报齐", en: "incomplete" };
const place = (rank: number | null): TableCell => (rank === null ? "—" : { value: rank, text: String(rank) });
const words = (zh: string, en: string) => ({ heading: { zh, en } });
const figures = (zh: string, en: string) => ({ heading: { zh, en }, isFigure: true }) as const;

/** Each column of an indicator: its figure, the points for it, its rank. */
const columnsEach = 3;
const firstPoints = 4;

/** 季考评 as a table: the units in the order of rank, the total reckoned from the points beside it. */
export function appraisalTable({ sentence, fullMarks, indicators, rows }: AppraisedUnits): TakenTable {
  return {
    name: { zh: "季考评", en: "Quarterly appraisal" },
    title: sentence,
    unit: null,
    columns: [
      words("位次", "Rank"),
      words("单位", "Unit"),
      figures(`总分（满分${fullMarks.text}）`, `Total of ${fullMarks.text}`),
      ...indicators.flatMap(({ name, unit, fullMarks: marks }) => [
        figures(`${name.zh}（${unit.zh}）`, `${name.en} (${unit.en})`),
        figures(`${name.zh}得分（满分${marks.text}）`, `${name.en}: points of ${marks.text}`),
        figures(`${name.zh}位次`, `${name.en}: rank`),
      ]),
    ],
    rows: rows.map(({ unit, rank, total, scores }): TableCell[] => [
      rank === null ? incomplete : place(rank),
      unit.name,
      reckoned(
        total,
        scores.map(({ points }) => points),
        (points) => points.reduce((sum, each) => sum + each, 0),
        (at) => scores.map((_, index) => at(firstPoints + columnsEach * index)).join("+"),
      ),
      ...scores.flatMap(({ value, points, rank: own }): TableCell[] => [
        value.value === null ? value.text : { value: value.value, text: value.text.zh },
        points,
        place(own),
      ]),
    ]),
  };
}
