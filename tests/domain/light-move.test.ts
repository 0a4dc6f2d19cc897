import { type Light, lights } from "@beizeng/db/vocabulary";
import { isLagging, type LightMove, lightMove, lightMoves, lightMoveWords } from "@beizeng/server/domain/light-move.ts";
import { describe, expect, it } from "vitest";

describe("what became of a light", () => {
  const [met, onSchedule, behind, farBehind, missed, unreported, notDue] = [
    "met",
    "on-schedule",
    "behind",
    "far-behind",
    "missed",
    "unreported",
    "not-due",
  ] as const;
  const rows: readonly (readonly [Light | null, Light | null, LightMove | null])[] = [
    [onSchedule, behind, "fell-behind"],
    [met, farBehind, "fell-behind"],
    [unreported, behind, "fell-behind"],
    [notDue, missed, "fell-behind"],
    [null, behind, "fell-behind"],
    [behind, farBehind, "worsened"],
    [behind, missed, "worsened"],
    [farBehind, missed, "worsened"],
    [farBehind, behind, "improved"],
    [behind, onSchedule, "caught-up"],
    [unreported, onSchedule, "caught-up"],
    [null, onSchedule, "caught-up"],
    [met, onSchedule, "otherwise"],
    [onSchedule, met, "completed"],
    [missed, met, "completed"],
    [null, met, "completed"],
    [onSchedule, unreported, "fell-silent"],
    [behind, unreported, "fell-silent"],
    [null, unreported, "fell-silent"],
    [unreported, notDue, "otherwise"],
    [behind, null, "otherwise"],
    [behind, behind, null],
    [null, null, null],
  ];
  it.each(rows)("%s then %s: %s", (before, after, move) => {
    expect(lightMove(before, after)).toBe(move);
  });

  it("is told of every two lights, and only of two that differ", () => {
    for (const before of [...lights, null]) {
      for (const after of [...lights, null]) expect(lightMove(before, after) === null).toBe(before === after);
    }
    for (const move of lightMoves) expect(lightMoveWords[move].zh).not.toBe("");
  });

  it("lagging are three lights", () => {
    expect([...lights, null].filter(isLagging).toSorted()).toEqual(["behind", "far-behind", "missed"]);
  });
});
