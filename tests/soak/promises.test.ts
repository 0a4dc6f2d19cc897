/** The table of promises names each of them once, by files that are there and not empty of tests. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readReadme } from "./results.ts";

const rows = [...readReadme().matchAll(/^\| ([RS]\d+) \| ([^|]+) \| ([^|]+) \| ([^|]*) \|/gm)]
  .map(([, promise = "", , held = ""]) => ({
    promise,
    files: [...held.matchAll(/`([^`]+\.(?:test\.ts|mjs))`/g)].map(([, file = ""]) => file),
  }))
  .filter(({ files }) => files.length > 0);

test("every promise has its row, in order", () => {
  const numbers = Array.from({ length: 12 }, (_, place) => place + 1);
  expect(rows.map(({ promise }) => promise)).toEqual([
    ...numbers.map((number) => `R${number}`),
    ...numbers.map((number) => `S${number}`),
  ]);
});

test.each(rows)("$promise is held by what is there", ({ files }) => {
  for (const file of files) {
    const place = new URL(`../${file}`, import.meta.url);
    expect(existsSync(place), file).toBe(true);
    expect(readFileSync(place, "utf8"), file).toMatch(file.endsWith(".mjs") ? /./ : /\b(test|it)(\.each)?[(<]/);
  }
});
