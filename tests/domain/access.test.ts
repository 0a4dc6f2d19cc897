/** Who is let in where: a table by hand of callers and of what routes ask for. DOMAIN section 8, TRUST S1, S2 and S6. */
import { type Role, roles } from "@beizeng/db/vocabulary";
import { type Access, accessOf, type Caller, decideAccess, type Power, powers } from "@beizeng/server/domain/access.ts";
import { describe, expect, test } from "vitest";

const nobody: Caller = {
  role: null,
  isHalfSignedIn: false,
  isDemonstration: false,
  isWallOpen: false,
  hasMetricsToken: false,
};
const visitor = { ...nobody, isDemonstration: true };
const passer = { ...nobody, isWallOpen: true };
const clerk: Caller = { ...nobody, role: "reporter" };
const half = { ...clerk, isHalfSignedIn: true };
const administrator: Caller = { ...nobody, role: "admin" };

const watcher = { ...nobody, hasMetricsToken: true };

const [yes, sign, unfinished, no] = ["allowed", "sign-in-needed", "sign-in-unfinished", "not-your-role"] as const;
const token = "metrics-token-needed";

describe("a call", () => {
  const asked: readonly Access[] = [
    "anyone",
    "open-wall",
    "signing-in",
    "signed-in",
    "read-figures",
    "write-figures",
    "metrics-token",
  ];
  test.each([
    ["of nobody", nobody, [yes, sign, sign, sign, sign, sign, token]],
    ["of a visitor of a demonstration, who reads figures", visitor, [yes, yes, sign, sign, yes, sign, token]],
    ["of whoever stands before an open wall", passer, [yes, yes, sign, sign, sign, sign, token]],
    ["of who watches the product, whose token opens nothing else", watcher, [yes, sign, sign, sign, sign, sign, yes]],
    ["of a clerk", clerk, [yes, yes, yes, yes, yes, yes, token]],
    [
      "of a clerk whose sign-in still lacks something",
      half,
      [yes, unfinished, yes, unfinished, unfinished, unfinished, token],
    ],
    ["of an administrator, who reads no figure", administrator, [yes, no, yes, yes, no, no, token]],
    [
      "of an administrator before an open wall",
      { ...administrator, isWallOpen: true },
      [yes, yes, yes, yes, no, no, token],
    ],
    ["of a clerk in a demonstration", { ...clerk, isDemonstration: true }, [yes, yes, yes, yes, yes, yes, token]],
  ] as const)("%s", (_, caller, answers) => {
    expect(asked.map((access) => decideAccess(access, caller))).toEqual(answers);
  });
});

/** Who has each power, by the separation of powers: who reviews writes nothing, who administers or audits changes nothing. */
const holders: Readonly<Record<Power, readonly Role[]>> = {
  "read-figures": ["reporter", "head", "office", "statistics", "leader", "auditor", "system"],
  "read-papers": ["reporter", "head", "office", "statistics", "auditor", "system"],
  "write-figures": ["reporter", "head", "statistics", "system"],
  "confirm-figures": ["statistics"],
  "review-submissions": ["office", "system"],
  "close-months": ["office", "system"],
  "revise-plans": ["office"],
  "import-history": ["office"],
  "issue-briefings": ["office"],
  "write-comments": ["office", "leader"],
  "manage-accounts": ["admin"],
  "manage-security": ["security"],
  "read-audit": ["auditor"],
  "see-backups": ["security", "admin"],
  "load-plans": ["system"],
};

test.each(powers)("%s is for its roles alone", (power) => {
  const allowed = roles.filter((role) => decideAccess(power, { ...nobody, role }) === "allowed");
  expect(allowed.toSorted()).toEqual(holders[power].toSorted());
});

test("a route asks for what its row says, and one without a row for nothing that could be given", () => {
  expect(accessOf("PUT /api/plans/:plan/papers/:department/:period/lines/:measure")).toBe("write-figures");
  expect(accessOf("POST /api/submissions/:submission/acceptance")).toBe("review-submissions");
  expect(accessOf("POST /api/nowhere")).toBeNull();
});
