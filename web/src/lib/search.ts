/** The words of a page's address that mean something; every choice a reader makes is one of them. */
const searchNames = [
  "plan",
  "month",
  "horizon",
  "basis",
  "asKnownOn",
  "attribution",
  "indicator",
  "subject",
  "department",
  "target",
  "period",
  "measure",
  "submission",
  "kind",
  "edition",
  "issued",
  "trial",
  "within",
  "view",
  "units",
  "sort",
  "find",
  "group",
  "from",
  "actor",
  "action",
  "entity",
  "since",
  "until",
  "isRefused",
  "before",
  "code",
  "state",
  "iss",
  "error",
  "lang",
] as const;
type SearchName = (typeof searchNames)[number];
/**
 * What stands on the URL, as it stands: whether a month or a plan exists is for the server to say. In a link, undefined
 * drops a word that links otherwise keep.
 */
export type Search = { readonly [N in SearchName]?: string | undefined };

/** Keeps the known words of an address that have a text; anything else is not ours. */
export function readSearch(raw: Record<string, unknown>): Search {
  const known = searchNames.flatMap((name) => {
    const word = raw[name];
    return typeof word === "string" && word !== "" ? [[name, word]] : [];
  });
  return Object.fromEntries(known);
}

/** Reads `?a=b`; every value is a text, so that a year stays a year. */
export const parseSearch = (query: string): Record<string, string> => Object.fromEntries(new URLSearchParams(query));

/** Writes `?a=b`, or nothing when nothing is asked. */
export function writeSearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}
