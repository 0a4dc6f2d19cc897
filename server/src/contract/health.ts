import { type Static, Type } from "typebox";

/** That the product answers, which build it is and how far its ledger has come. */
export const Health = Type.Object(
  {
    status: Type.Literal("ok"),
    build: Type.String({ description: "Version of the product." }),
    revision: Type.Integer({ description: "The ledger's revision: rises by one with each accepted write." }),
    isDemonstration: Type.Boolean(),
  },
  { $id: "Health" },
);

export type Health = Static<typeof Health>;
