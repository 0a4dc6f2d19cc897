/**
 * While another month of the same plan is fetched, the last answer stays on screen, so that marks move instead of
 * vanishing; another plan's answer never does. Query keys hold the plan second.
 */
export const whileSamePlan =
  (plan: string) =>
  <D>(last: D | undefined, query: { queryKey: readonly unknown[] } | undefined): D | undefined =>
    query?.queryKey[1] === plan ? last : undefined;
