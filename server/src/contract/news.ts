import { type Static, Type } from "typebox";
import { Key, Month, nullable, oneOf, Text } from "./common.ts";

/** What can be new. */
export const newsKinds = [
  "reported",
  "corrected",
  "closed",
  "reopening-asked",
  "reopened",
  "revised",
  "note",
  "answer",
  "settled",
] as const;

/** Something that happened to a plan, with what leads to it. */
export const NewsEntry = Type.Object(
  {
    id: Type.Integer(),
    kind: oneOf(newsKinds, { $id: "NewsKind" }),
    at: Type.String(),
    plan: Key,
    place: Text,
    month: Month,
    subject: nullable(Key),
    target: nullable(Type.String()),
    sentence: Text,
    /** What was written with it, as it was written. */
    quote: nullable(Type.String()),
  },
  { $id: "NewsEntry" },
);

/** What happened since the visit before this one, the newest first; one's own visit is told to nobody else. */
export const News = Type.Object(
  {
    /** When the visit before this one began; null where there was none, and the latest entries are given. */
    since: nullable(Type.String()),
    isShortened: Type.Boolean({ description: "True where there is more than is given." }),
    entries: Type.Array(NewsEntry),
  },
  { $id: "News" },
);

export type News = Static<typeof News>;
