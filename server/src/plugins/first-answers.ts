/**
 * What a page asks of the API before it can show anything, named in the header of the page itself: the answers then travel
 * beside the scripts instead of after them, which on a telephone's line is half a second.
 */

/** Where a page's whole question stands on its address, in the order in which the pages ask. */
const asked = ["month", "horizon", "basis", "asKnownOn"] as const;

const preload = (address: string) => `<${address}>; rel=preload; as=fetch; crossorigin`;

/**
 * The value of `Link` for a page's address. Whoever may not read figures is only told who is there: an answer that is
 * refused would be asked for in vain.
 */
export function firstAnswers(url: string, mayReadFigures: boolean): string {
  const [path = "", query] = url.split("?", 2);
  const words = new URLSearchParams(query);
  const addresses = ["/api/session"];
  if (mayReadFigures && path !== "/wall") {
    addresses.push("/api/plans");
    const plan = words.get("plan");
    if (path === "/overview" && plan && words.has("month") && words.has("horizon")) {
      const kept = asked.flatMap((name): [string, string][] => {
        const word = words.get(name);
        return word === null ? [] : [[name, word]];
      });
      addresses.push(`/api/plans/${encodeURIComponent(plan)}/progress?${new URLSearchParams(kept)}`);
    }
  }
  return addresses.map(preload).join(", ");
}
