import type { HeadlineKind } from "../api/types.ts";

/** A headline target of all places as an address names it: indicator.reading.horizon. */
export const kindKey = ({ indicator, reading, horizon }: Pick<HeadlineKind, "indicator" | "reading" | "horizon">) =>
  `${indicator}.${reading}.${horizon}`;

/** The target that a page about all places opens with: what most places have, if it can be one that is not yet over. */
export function openingKind(kinds: readonly HeadlineKind[], month: string): HeadlineKind | undefined {
  const most = Math.max(...kinds.map(({ plans }) => plans));
  const commonest = kinds.filter(({ plans }) => plans === most);
  return commonest.find(({ horizon }) => horizon >= month) ?? commonest[0];
}
