import { type Static, Type } from "typebox";
import { Attribution, Basis, Horizon, Key, Month, oneOf, Reading } from "./common.ts";
import { unitsAsked } from "./questions.ts";

const strict = { additionalProperties: false };

/** The tables that can be taken away. */
export const tableKeys = [
  "headline",
  "chains",
  "shortfalls",
  "changes",
  "lights",
  "outlook",
  "history",
  "steps",
  "comparison",
  "appraisal",
  "departments",
  "department-subjects",
  "department-histories",
  "reporting",
] as const;
const TableKey = oneOf(tableKeys, { $id: "TableKey" });
const TableFormat = oneOf(["csv", "xlsx"], { $id: "TableFormat" });
const TableLanguage = oneOf(["zh", "en"], { $id: "TableLanguage" });

/** As what, and in which language, a table is wanted. */
export const wanted = { format: TableFormat, lang: Type.Optional(TableLanguage) };

export const TableParams = Type.Object({ plan: Key, table: TableKey }, strict);
export const TableQuery = Type.Object(
  {
    month: Month,
    horizon: Horizon,
    basis: Type.Optional(Basis),
    asKnownOn: Type.Optional(
      Type.String({
        pattern: "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        description: "A day, YYYY-MM-DD: answer with what was accepted by its end.",
      }),
    ),
    since: Type.Optional(Month),
    subject: Type.Optional(Key),
    department: Type.Optional(unitsAsked),
    attribution: Type.Optional(Attribution),
    measure: Type.Optional(
      Type.String({
        pattern: "^[a-z0-9.-]+$",
        maxLength: 200,
        description: "measure.reading: of a subject's history only this.",
      }),
    ),
    indicator: Type.Optional(
      Type.String({
        pattern: "^[a-z0-9-]+\\.[a-z-]+$",
        maxLength: 100,
        description: "indicator.reading: only the rows of these.",
      }),
    ),
    ...wanted,
  },
  strict,
);

/** The tables over all places that can be taken away. */
export const placeTableKeys = ["places", "lights"] as const;
export const PlaceTableParams = Type.Object({ table: oneOf(placeTableKeys, { $id: "PlaceTableKey" }) }, strict);
export const PlaceTableQuery = Type.Object(
  {
    indicator: Key,
    reading: Reading,
    horizon: Horizon,
    month: Month,
    basis: Type.Optional(Basis),
    ...wanted,
  },
  strict,
);

export type PlaceTableQuery = Static<typeof PlaceTableQuery>;
export type TableKey = Static<typeof TableKey>;
export type TableQuery = Static<typeof TableQuery>;
