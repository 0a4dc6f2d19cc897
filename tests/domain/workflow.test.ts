import {
  type Role,
  roles,
  type SubmissionMove,
  type SubmissionState,
  submissionMoves,
  submissionStates,
} from "@beizeng/db/vocabulary";
import { may, type Power, powersOf } from "@beizeng/server/domain/access.ts";
import {
  decideMove,
  type MoveRefusal,
  movers,
  type SubmissionStanding,
  transitions,
  type WantedMove,
} from "@beizeng/server/domain/workflow.ts";
import { describe, expect, it } from "vitest";

const standing: SubmissionStanding = { state: "submitted", department: "industry", submittedBy: "li" };

function wanted(
  move: SubmissionMove,
  role: Role,
  known: Partial<WantedMove["mover"]> = {},
  reason: string | null = "why",
  isCorrecting = false,
): WantedMove {
  return {
    isCorrecting,
    hasHead: false,
    move,
    mover: { account: "wang", role, departments: ["industry"], ...known },
    reason,
  };
}

const headed = (move: SubmissionMove, role: Role): WantedMove => ({ ...wanted(move, role), hasHead: true });

const leadsTo: Readonly<Record<SubmissionState, Partial<Record<SubmissionMove, SubmissionState>>>> = {
  open: { save: "draft", submit: "submitted" },
  draft: { save: "draft", submit: "submitted" },
  submitted: { return: "returned", accept: "accepted" },
  returned: { save: "returned", submit: "submitted" },
  accepted: {},
};
const writers: readonly Role[] = ["reporter", "head", "statistics", "system"];
const reviewers: readonly Role[] = ["office", "system"];

describe.each(submissionStates)("from %s", (state) => {
  describe.each(submissionMoves)("%s", (move) => {
    it.each(roles)("by %s", (role) => {
      const mayMove = (move === "save" || move === "submit" ? writers : reviewers).includes(role);
      const next = leadsTo[state][move];
      const refusal: MoveRefusal = mayMove ? "not-from-this-state" : "not-your-role";
      expect(decideMove({ ...standing, state }, wanted(move, role))).toEqual(
        mayMove && next !== undefined ? { ok: true, state: next } : { ok: false, reason: refusal },
      );
      expect(movers[move].includes(role)).toBe(mayMove);
      expect(transitions[state][move]).toBe(next);
    });
  });
});

describe("a move is refused", () => {
  const draft: SubmissionStanding = { ...standing, state: "draft" };
  const rows: readonly (readonly [string, SubmissionStanding, WantedMove, MoveRefusal | null])[] = [
    [
      "to save another department's figures",
      draft,
      wanted("save", "reporter", { departments: ["education"] }),
      "not-your-department",
    ],
    ["to submit them", draft, wanted("submit", "head", { departments: [] }), "not-your-department"],
    ["not to the product itself", draft, wanted("save", "system", { departments: [] }), null],
    ["not to a reviewer of any department", standing, wanted("accept", "office", { departments: [] }), null],
    ["to accept one's own submission", standing, wanted("accept", "office", { account: "li" }), "your-own-submission"],
    ["to return one's own submission", standing, wanted("return", "system", { account: "li" }), "your-own-submission"],
    [
      "not to submit again what one submitted",
      { ...draft, state: "returned" },
      wanted("submit", "reporter", { account: "li" }),
      null,
    ],
    ["to submit what the unit's head signs", draft, headed("submit", "reporter"), "head-signs"],
    ["to submit it again after a return", { ...draft, state: "returned" }, headed("submit", "reporter"), "head-signs"],
    ["not to prepare it", draft, headed("save", "reporter"), null],
    ["not to the head, who signs", draft, headed("submit", "head"), null],
    ["not to the product itself where a head signs", draft, headed("submit", "system"), null],
    ["to return without a reason", standing, wanted("return", "office", {}, null), "reason-missing"],
    ["to return with a blank one", standing, wanted("return", "office", {}, "  "), "reason-missing"],
    ["not to accept without a reason", standing, wanted("accept", "office", {}, null), null],
    ["not to submit a report without a reason", draft, wanted("submit", "reporter", {}, null), null],
    ["to submit a correction without a reason", draft, wanted("submit", "reporter", {}, null, true), "reason-missing"],
    ["not to save a correction without a reason yet", draft, wanted("save", "reporter", {}, null, true), null],
  ];
  it.each(rows)("%s", (_, submission, move, reason) => {
    const answer = decideMove(submission, move);
    expect(answer.ok ? null : answer.reason).toBe(reason);
  });
});

describe("powers", () => {
  it("are told by role", () => {
    expect([may("reporter", "write-figures"), may("leader", "write-figures")]).toEqual([true, false]);
  });

  const persons = roles.filter((role) => role !== "system");
  it.each(persons)("%s does not both write and review figures", (role) => {
    expect(may(role, "write-figures") && may(role, "review-submissions")).toBe(false);
  });

  const apart: readonly Power[] = ["manage-security", "manage-accounts", "read-audit"];
  it.each(apart)("%s is one role's alone, which writes no figure", (power) => {
    const holders = roles.filter((role) => may(role, power));
    expect(holders).toHaveLength(1);
    expect(holders.some((role) => may(role, "write-figures"))).toBe(false);
  });

  it("agree with who moves submissions", () => {
    for (const role of roles) {
      expect(may(role, "write-figures")).toBe(movers.submit.includes(role));
      expect(may(role, "review-submissions")).toBe(movers.accept.includes(role));
      expect(powersOf[role].length).toBeGreaterThan(0);
    }
  });
});
