import { type Static, Type } from "typebox";
import { Basis, Figure, Horizon, Key, Light, Month, nullable, Reading, Text } from "./common.ts";

/** One place's headline target: what a view over many plans shows of each. */
export const HeadlineRow = Type.Object(
  {
    plan: Key,
    place: Text,
    target: Type.String(),
    achieved: Figure,
    targetValue: Figure,
    expected: Figure,
    completion: Figure,
    light: nullable(Light),
    partsReported: nullable(Type.Integer()),
    parts: nullable(Type.Integer()),
  },
  { $id: "HeadlineRow" },
);

/** The headline of all places for one indicator and reading at a month. */
export const Headlines = Type.Object(
  {
    month: Month,
    basis: Basis,
    indicator: Key,
    reading: Reading,
    horizon: Horizon,
    unit: nullable(Text),
    revision: Type.Integer({ description: "The ledger's revision that the figures are from." }),
    isDemonstration: Type.Boolean(),
    rows: Type.Array(HeadlineRow),
  },
  { $id: "Headlines" },
);

export type Headlines = Static<typeof Headlines>;
