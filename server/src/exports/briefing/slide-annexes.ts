/** The tables that an office chose for its 通报 and that are short enough for slides. */
import type { AnnexKey } from "../../domain/briefing-skeleton.ts";
import type { Slide } from "../slides/slide.ts";
import type { Briefing } from "./briefing.ts";
import { annexTables } from "./document-tables.ts";
import { tableSlides } from "./slide-tables.ts";

/** Units, lights month by month and what is behind stand before; a light of each target and month cannot be read from afar. */
const shownAsTables: readonly AnnexKey[] = ["reporting", "reconciliations", "corrections"];

/** The slides of the chosen annexes, in the order that the office chose; `ofTargets` makes those of chains and tasks. */
export const annexSlides = (
  briefing: Briefing,
  annexes: readonly AnnexKey[],
  { notes, ofTargets }: { readonly notes: string; readonly ofTargets: () => readonly Slide[] },
): Slide[] =>
  annexes.flatMap((key) => {
    if (key === "chains") return ofTargets();
    if (!shownAsTables.includes(key)) return [];
    return annexTables(briefing, key).flatMap(({ title, columns, rows }) => {
      const shared = columns.map(({ width, ...column }) => ({ ...column, share: width }));
      return tableSlides(`附表　${title}`, notes, { name: title, columns: shared, rows });
    });
  });
