/** The refusals: one code, one meaning. */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { isRefusalCode } from "../../server/src/problems.ts";

test("no code stands in two rooms' refusals, where the later would take the place of the earlier", async () => {
  const folder = new URL("../../server/src/problems/", import.meta.url);
  const rooms: Record<string, object>[] = await Promise.all(
    readdirSync(folder).map((file) => import(new URL(file, folder).href)),
  );
  const codes = rooms.flatMap((room) => Object.values(room).flatMap((wordings) => Object.keys(wordings)));
  expect(codes).toContain("briefing-still-right");
  expect(codes.filter((code) => !isRefusalCode(code))).toEqual([]);
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
});
