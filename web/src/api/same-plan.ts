/**
 * While another month of the same subject matter is fetched, the last answer stays on screen, so that marks move instead of
 * vanishing; an answer about anything else never does. Query keys hold what they are about second.
 */
export const whileSame =
  (about: string) =>
  <D>(last: D | undefined, query: { queryKey: readonly unknown[] } | undefined): D | undefined =>
    query?.queryKey[1] === about ? last : undefined;
