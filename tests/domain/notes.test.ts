import type { Role } from "@beizeng/db/vocabulary";
import { type noteSteps, roles } from "@beizeng/db/vocabulary";
import { answeringUnit, decideNoteStep, noteState, noteStates } from "@beizeng/server/domain/notes.ts";
import { describe, expect, test } from "vitest";

const step = (...taken: (typeof noteSteps)[number][]) => taken.map((each) => ({ step: each }));

describe("how a note stands", () => {
  test.each([
    [step(), "open"],
    [step("answer"), "answered"],
    [step("answer", "answer"), "answered"],
    [step("settle"), "settled"],
    [step("answer", "settle"), "settled"],
    [step("withdraw"), "withdrawn"],
  ] as const)("%j: %s", (steps, state) => expect(noteState(steps)).toBe(state));
});

const actor = (role: Role, id = `a-${role}`, departments: readonly string[] = []) => ({ id, role, departments });
const note = (state: (typeof noteStates)[number], author = "a-leader") => ({
  ...{ author, state, units: ["commerce", "industry"] },
});

describe("who takes which step with a note", () => {
  const able = (taken: (typeof noteSteps)[number], departments: readonly string[]) =>
    roles.filter((role) => decideNoteStep(taken, actor(role, `b-${role}`, departments), note("open")) === "allowed");

  test("the clerks and heads of a unit that answers for it answer, nobody else", () => {
    expect(able("answer", ["industry"])).toEqual(["reporter", "head"]);
    expect(able("answer", ["finance"])).toEqual([]);
    expect(able("answer", [])).toEqual([]);
    expect(answeringUnit(actor("reporter", "b", ["industry", "commerce"]), note("open"))).toBe("commerce");
    // The bureau confirms the figures of every unit, and answers for none.
    expect(answeringUnit(actor("statistics", "b", ["industry"]), note("open"))).toBeNull();
  });

  test("leaders settle, whoever wrote it; the office only what it wrote itself", () => {
    expect(able("settle", ["industry"])).toEqual(["leader"]);
    expect(decideNoteStep("settle", actor("office", "o"), note("open", "o"))).toBe("allowed");
    expect(decideNoteStep("settle", actor("office", "o"), note("open", "p"))).toBe("not-theirs");
  });

  test("only the author takes a note back, and loses that with the role", () => {
    expect(able("withdraw", ["industry"])).toEqual([]);
    expect(decideNoteStep("withdraw", actor("leader"), note("open"))).toBe("allowed");
    expect(decideNoteStep("withdraw", actor("auditor", "a-leader"), note("open"))).toBe("not-theirs");
  });

  test("each step is taken from its states alone", () => {
    const clerk = actor("reporter", "b", ["commerce"]);
    const from = (taken: (typeof noteSteps)[number], who: ReturnType<typeof actor>) =>
      noteStates.filter((state) => decideNoteStep(taken, who, note(state)) === "allowed");
    expect(from("answer", clerk)).toEqual(["answered", "open"]);
    expect(from("settle", actor("leader"))).toEqual(["answered", "open"]);
    // What was answered stands: an answer without its question would be no record.
    expect(from("withdraw", actor("leader"))).toEqual(["open"]);
    expect(decideNoteStep("withdraw", actor("leader"), note("answered"))).toBe("not-from-this-state");
  });
});
