/** Who may read a file that proves a figure: what was handed in, what only stands in a draft, what stands nowhere any more. */
import type { Basis, Role } from "@beizeng/db/vocabulary";
import { mayReadFile } from "@beizeng/server/domain/access.ts";
import { expect, test } from "vitest";

const everybody: readonly (readonly [string, Role, readonly string[]])[] = [
  ["li", "reporter", ["commerce"]],
  ["wang", "head", ["commerce"]],
  ["zhao", "reporter", ["industry"]],
  ["shen", "office", []],
  ["shen of commerce", "office", ["commerce"]],
  ["tong", "statistics", []],
  ["tong of commerce", "statistics", ["commerce"]],
  ["ling", "leader", []],
  ["ji", "auditor", []],
  ["guan", "admin", []],
  ["an", "security", []],
];
const bureau = ["tong", "tong of commerce"];
const reviewers = ["shen", "shen of commerce", ...bureau, "ling", "ji"];

const standings: readonly (readonly [string, boolean, readonly Basis[], readonly string[]])[] = [
  ["handed in", true, [], ["li", "wang", ...reviewers]],
  ["handed in, and typed again after its return", true, ["department"], ["li", "wang", ...reviewers]],
  ["in the unit's draft", false, ["department"], ["li", "wang"]],
  ["in the bureau's draft", false, ["statistics"], bureau],
  ["in both", false, ["statistics", "department"], ["li", "wang", ...bureau]],
  ["taken from its line again", false, [], ["li"]],
];

test.each(standings)("a file of 商务局 that is %s", (_name, isHandedIn, drafts, readers) => {
  const file = { department: "commerce", addedBy: "li", isHandedIn, drafts };
  const reading = everybody.filter(([id, role, departments]) => mayReadFile({ id, role, departments }, file));
  expect(reading.map(([id]) => id).sort()).toEqual([...readers].sort());
});

test("who added a file and has another unit now reads it no more", () => {
  const moved = { id: "li", role: "reporter", departments: ["industry"] } as const;
  const file = { department: "commerce", addedBy: "li", isHandedIn: false, drafts: [] };
  expect(mayReadFile(moved, file)).toBe(false);
});
