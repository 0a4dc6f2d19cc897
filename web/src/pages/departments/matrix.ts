import type { Assessment, DepartmentProgress, Departments, MatrixCell } from "../../api/types.ts";

const kindOrder = ["chain", "task", "headline"] as const;
type MatrixKind = (typeof kindOrder)[number];

/** A cell with those of its targets whose figure stands by a correction. */
type CorrectableCell = MatrixCell & { readonly corrected: readonly Assessment[] };

/** One unit's row: its cells by subject; those of subjects that it does not answer for are absent. */
export interface MatrixRow {
  readonly unit: DepartmentProgress;
  readonly cells: ReadonlyMap<string, CorrectableCell>;
}

/** Subjects of one kind against the units that answer for any of them; `behind` counts cells that are behind or missed. */
export interface Matrix {
  readonly kind: MatrixKind;
  /** The kinds of which any unit has a cell. */
  readonly kinds: readonly MatrixKind[];
  readonly columns: Departments["subjects"];
  readonly rows: readonly MatrixRow[];
  readonly behind: number;
}

/**
 * The matrix of the kind asked for, of chains where nothing else is asked, of what there is where there are no chains.
 * Rows and columns without a cell are left out; the light of a cell is the API's: the worst of the subject's targets.
 */
export function matrixOf(
  data: Departments,
  departments: readonly DepartmentProgress[],
  asked: string | undefined,
): Matrix {
  const filled = new Set(departments.flatMap(({ cells }) => cells.map(({ subject }) => subject)));
  const subjects = data.subjects.filter(({ key }) => filled.has(key));
  const kinds = kindOrder.filter((kind) => subjects.some((subject) => subject.kind === kind));
  const kind = kinds.find((each) => each === asked) ?? kinds[0] ?? "chain";
  const columns = subjects.filter((subject) => subject.kind === kind);
  const shown = new Set(columns.map(({ key }) => key));
  const corrected = data.assessments.filter(({ isCorrected }) => isCorrected);
  const rows = departments.flatMap((unit) => {
    const own = corrected.filter(({ target }) => unit.assessments.includes(target));
    const cells = unit.cells
      .filter(({ subject }) => shown.has(subject))
      .map((cell) => {
        const inCell = own.filter(({ subject }) => subject === cell.subject);
        return [cell.subject, { ...cell, corrected: inCell }] as const;
      });
    return cells.length > 0 ? [{ unit, cells: new Map(cells) }] : [];
  });
  const behind = rows
    .flatMap(({ cells }) => [...cells.values()])
    .filter(({ light }) => light === "behind" || light === "far-behind" || light === "missed").length;
  return { kind, kinds, columns, rows, behind };
}
