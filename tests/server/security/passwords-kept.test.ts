/** How passwords are kept: ASVS 11.4.2. */
import { hashPassword, isPassword } from "@beizeng/server/accounts/password-hash.ts";
import { expect, test } from "vitest";

test("by argon2id, 19 MB and two rounds at least, each with a salt of its own; all of a long one counts", async () => {
  const long = "长".repeat(64);
  const [one, other] = await Promise.all([hashPassword(long), hashPassword(long)]);
  const [, memory = "0", rounds = "0"] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$[\w+/]{22}\$/.exec(one) ?? [];
  expect([Number(memory) >= 19_456, Number(rounds) >= 2]).toEqual([true, true]);
  expect(one).not.toBe(other);
  expect(await isPassword(one, long)).toBe(true);
  expect(await isPassword(one, `${long.slice(1)}短`)).toBe(false);
  expect(await isPassword(null, long)).toBe(false);
});
