import type { TargetChange } from "../../api/types.ts";

type Move = NonNullable<TargetChange["move"]>;

/** The changes whose lights moved in one way. */
export interface MovedRows {
  readonly move: Move;
  readonly rows: readonly TargetChange[];
}

/** The changes by what became of their lights, in the server's order, and those of which only figures differ. */
export function byMove(changes: readonly TargetChange[]): {
  readonly moves: readonly MovedRows[];
  readonly figuresOnly: readonly TargetChange[];
} {
  const rowsOf = new Map<Move, TargetChange[]>();
  for (const change of changes) {
    if (change.move === null) continue;
    rowsOf.set(change.move, [...(rowsOf.get(change.move) ?? []), change]);
  }
  return {
    moves: [...rowsOf].map(([move, rows]) => ({ move, rows })),
    figuresOnly: changes.filter(({ move }) => move === null),
  };
}
