import { roles } from "@beizeng/db/vocabulary";
import { faultOfChange, faultOfDepartments } from "@beizeng/server/domain/account-rules.ts";
import { lockedUntil, lockHorizon } from "@beizeng/server/domain/lock.ts";
import { settingsFrom } from "@beizeng/server/domain/security-settings.ts";
import { needsSecondFactor, nextStep } from "@beizeng/server/domain/sign-in-step.ts";
import { describe, expect, test } from "vitest";

const rule = { lockAfter: 5, lockMinutes: 15 };
const at = (time: string) => `2022-05-04T${time}.000Z`;
const tries = (...times: string[]) => times.map((time) => at(time));

describe("five refused tries in fifteen minutes lock for fifteen", () => {
  test.each([
    ["four", tries("01:00:00", "01:01:00", "01:02:00", "01:03:00"), "01:03:01", null],
    ["five", tries("01:00:00", "01:01:00", "01:02:00", "01:03:00", "01:04:00"), "01:04:00", "01:19:00"],
    ["five, to the end", tries("01:00:00", "01:01:00", "01:02:00", "01:03:00", "01:04:00"), "01:18:59", "01:19:00"],
    ["five, then over", tries("01:00:00", "01:01:00", "01:02:00", "01:03:00", "01:04:00"), "01:19:00", null],
    ["five in just fifteen", tries("01:00:00", "01:01:00", "01:02:00", "01:03:00", "01:15:00"), "01:15:00", "01:30:00"],
    ["five in more", tries("01:00:00", "01:01:00", "01:02:00", "01:03:00", "01:15:01"), "01:15:01", null],
    [
      "the last five of more",
      tries("00:30:00", "01:00:00", "01:01:00", "01:02:00", "01:03:00", "01:04:00"),
      "01:05:00",
      "01:19:00",
    ],
    ["none", [], "01:00:00", null],
  ])("%s", (_, refused, now, until) => {
    expect(lockedUntil(rule, refused, at(now))).toBe(until === null ? null : at(until));
  });
});

describe("what is asked next of who signs in", () => {
  const clerk = {
    role: "reporter",
    hasPassword: true,
    passwordChangedAt: "2022-05-01T00:00:00.000Z",
    mustChangePassword: false,
    hasSecret: false,
    hasSecondFactor: false,
  } as const;
  const policy = { passwordProfile: "dengbao", isSecondFactorRequired: true } as const;
  const now = "2022-05-04T00:00:00.000Z";
  test.each([
    ["a clerk: nothing", {}, null],
    ["a given password", { mustChangePassword: true }, "password-change"],
    ["an old password", { passwordChangedAt: "2022-01-01T00:00:00.000Z" }, "password-change"],
    ["no password at all", { hasPassword: false, mustChangePassword: true, passwordChangedAt: null }, null],
    ["a reviewer without a factor", { role: "office" }, "second-factor-set-up"],
    ["a reviewer whose password comes first", { role: "office", mustChangePassword: true }, "password-change"],
    ["a reviewer with a factor", { role: "office", hasSecret: true }, "second-factor"],
    ["the factor before the password", { role: "office", hasSecret: true, mustChangePassword: true }, "second-factor"],
    ["a reviewer who gave it", { role: "office", hasSecret: true, hasSecondFactor: true }, null],
    ["a clerk who chose to have one", { hasSecret: true }, "second-factor"],
  ] as const)("%s", (_, change, step) => {
    expect(nextStep({ ...clerk, ...change }, policy, now)).toBe(step);
  });

  test("the policy is about those who accept, close or administer", () => {
    const asked = roles.filter((role) => needsSecondFactor(role, true) && role !== "system");
    expect(asked).toEqual(["office", "security", "admin"]);
    expect(roles.some((role) => needsSecondFactor(role, false))).toBe(false);
  });

  test("it holds in production until somebody decides otherwise, and not in a demonstration", () => {
    expect(settingsFrom(null, false).isSecondFactorRequired).toBe(true);
    expect(settingsFrom(null, true).isSecondFactorRequired).toBe(false);
    expect(settingsFrom({ isSecondFactorRequired: false, lockAfter: 3 }, false)).toEqual({
      passwordProfile: "dengbao",
      isSecondFactorRequired: false,
      isSingleSignOnSecondFactor: false,
      isWallOpen: false,
      lockAfter: 3,
      lockMinutes: 15,
    });
  });
});

