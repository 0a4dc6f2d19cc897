import { type Static, Type } from "typebox";
import { powers } from "../domain/access.ts";
import { Key, nullable, oneOf, Role, Text } from "./common.ts";

const Power = oneOf(powers, { $id: "Power" });

/** A person's account as it is signed in. */
export const SessionAccount = Type.Object(
  {
    key: Type.String(),
    name: Type.String(),
    role: Role,
    departments: Type.Array(Type.String({ description: "Key of a unit that the account reports for." })),
  },
  { $id: "SessionAccount" },
);

/** Who is signed in and what they may do. */
export const Session = Type.Object(
  { account: nullable(SessionAccount), powers: Type.Array(Power), isDemonstration: Type.Boolean() },
  { $id: "Session" },
);

/** People of the demonstration who belong together: those of a plan, or those of none. */
const People = Type.Object(
  { plan: nullable(Key), place: nullable(Text), accounts: Type.Array(SessionAccount) },
  { $id: "DemonstrationGroup" },
);

/** Everybody whom a visitor of the demonstration can play. */
export const DemonstrationPeople = Type.Object({ groups: Type.Array(People) }, { $id: "DemonstrationPeople" });

/** Which account of the demonstration is to be played. */
export const DemonstrationSignIn = Type.Object(
  { account: Type.String({ minLength: 1, maxLength: 200 }) },
  { $id: "DemonstrationSignIn", additionalProperties: false },
);

export type Session = Static<typeof Session>;
export type DemonstrationPeople = Static<typeof DemonstrationPeople>;
