import type { signIn as source } from "../zh-CN/sign-in.ts";

/** Words of the sign-in page, in English. */
export const signIn: typeof source = {
  title: "Sign in",
  account: "Account",
  password: "Password",
  name: "Name",
  forgotten: "An administrator can reset a forgotten password.",
  unsent: "The service could not be reached. What you typed is still here; please try again.",
  goOn: "Continue",
  provider: "Or sign in by the county's own accounts:",
  providerAction: "Single sign-on",
  returning: "Signing in …",
  unsentReturn: "The service cannot be reached. You are not signed in: sign in again.",
  nothingReturned:
    "This address brings no sign-in from the identity provider; it is opened only while signing in there. You are not signed in: sign in on the sign-in page.",
  again: "Sign in again",
  againTitle: "Show once more who you are",
  againBy: {
    code: "This step weighs much, and you last showed who you are more than 15 minutes ago. Type the six digits that your authenticator shows; the step then goes on by itself.",
    password:
      "This step weighs much, and you last showed who you are more than 15 minutes ago. Type your password; the step then goes on by itself.",
    provider:
      "This step weighs much, and you last showed who you are more than 15 minutes ago. Sign in again at the identity provider and come back to this page; what was not sent from it is not kept.",
  },
  againBack: "Not now",
  codeTitle: "Authenticator code",
  codeDetail: "Open the authenticator on your phone and type the six digits that it shows for this ledger.",
  code: "Six-digit code",
  factorTitle: "Set up an authenticator",
  factorDetail:
    "Scan this with an authenticator on your phone (any that knows TOTP), or type the secret by hand; then give the six digits that it shows.",
  factorStands: "It is set up. For another phone, an administrator can reset it.",
  factorMissing: "Not set up. Once it is, each sign-in also asks for the authenticator's six digits.",
  square: "Code for the authenticator",
  secret: "Where it cannot be scanned, type the secret:",
  passwordTitle: "Change the password",
  passwordDetail: "Sign-ins on other machines end with it.",
  passwordAction: "Change the password",
  standing: "Present password",
  newPassword: "New password",
  profile: {
    dengbao: "At least 8 characters of three kinds: capitals, small letters, digits, others; changed every 90 days.",
    asvs: "At least 12 characters, none that everybody tries.",
  },
  setUpTitle: "Make the first administrator",
  setUpDetail:
    "This production workspace is new. The set-up code stands where the service was started, or in its log, and works once.",
  setUpCode: "Set-up code",
  setUpAction: "Make and sign in",
  play: "Choose whom to be",
  playDetail:
    "The demonstration asks for no password: choose a person and look and act as they would. They are invented and exist in the demonstration alone.",
  everyPlan: "All plans",
  people: "{{count}} people",
};
