/** Reading the payload of an audit row, of which nothing is known but that it is JSON. */

/** A value that has members. */
export type Member = Readonly<Record<string, unknown>>;

/** What is kept of one thing under its place: a text, so that equal ones are equal. */
export type Kept = Map<string, string>;

/** True for a value that has members. */
export const isMember = (value: unknown): value is Member => typeof value === "object" && value !== null;

/** Those of a list that have members; none of anything else. */
export const membersOf = (value: unknown): readonly Member[] => (Array.isArray(value) ? value.filter(isMember) : []);
