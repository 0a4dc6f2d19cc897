/** English words for the Chinese ones, key by key; a sentence that counts may say one of a kind in words of its own (`_one`). */
export type English<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : English<Words[Key]>;
} & {
  readonly [Key in keyof Words & string as Words[Key] extends string ? `${Key}_one` : never]?: string;
};
