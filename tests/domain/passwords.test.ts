import { knownPasswords } from "@beizeng/server/domain/known-passwords.ts";
import { faultOfPassword, hasExpired } from "@beizeng/server/domain/passwords.ts";
import { describe, expect, test } from "vitest";

describe("a password by 等保", () => {
  test.each([
    ["Kx7-m2v", "too-short"],
    ["Kx7-m2vp", null],
    ["kx7m2vpq", "too-few-kinds"],
    ["kx7-m2vp", null],
    ["KX72MVPQ", "too-few-kinds"],
    ["数据上报a1", "too-short"],
    ["数据上报平台a1", null],
    ["Admin@123", "known"],
    ["P@SSW0RD123", "known"],
    ["Clerk01-clerk01", "holds-the-name"],
    ["Kx7-CLERK01", "holds-the-name"],
    ["BeiZeng-2022", "holds-the-name"],
    ["Kx7-倍增台账", "holds-the-name"],
  ])("%s: %s", (password, fault) => {
    expect(faultOfPassword("dengbao", password, "clerk01")).toBe(fault);
  });
});

describe("a password by ASVS", () => {
  test.each([
    ["elevenchars", "too-short"],
    ["twelve chars", null],
    ["𠮷𠮷𠮷𠮷𠮷𠮷", "too-short"],
    ["qwertyuiop123", "known"],
    ["abc123ABC123", "known"],
    ["123456123456123456", "known"],
    ["aaaaaaaaaaaaaa", "known"],
    ["my clerk01 word", "holds-the-name"],
    ["three random words here", null],
  ])("%s: %s", (password, fault) => {
    expect(faultOfPassword("asvs", password, "clerk01")).toBe(fault);
  });
});

test("one of 64 characters and more is taken whole, blanks and all", () => {
  expect(faultOfPassword("asvs", `${"x y ".repeat(20)}z`, "clerk01")).toBeNull();
});

test("a name of one or two characters may occur in a password", () => {
  expect(faultOfPassword("dengbao", "Kx7-m2vp-li", "li")).toBeNull();
});

test("the known ones are a few hundred, in small letters", () => {
  expect(knownPasswords.size).toBeGreaterThan(300);
  for (const password of knownPasswords) expect(password).toBe(password.toLowerCase());
});

test("by 等保 a password lasts ninety days, by ASVS for good", () => {
  const changed = "2022-01-01T00:00:00.000Z";
  expect(hasExpired("dengbao", changed, "2022-04-01T00:00:00.000Z")).toBe(false);
  expect(hasExpired("dengbao", changed, "2022-04-01T00:00:00.001Z")).toBe(true);
  expect(hasExpired("asvs", changed, "2032-04-01T00:00:00.000Z")).toBe(false);
});
