import { type Static, Type } from "typebox";
import { powers } from "../domain/access.ts";
import { nullable, oneOf, Role } from "./common.ts";

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

/** Who is signed in and what they may do; in a demonstration also who can be played. */
export const Session = Type.Object(
  {
    account: nullable(SessionAccount),
    powers: Type.Array(Power),
    isDemonstration: Type.Boolean(),
    demonstrationAccounts: Type.Array(SessionAccount),
  },
  { $id: "Session" },
);

/** Which account of the demonstration is to be played. */
export const DemonstrationSignIn = Type.Object(
  { account: Type.String({ minLength: 1, maxLength: 200 }) },
  { $id: "DemonstrationSignIn", additionalProperties: false },
);

export type Session = Static<typeof Session>;
export type DemonstrationSignIn = Static<typeof DemonstrationSignIn>;