describe("what an administrator may not do", () => {
  const admin = (key: string, isDisabled = false) => ({ key, role: "admin", isDisabled }) as const;
  const clerk = { key: "li", role: "reporter", isDisabled: false } as const;
  test.each([
    ["disable a clerk", "wang", clerk, { ...clerk, isDisabled: true }, null],
    ["make a clerk an auditor", "wang", clerk, { ...clerk, role: "auditor" }, null],
    ["keep oneself", "wang", admin("wang"), admin("wang"), null],
    ["disable oneself", "wang", admin("wang"), admin("wang", true), "your-own-account"],
    ["become a clerk oneself", "wang", admin("wang"), { ...admin("wang"), role: "reporter" }, "your-own-account"],
    ["disable the other administrator", "wang", admin("zhao"), admin("zhao", true), null],
    ["enable the other administrator", "wang", admin("sun", true), admin("sun"), null],
  ] as const)("%s", (_, actor, before, after, fault) => {
    const all = [admin("wang"), admin("zhao"), admin("sun", true), clerk];
    expect(faultOfChange(actor, all, before, after)).toBe(fault);
  });

  test("put the last administrator out, whoever asks", () => {
    const all = [admin("wang"), admin("sun", true), clerk];
    expect(faultOfChange("sun", all, admin("wang"), admin("wang", true))).toBe("last-administrator");
    expect(faultOfChange("sun", all, admin("wang"), { ...admin("wang"), role: "leader" })).toBe("last-administrator");
  });

  test.each([
    ["reporter", [], "no-department"],
    ["head", [], "no-department"],
    ["reporter", ["commerce"], null],
    ["office", [], null],
    ["office", ["commerce"], null],
    ["statistics", [], null],
    ["leader", ["commerce"], "departments-without-use"],
    ["admin", ["commerce"], "departments-without-use"],
    ["auditor", ["commerce"], "departments-without-use"],
    ["security", ["commerce"], "departments-without-use"],
    ["auditor", [], null],
  ] as const)("%s of %j: %s", (role, departments, fault) => {
    expect(faultOfDepartments(role, departments)).toBe(fault);
  });
});

describe("the settings of a workspace", () => {
  const opening = {
    ...{ passwordProfile: "dengbao", isSecondFactorRequired: true, isSingleSignOnSecondFactor: false },
    ...{ isWallOpen: false, lockAfter: 5, lockMinutes: 15 },
  };
  const decided = {
    ...{ passwordProfile: "asvs", isSecondFactorRequired: false, isSingleSignOnSecondFactor: true },
    ...{ isWallOpen: true, lockAfter: 3, lockMinutes: 60 },
  };

  test("are the opening ones until somebody decides, without a second factor in a demonstration alone", () => {
    for (const stored of [undefined, null, "x", {}]) expect(settingsFrom(stored, false)).toEqual(opening);
    expect(settingsFrom(null, true)).toEqual({ ...opening, isSecondFactorRequired: false });
  });

  test("are those that were decided", () => {
    expect(settingsFrom(decided, false)).toEqual(decided);
    expect(settingsFrom({ ...decided, isSecondFactorRequired: true }, true).isSecondFactorRequired).toBe(true);
  });

  test("are the opening ones where what is stored is of another kind", () => {
    const odd = {
      ...{ passwordProfile: "none", isSecondFactorRequired: 1, isSingleSignOnSecondFactor: "yes" },
      ...{ isWallOpen: null, lockAfter: "3", lockMinutes: true },
    };
    expect(settingsFrom(odd, false)).toEqual(opening);
  });
});

test("a try matters for a lock as long as it can be among those within the minutes before one that still locks", () => {
  expect(lockHorizon(rule, at("01:00:00"))).toBe(at("00:30:00"));
});
