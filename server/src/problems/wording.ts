/** A refusal in words: `{field}`, `{name}`, `{value}` and `{allowed}` are filled in. */
export interface Wording {
  /** Of HTTP. */
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}
