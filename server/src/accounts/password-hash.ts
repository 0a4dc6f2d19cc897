/** Hashes of passwords, by argon2id, and passwords that are given to be changed. TRUST S5. */
import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

// argon2id is the library's default; memory in KiB.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password, salted. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Stands where an account has no password, or does not exist: checking it takes as long as checking any other. */
const nobodys = hash("nobody has this password", cost);

/** True when a password is the hashed one; takes the same time where there is none. */
export async function isPassword(hashed: string | null, password: string): Promise<boolean> {
  const isRight = await verify(hashed ?? (await nobodys), password);
  return hashed !== null && isRight;
}

/** Letters and digits that are not taken for each other when read aloud or from paper. */
const letters = ["ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789"] as const;
const drawn = (from: string) => from.charAt(randomInt(from.length));

/** A password to be given by word or paper: four groups of a capital, a small letter, a digit and one of any. */
export function newPassword(): string {
  const group = () => [...letters, letters.join("")].map(drawn).join("");
  return Array.from({ length: 4 }, group).join("-");
}

/** A code for making the first administrator: 100 bits in five groups. */
export function newSetUpCode(): string {
  const group = () => Array.from({ length: 4 }, () => drawn("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")).join("");
  return Array.from({ length: 5 }, group).join("-");
}
