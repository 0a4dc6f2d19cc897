import { faultOfPassword, type PasswordFault, type PasswordRules, passwordRules } from "../domain/passwords.ts";
import type { SecuritySettings } from "../domain/security-settings.ts";
import type { Refusal } from "../problems.ts";

type Sentence = { readonly zh: string; readonly en: string };
const sentences: Readonly<Record<PasswordFault, (rules: PasswordRules) => Sentence>> = {
  "too-short": ({ leastLength }) => ({ zh: `至少${leastLength}个字符`, en: `at least ${leastLength} characters` }),
  "too-few-kinds": ({ leastKinds }) => ({
    zh: `大写字母、小写字母、数字、符号中至少有${leastKinds}种`,
    en: `at least ${leastKinds} of capitals, small letters, digits and other characters`,
  }),
  known: () => ({ zh: "不能是常用密码", en: "none that everybody tries" }),
  "holds-the-name": () => ({ zh: "不能含有账号名或系统名称", en: "without the account's name or this system's" }),
};

/** The refusal of a new password for the account of a name, null for one that may be taken. */
export function refusalOfPassword(
  { passwordProfile }: SecuritySettings,
  password: string,
  name: string,
): Refusal | null {
  const fault = faultOfPassword(passwordProfile, password, name);
  if (fault === null) return null;
  return { code: "password-refused", field: "password", allowed: sentences[fault](passwordRules[passwordProfile]) };
}
