import { type Static, Type } from "typebox";
import { lockBounds } from "../domain/security-settings.ts";
import { Key, nullable, Role, RowNumber, Text } from "./common.ts";
import { AccountKey, PasswordProfile } from "./session.ts";

const strict = { additionalProperties: false };
const Name = Type.String({ minLength: 1, maxLength: 64 });
const Departments = Type.Array(Key, { maxItems: 100, uniqueItems: true });
const Subject = nullable(Type.String({ minLength: 1, maxLength: 255 }));

/** An account as an administrator sees it. */
export const Account = Type.Object(
  {
    key: Type.String(),
    name: Type.String(),
    role: Role,
    departments: Type.Array(Type.String()),
    singleSignOnSubject: nullable(Type.String()),
    isDisabled: Type.Boolean(),
    hasSecondFactor: Type.Boolean(),
    mustChangePassword: Type.Boolean(),
    createdAt: Type.String(),
    version: Type.Integer(),
  },
  { $id: "Account" },
);

/** A unit that an account may report for, under the plan that names it. */
const AccountUnit = Type.Object({ key: Type.String(), name: Text }, { $id: "AccountUnit" });
const PlanUnits = Type.Object({ plan: Key, place: Text, departments: Type.Array(AccountUnit) }, { $id: "PlanUnits" });

/** All accounts, and the units of the plans. */
export const Accounts = Type.Object(
  { accounts: Type.Array(Account), units: Type.Array(PlanUnits) },
  { $id: "Accounts" },
);

/** An account to be made. */
export const NewAccount = Type.Object(
  { account: AccountKey, name: Name, role: Role, departments: Departments, singleSignOnSubject: Subject },
  { $id: "NewAccount", ...strict },
);

/** An account as it is to be, by who saw it at a version. */
export const AccountChange = Type.Object(
  {
    version: RowNumber,
    name: Name,
    role: Role,
    departments: Departments,
    singleSignOnSubject: Subject,
    isDisabled: Type.Boolean(),
  },
  { $id: "AccountChange", ...strict },
);

/** The version at which an account was seen. */
export const SeenVersion = Type.Object({ version: RowNumber }, { $id: "SeenVersion", ...strict });

/** A password that is shown once, to be changed when it is first used. */
export const GivenPassword = Type.Object({ password: Type.String() }, { $id: "GivenPassword" });

export const AccountParams = Type.Object({ account: AccountKey }, strict);
export const NameParams = Type.Object({ name: Type.String({ minLength: 1, maxLength: 64 }) }, strict);

const { lockAfter, lockMinutes } = lockBounds;
const settings = {
  passwordProfile: PasswordProfile,
  isSecondFactorRequired: Type.Boolean(),
  isSingleSignOnSecondFactor: Type.Boolean({ description: "Whether single sign-on counts as the second factor." }),
  isWallOpen: Type.Boolean({ description: "Whether a wall (大屏) is shown without signing in." }),
  lockAfter: Type.Integer({ minimum: lockAfter.least, maximum: lockAfter.most }),
  lockMinutes: Type.Integer({ minimum: lockMinutes.least, maximum: lockMinutes.most }),
};

/** A name that is locked, and until when (ISO UTC). */
const LockedName = Type.Object({ name: Type.String(), until: Type.String() }, { $id: "LockedName" });

/** What the security officer decides, when that was last changed and by whom, and who is locked out. */
export const Security = Type.Object(
  {
    ...settings,
    changedAt: nullable(Type.String()),
    changedBy: nullable(Type.String()),
    locked: Type.Array(LockedName),
  },
  { $id: "Security" },
);

/** The settings as they are to be; `seen` is the `changedAt` of those that were seen. */
export const SecurityChange = Type.Object(
  { ...settings, seen: nullable(Type.String({ maxLength: 32 })) },
  { $id: "SecurityChange", ...strict },
);

export type Accounts = Static<typeof Accounts>;
export type Security = Static<typeof Security>;
