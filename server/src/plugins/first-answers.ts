/**
 * What a page asks of the API before it can show anything, named in the header of the page itself: the answers then travel
 * beside the scripts instead of after them, which on a telephone's line is half a second.
 */

/** Where a page's whole question stands on its address, in the order in which the pages ask. */
const asked = ["month", "horizon", "basis", "asKnownOn"] as const;

/** What is asked first, by address: who is there and which plans there are, and on 本月研判 its month where the address names one. */
export interface FirstAsked {
  readonly always: readonly string[];
  readonly progress: string | null;
}

/** What a page's address asks first. Whoever may not read figures asks only who is there: the rest would be refused. */
export function firstAsked(url: string, mayReadFigures: boolean): FirstAsked {
  const [path = "", query] = url.split("?", 2);
  const words = new URLSearchParams(query);
  if (!mayReadFigures || path === "/wall") return { always: ["/api/session"], progress: null };
  const always = ["/api/session", "/api/plans"];
  const plan = words.get("plan");
  if (path !== "/overview" || !plan || !words.has("month") || !words.has("horizon")) return { always, progress: null };
  const kept = asked.flatMap((name): [string, string][] => {
    const word = words.get(name);
    return word === null ? [] : [[name, word]];
  });
  return { always, progress: `/api/plans/${encodeURIComponent(plan)}/progress?${new URLSearchParams(kept)}` };
}

const preload = (address: string) => `<${address}>; rel=preload; as=fetch; crossorigin`;

/** The value of `Link` for what is asked first. */
export const linkTo = ({ always, progress }: FirstAsked): string =>
  [...always, ...(progress === null ? [] : [progress])].map(preload).join(", ");
