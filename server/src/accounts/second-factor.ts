/** The second factor: six digits that change every half minute (TOTP, RFC 6238). */
import { Secret, TOTP } from "otpauth";

const seconds = 30;
const factorOf = (secret: string, account: string) =>
  new TOTP({
    issuer: "倍增台账",
    label: account,
    algorithm: "SHA1",
    digits: 6,
    period: seconds,
    secret: Secret.fromBase32(secret),
  });

/** A new secret of 160 bits, in base32. */
export const newFactorSecret = (): string => new Secret({ size: 20 }).base32;

/** The address by which an authenticator takes a secret over. */
export const factorAddress = (secret: string, account: string): string => factorOf(secret, account).toString();

/** The counter of a code that holds at `now` or half a minute to either side and was not used before; null for any other. */
export function counterOfCode(secret: string, code: string, usedCounter: number | null, now: string): number | null {
  const timestamp = Date.parse(now);
  const delta = factorOf(secret, "").validate({ token: code, timestamp, window: 1 });
  if (delta === null) return null;
  const counter = Math.floor(timestamp / 1000 / seconds) + delta;
  return usedCounter !== null && counter <= usedCounter ? null : counter;
}
