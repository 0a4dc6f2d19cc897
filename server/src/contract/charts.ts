import { type Static, Type } from "typebox";
import { Attribution, Basis, Horizon, Key, Month, oneOf, Reading } from "./common.ts";
import { unitsAsked } from "./questions.ts";

const strict = { additionalProperties: false };

/** The charts that can be had as pictures. */
export const chartKeys = [
  "headline",
  "chains",
  "shortfalls",
  "lights",
  "outlook",
  "history",
  "steps",
  "comparison",
  "department-histories",
] as const;
const ChartKey = oneOf(chartKeys, { $id: "ChartKey" });

/** As what a picture is wanted. */
const wanted = {
  format: oneOf(["png", "svg"], { $id: "PictureFormat" }),
  scale: Type.Optional(oneOf(["1", "2", "3"], { $id: "PictureScale", description: "Dots of a PNG for each px; 2." })),
  ground: Type.Optional(oneOf(["white", "transparent"], { $id: "PictureGround" })),
  lang: Type.Optional(oneOf(["zh", "en"], { $id: "PictureLanguage" })),
};

export const ChartParams = Type.Object({ plan: Key, chart: ChartKey }, strict);
export const ChartQuery = Type.Object(
  {
    month: Month,
    horizon: Horizon,
    basis: Type.Optional(Basis),
    asKnownOn: Type.Optional(
      Type.String({
        pattern: "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        description: "A day, YYYY-MM-DD: drawn by what was accepted by its end; an edition has its own.",
      }),
    ),
    edition: Type.Optional(
      Type.String({ pattern: "^[1-9][0-9]{0,5}$", description: "The closing of the month that is drawn." }),
    ),
    subject: Type.Optional(Key),
    department: Type.Optional(unitsAsked),
    attribution: Type.Optional(Attribution),
    measure: Type.Optional(
      Type.String({
        pattern: "^[a-z0-9.-]+$",
        maxLength: 200,
        description: "measure.reading: of a subject's history only this; left out: all of them beside each other.",
      }),
    ),
    indicator: Type.Optional(
      Type.String({
        pattern: "^[a-z0-9-]+\\.[a-z-]+$",
        maxLength: 100,
        description: "indicator.reading, of a chart of one at a time; left out: the first that the page shows.",
      }),
    ),
    ...wanted,
  },
  strict,
);

/** The lights of one target of all places, looked at in a month. */
export const PlaceChartQuery = Type.Object(
  { indicator: Key, reading: Reading, horizon: Horizon, month: Month, basis: Type.Optional(Basis), ...wanted },
  strict,
);

export type ChartKey = Static<typeof ChartKey>;
export type PlaceChartQuery = Static<typeof PlaceChartQuery>;
export type ChartQuery = Static<typeof ChartQuery>;
