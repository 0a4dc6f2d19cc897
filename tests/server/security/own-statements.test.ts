/** No statement of the store is put together from texts of others: ASVS 1.2.4, beside the hostile texts that every route is sent. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../../server/bin/install.mjs";

/** Where words of our own closed lists and names of our own columns become parts of a definition. */
const ofOurOwnWords = [
  "db/src/postgres/connection.ts",
  "db/src/postgres/migrate.ts",
  "db/src/schema/checks.ts",
  "db/src/sqlite/connection.ts",
  "db/src/sqlite/migrate.ts",
];

/** A statement that holds more than what is written there: raw text, or a text put together for a driver. */
const assembled = [
  /sql\.raw\((?!["'`][^$`]*["'`]\))/,
  /\.(?:exec|prepare|query|unsafe|pragma)\(\s*`[^`]*\$\{/,
  /\.(?:exec|prepare|query|unsafe)\(\s*["'][^"']*["']\s*\+/,
];

test("raw text stands where words are our own, and nowhere else", () => {
  const files = ["db/src", "server/src", "seeds/src"].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const found = files.filter((file) => {
    const text = readFileSync(file, "utf8");
    return assembled.some((pattern) => pattern.test(text));
  });
  expect(found.map((file) => relative(root, file)).toSorted()).toEqual(ofOurOwnWords);
});

test.each([
  ["sql.raw(`\u0024{name} = 1`)", true],
  ["sql.raw(condition)", true],
  [".where(sql.raw(\"kind = 'report'\"))", false],
  ["database.exec(`DELETE FROM \u0024{table}`)", true],
  ["database.prepare('SELECT ' + word)", true],
  ['database.exec("BEGIN IMMEDIATE")', false],
])("%s: %s", (text, isAssembled) => {
  expect(assembled.some((pattern) => pattern.test(text))).toBe(isAssembled);
});
