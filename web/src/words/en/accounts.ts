import type { accounts as sourceOfAccounts, security as sourceOfSecurity } from "../zh-CN/accounts.ts";

/** Words of the accounts page, in English. */
export const accounts: typeof sourceOfAccounts = {
  title: "Accounts",
  subtitle: "{{all}} accounts, {{inUse}} in use. Every change is kept in the audit.",
  make: "New account",
  change: "Change",
  changeOf: "Change the account {{name}}",
  save: "Save",
  cancel: "Cancel",
  name: "Name and account",
  role: "Role",
  headSigns:
    "Where a unit has a head with an account, its reporters fill in and its head signs and submits; with that account disabled, reporters submit again.",
  units: "Units",
  unitsFor: "Units",
  chosen: "({{count}} chosen)",
  standing: "Standing",
  inUse: "in use",
  disabled: "disabled",
  mustChange: "must change the password",
  hasFactor: "has an authenticator",
  and: ", ",
  keyHint: "The name for signing in: letters, digits and Chinese characters.",
  subject: "Single sign-on identity (may stay empty)",
  disable: "Disable this account (ends its sign-ins at once)",
  resetPassword: "Reset the password",
  resetFactor: "Reset the authenticator",
  given: "One-time password of {{account}}:",
  givenDetail: "Hand it over in person or on paper; it must be changed at the first sign-in and is not shown again.",
  givenClose: "Noted",
};

/** Words of the security page, in English. */
export const security: typeof sourceOfSecurity = {
  title: "Security",
  passwords: "Rules for passwords",
  profile: { dengbao: "By classified protection (GB/T 22239)", asvs: "By ASVS" },
  factor: "Whoever reviews, closes or administers must use an authenticator",
  wall: "Wall",
  wallOpen: "Show the wall without signing in",
  wallNote: "Every screen that reaches this address then sees what a wall shows; all other pages still ask to sign in.",
  singleSignOn:
    "Who signs in by the identity provider needs no authenticator here (only if the provider has a second factor of its own)",
  lockAfter: "Wrong tries before a name is locked (3 to 5)",
  lockMinutes: "Minutes for which it is locked (15 to 1440)",
  changed: "Decided by {{by}} on {{at}}",
  locked: "Locked names",
  lockedNone: "No name is locked.",
  until: "locked until {{at}}",
  unlock: "Unlock",
};
