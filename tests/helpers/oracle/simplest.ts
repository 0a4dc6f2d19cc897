import type { PlainCase } from "./plain.ts";

/** Every list of a case with one of its members left out. */
function withoutOne(asked: PlainCase): readonly PlainCase[] {
  const but = <T>(all: readonly T[], index: number) => all.filter((_, each) => each !== index);
  const { target } = asked;
  return [
    ...target.curve.dated.map((_, index) => ({
      ...asked,
      target: { ...target, curve: { ...target.curve, dated: but(target.curve.dated, index) } },
    })),
    ...(asked.rollUp === null ? [] : [{ ...asked, rollUp: null }]),
    ...(asked.opening === null ? [] : [{ ...asked, opening: null }]),
    ...asked.siblings.map((_, index) => ({ ...asked, siblings: but(asked.siblings, index) })),
    ...asked.observations.map((_, index) => ({ ...asked, observations: but(asked.observations, index) })),
    ...asked.rules.map((_, index) => ({ ...asked, rules: but(asked.rules, index) })),
  ];
}

/** The case with everything left out that is not needed for the difference to show. */
export function simplest(asked: PlainCase, differs: (asked: PlainCase) => boolean): PlainCase {
  const simpler = withoutOne(asked).find(differs);
  return simpler === undefined ? asked : simplest(simpler, differs);
}
