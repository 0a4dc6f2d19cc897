/** Zips: the same content makes the same bytes, whenever it was compressed. */
import { deflated, zipped } from "@beizeng/server/exports/office/zip.ts";
import { expect, test } from "vitest";
import { openedPackage } from "../../helpers/office/opened-package.ts";

const text = "<序时>达序时</序时>".repeat(500);

test("what was compressed before stands in a zip as what is compressed in it", () => {
  const before = zipped([{ name: "a.xml", content: deflated(text) }]);
  expect(before).toEqual(zipped([{ name: "a.xml", content: text }]));
  expect(Buffer.from(openedPackage(before).bytes("a.xml")).toString()).toBe(text);
});

test("what was compressed before is told as such where nothing more was to be compressed", () => {
  const file = zipped([{ name: "a.xml", content: deflated(text), isStored: true }]);
  expect(Buffer.from(openedPackage(file).bytes("a.xml")).toString()).toBe(text);
});
