/** When something is done: by the wall clock, which sessions and locks run by, and by the ledger's own (ISO UTC). */
export interface Moment {
  readonly now: string;
  readonly at: string;
}
