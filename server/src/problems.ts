/**
 * Every refusal of the product: a stable code, its HTTP status and one sentence in both languages. Reads and actions
 * answer `Refusal` values; only here do they become words and status. `{field}`, `{name}`, `{value}` and `{allowed}` are
 * filled in.
 */
import type { Problem } from "./contract/common.ts";
import { accountWordings } from "./problems/accounts.ts";
import { paperWordings } from "./problems/papers.ts";
import { planEditingWordings } from "./problems/plan-editing.ts";
import { questionWordings } from "./problems/questions.ts";
import { reviewWordings } from "./problems/reviews-and-months.ts";
import { signInWordings } from "./problems/sign-in.ts";
import { storageWordings } from "./problems/storage.ts";

const wordings = {
  ...questionWordings,
  ...signInWordings,
  ...accountWordings,
  ...paperWordings,
  ...reviewWordings,
  ...planEditingWordings,
  ...storageWordings,
};

/** The codes of all refusals. */
export type RefusalCode = keyof typeof wordings;

/** True for the code of a refusal. */
export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(wordings, code);

/** Something refused: which rule, about which field, which value was given and what is allowed instead. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly field?: string;
  readonly value?: string;
  /** What the sentence calls it, where field and value are keys. */
  readonly name?: { readonly zh: string; readonly en: string };
  /** What may be given instead, in both languages or in words that need none. */
  readonly allowed?: string | { readonly zh: string; readonly en: string };
}

/** What a read or an action answers: a value, or the reason why not. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Refusal };

/** The answer that refuses. */
export const refuse = (reason: Refusal) => ({ ok: false, reason }) as const;

/** The answer that gives. */
export const give = <T>(value: T) => ({ ok: true, value }) as const;

/** A refusal on its way through Fastify to the one error handler. */
export class RefusedError extends Error {
  readonly reason: Refusal;
  readonly statusCode: number;
  constructor(reason: Refusal) {
    super(reason.code);
    this.reason = reason;
    this.statusCode = wordings[reason.code].status;
  }
}

/** The value of an answer; throws `RefusedError` for a refusal. For routes, at their very end. */
export function settled<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new RefusedError(answer.reason);
  return answer.value;
}

/** The language of a refusal by an Accept-Language header: English where it is asked for before Chinese, else Chinese. */
export function languageOf(header: string | undefined): "zh" | "en" {
  const found = /(^|[\s,])(zh|en)\b/i.exec(header ?? "");
  return found?.[2]?.toLowerCase() === "en" ? "en" : "zh";
}

/** Values that came from outside are cut, so that a sentence stays one. */
const shortened = (value: string) => (value.length > 80 ? `${value.slice(0, 80)}…` : value);

/** The status of a refusal. */
export const statusOf = (reason: Refusal): number => wordings[reason.code].status;

/** A refusal as it is sent. */
export function problemOf(reason: Refusal, language: "zh" | "en"): Problem {
  const allowed = typeof reason.allowed === "string" ? reason.allowed : (reason.allowed?.[language] ?? "");
  const words: Record<string, string> = {
    field: shortened(reason.field ?? ""),
    value: shortened(reason.value ?? ""),
    name: shortened(reason.name?.[language] ?? reason.field ?? reason.value ?? ""),
    allowed,
  };
  const message = wordings[reason.code][language].replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? "");
  return { code: reason.code, message, ...(reason.field === undefined ? {} : { field: shortened(reason.field) }) };
}
