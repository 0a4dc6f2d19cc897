/** The table of what is proved of ASVS names each line once, files that are there, and a reason wherever something is missing. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../../server/bin/install.mjs";

const rows = readFileSync(new URL("README.md", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, number = "", , , held = "", by = "", missing = ""]) => {
    return {
      number: Number(number),
      held,
      files: [...by.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file),
      missing,
    };
  });

test("all 48 lines stand there, in their order", () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 48 }, (_, place) => place + 1));
});

test.each(rows)("line $number is held by files that are there, or says why not", ({ held, files, missing }) => {
  expect(["yes", "partly", "no"]).toContain(held);
  expect(files.length > 0).toBe(held !== "no");
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  if (held !== "yes") expect(missing).not.toBe("");
});
