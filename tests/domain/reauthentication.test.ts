/** When a session is not enough, and by what one shows again who one is. ASVS 5.0.0, 7.5.3. */
import { accessOf } from "@beizeng/server/domain/access.ts";
import { isShownLately, wayToShow, weightyRoutes } from "@beizeng/server/domain/reauthentication.ts";
import { describe, expect, test } from "vitest";

describe("it is enough to have shown it a quarter of an hour ago", () => {
  const shownAt = "2022-10-08T01:00:00.000Z";
  test.each([
    ["at once", "2022-10-08T01:00:00.000Z", true],
    ["to the last moment", "2022-10-08T01:14:59.999Z", true],
    ["and no longer", "2022-10-08T01:15:00.000Z", false],
    ["not the next day", "2022-10-09T01:00:00.000Z", false],
    ["nor before it was: a clock set back does not make it last", "2022-10-08T00:59:59.999Z", false],
  ])("%s", (_, now, isEnough) => {
    expect(isShownLately(shownAt, now)).toBe(isEnough);
  });
});

test.each([
  [{ hasSecret: true, hasPassword: true }, "code"],
  [{ hasSecret: true, hasPassword: false }, "code"],
  [{ hasSecret: false, hasPassword: true }, "password"],
  [{ hasSecret: false, hasPassword: false }, "provider"],
])("%o shows it by the %s", (known, way) => {
  expect(wayToShow(known)).toBe(way);
});

test("it is asked for by these and no others, each of them a route that is not open to anyone", () => {
  expect(weightyRoutes.toSorted()).toEqual(
    [
      "POST /api/submissions/:submission/acceptance",
      "POST /api/reviews/acceptances",
      "POST /api/plans/:plan/months/:month/closing",
      "POST /api/plans/:plan/months/:month/reopening",
      "POST /api/plans/:plan/months/:month/reopening/decision",
      "POST /api/plans/:plan/targets/:target/revisions",
      "POST /api/plans/:plan/briefings",
      "POST /api/session/second-factor/secret",
      "POST /api/accounts",
      "PUT /api/accounts/:account",
      "POST /api/accounts/:account/password",
      "DELETE /api/accounts/:account/second-factor",
      "PUT /api/security",
      "DELETE /api/security/locks/:name",
      "GET /api/audit/export",
    ].toSorted(),
  );
  expect(weightyRoutes.filter((route) => [null, "anyone", "metrics-token"].includes(accessOf(route)))).toEqual([]);
});
