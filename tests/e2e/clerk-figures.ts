/** What a clerk of a test reports: one more of whatever counts up, and everything else as it was. */
import type { Paper } from "../../web/src/api/types.ts";

/** A figure to be typed: into which cell of which measure, and the cumulative figure that must come of it. */
export interface WantedFigure {
  readonly measure: string;
  readonly field: string;
  readonly as: "added" | "cumulative";
  readonly text: string;
  readonly cumulative: number;
}

/** The rows of a paper in their order. */
export const rowsOf = (paper: Paper) => paper.subjects.flatMap(({ rows }) => rows);

/** The figures that targets ask for, in the order of the form. */
export function wantedFigures(paper: Paper): readonly WantedFigure[] {
  return rowsOf(paper).flatMap(({ measure, cells, history }) =>
    cells
      .filter(({ isNeeded }) => isNeeded)
      .map(({ field, countsUp, before }): WantedFigure => {
        const last = history.at(-1)?.value ?? 0;
        if (!countsUp) return { measure, field, as: "cumulative", text: String(last), cumulative: last };
        return { measure, field, as: "added", text: "1", cumulative: (before.figure.value ?? 0) + 1 };
      }),
  );
}

/** The cumulative figures of a paper at the places of the wanted ones. */
export function figuresOf(paper: Paper, wanted: readonly WantedFigure[]) {
  return wanted.map(({ measure, field }) => {
    const row = rowsOf(paper).find((each) => each.measure === measure);
    return row?.cells.find((cell) => cell.field === field)?.cumulative.value;
  });
}
