import type { signIn as source } from "../zh-CN/sign-in.ts";

/** Words of the sign-in page, in English. */
export const signIn: typeof source = {
  title: "Sign in",
  play: "Choose whom to be",
  playDetail:
    "The demonstration asks for no password: choose a person and look and act as they would. They are invented and exist in the demonstration alone.",
  everyPlan: "All plans",
  people: "{{count}} people",
};
