import { type Static, Type } from "typebox";
import { passwordProfiles } from "../../../db/src/vocabulary.ts";
import { powers } from "../domain/access.ts";
import { waysToShow } from "../domain/reauthentication.ts";
import { signInSteps } from "../domain/sign-in-step.ts";
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

const SignInStep = oneOf(signInSteps, { $id: "SignInStep" });
export const PasswordProfile = oneOf(passwordProfiles, { $id: "PasswordProfile" });

const WayToShow = oneOf(waysToShow, {
  $id: "WayToShow",
  description: "By what one shows again who one is, where a route refuses with reauthentication-needed.",
});

/** Who is signed in and what they may do, or what is still asked of them; and how one signs in here. */
export const Session = Type.Object(
  {
    account: nullable(SessionAccount),
    powers: Type.Array(Power),
    step: nullable(SignInStep),
    hasSecondFactor: Type.Boolean({ description: "Whether the account has one that is set up." }),
    wayToShow: nullable(WayToShow),
    isDemonstration: Type.Boolean(),
    today: Type.String({ description: "The day by the workspace's own clock." }),
    awaitsSetUp: Type.Boolean({ description: "True until there is a first administrator." }),
    hasSingleSignOn: Type.Boolean(),
    passwordProfile: PasswordProfile,
  },
  { $id: "Session" },
);

const strict = { additionalProperties: false };
/** The name that one signs in with; Chinese names may have a middle dot. */
export const AccountKey = Type.String({ minLength: 1, maxLength: 64, pattern: "^[\\p{L}\\p{N}][\\p{L}\\p{N}._@·-]*$" });
const Password = Type.String({ minLength: 1, maxLength: 256 });
const Code = Type.String({ pattern: "^[0-9]{6}$" });

/** Name and password as typed. */
export const SignIn = Type.Object({ account: AccountKey, password: Password }, { $id: "SignIn", ...strict });

/** A person's new password, with the one that stands. */
export const PasswordChange = Type.Object(
  { standing: Password, password: Password },
  { $id: "PasswordChange", ...strict },
);

/** One's own password once more. */
export const PasswordAgain = Type.Object({ password: Password }, { $id: "PasswordAgain", ...strict });

/** Six digits of an authenticator. */
export const SecondFactorCode = Type.Object({ code: Code }, { $id: "SecondFactorCode", ...strict });

/** What an authenticator takes over: the secret in base32, and the address that says it whole. */
export const SecondFactorSecret = Type.Object(
  { secret: Type.String(), address: Type.String() },
  { $id: "SecondFactorSecret" },
);

/** Where one shows who one is. */
export const SignOnBegun = Type.Object({ address: Type.String() }, { $id: "SignOnBegun" });

/** The query of the address to which the identity provider has sent one back. */
export const SignOnReturn = Type.Object(
  { query: Type.String({ minLength: 1, maxLength: 4096 }) },
  { $id: "SignOnReturn", ...strict },
);

/** The first administrator of a production workspace, with the code that its start has printed. */
export const SetUp = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 64 }),
    account: AccountKey,
    name: Type.String({ minLength: 1, maxLength: 64 }),
    password: Password,
  },
  { $id: "SetUp", ...strict },
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
