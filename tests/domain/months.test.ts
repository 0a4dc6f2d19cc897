import { type MonthMove, monthMoves, type Role, roles } from "@beizeng/db/vocabulary";
import {
  decideMonthMove,
  isClosed,
  type MonthMoveRefusal,
  type MonthState,
  monthStandingOf,
  monthStates,
  type WantedMonthMove,
} from "@beizeng/server/domain/months.ts";
import { describe, expect, it } from "vitest";

const wanted = (move: MonthMove, change: Partial<WantedMonthMove> = {}): WantedMonthMove => ({
  ...{ move, account: "wang", role: "office", reason: "why", undone: 0, isSecondPersonThere: true },
  ...change,
});
const standing = (state: MonthState) => ({ state, edition: 1, askedBy: state === "reopening-asked" ? "li" : null });

const leadsTo: Readonly<Record<MonthState, Partial<Record<MonthMove, MonthState>>>> = {
  open: { close: "closed" },
  closed: { "ask-reopening": "reopening-asked" },
  "reopening-asked": { reopen: "open", "keep-closed": "closed" },
};
const closers: readonly Role[] = ["office", "system"];

describe.each(monthStates)("a month that is %s", (state) => {
  describe.each(monthMoves)("%s", (move) => {
    it.each(roles)("by %s", (role) => {
      const next = leadsTo[state][move];
      const answer = decideMonthMove(standing(state), wanted(move, { role }));
      if (!closers.includes(role)) expect(answer).toEqual({ ok: false, reason: "not-your-role" });
      else if (next === undefined) expect(answer).toEqual({ ok: false, reason: "month-not-from-this-state" });
      else expect(answer).toEqual({ ok: true, state: next });
    });
  });
  it("takes papers only while it is open", () => {
    expect(isClosed({ state })).toBe(state !== "open");
  });
});

describe("what is asked beside", () => {
  const own = { account: "li" };
  const rows: readonly (readonly [string, MonthState, WantedMonthMove, MonthMoveRefusal | null])[] = [
    ["who asked does not grant", "reopening-asked", wanted("reopen", own), "second-person-needed"],
    ["but alone they do", "reopening-asked", wanted("reopen", { ...own, isSecondPersonThere: false }), null],
    ["another grants", "reopening-asked", wanted("reopen"), null],
    ["and needs no reason", "reopening-asked", wanted("reopen", { reason: null }), null],
    ["who asked may take it back", "reopening-asked", wanted("keep-closed", own), null],
    ["not without a reason", "reopening-asked", wanted("keep-closed", { reason: " " }), "reason-missing"],
    ["reopening is not asked for without one", "closed", wanted("ask-reopening", { reason: null }), "reason-missing"],
    ["a whole month is closed without a word", "open", wanted("close", { reason: null }), null],
    ["one with something undone is not", "open", wanted("close", { reason: "", undone: 1 }), "month-undone"],
    ["but with a word", "open", wanted("close", { undone: 1 }), null],
  ];
  it.each(rows)("%s", (_, state, move, reason) => {
    const answer = decideMonthMove(standing(state), move);
    expect(answer.ok ? null : answer.reason).toBe(reason);
  });
});

describe("how a month stands", () => {
  const step = (move: MonthMove, actor: string, edition: number) => ({ move, actor, edition });
  it.each([
    ["before anything", [], "open", 0, null],
    ["closed", [step("close", "wang", 1)], "closed", 1, null],
    ["asked", [step("close", "wang", 1), step("ask-reopening", "li", 1)], "reopening-asked", 1, "li"],
    ["kept", [step("ask-reopening", "li", 1), step("keep-closed", "wang", 1)], "closed", 1, null],
    ["reopened", [step("ask-reopening", "li", 1), step("reopen", "wang", 1)], "open", 1, null],
    ["closed again", [step("reopen", "wang", 1), step("close", "wang", 2)], "closed", 2, null],
  ] as const)("%s", (_, moves, state, edition, askedBy) => {
    expect(monthStandingOf(moves)).toEqual({ state, edition, askedBy });
  });
});
