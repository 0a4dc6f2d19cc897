/** Issued briefings with the files that went out, and how a plan's briefings are built. */
import {
  findBriefingFile,
  findBriefings,
  findSkeletons,
  insertBriefing,
  insertSkeleton,
  inTransaction,
} from "@beizeng/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { engines, type StoreSource, storeSource, type TestStore } from "../helpers/store.ts";
import { loadSample } from "./sample.ts";

const at = "2022-10-12T01:00:00.000Z";
const who = { actor: "wang", actorRole: "office", at } as const;
const hash = "a".repeat(64);
const quoted = { title: "通报", month: "2022-09", horizon: "2022-12", basis: "department", edition: 1, hash } as const;
const file = (name: string, text: string) => ({
  ...{ name, mediaType: "text/plain", bytes: text.length, sha256: "b".repeat(64) },
  content: Buffer.from(text),
});

describe.each(engines)("briefings on %s", (engine) => {
  let source: StoreSource;
  let opened: TestStore;
  beforeAll(async () => {
    source = await storeSource(engine);
  });
  beforeEach(async () => {
    opened = await source.open();
    return () => opened.dispose();
  });
  afterAll(() => source.stop());

  test("come in order with their files, whose bytes are had one by one, and a number is given once a year", async () => {
    const { store } = opened;
    const planId = await loadSample(opened);
    const issue = (year: number, number: number, text: string) =>
      inTransaction(store, (transaction) =>
        insertBriefing(transaction, { planId, year, number, ...quoted, skeleton: 0, ...who }, [
          file("通报.docx", text),
          file("平表.json", `${text}${text}`),
        ]),
      );
    await issue(2022, 1, "one");
    await issue(2022, 2, "two");
    await issue(2023, 1, "three");
    expect(
      (await findBriefings(store, planId)).map(({ year, number, files, ...rest }) => [
        ...[year, number, rest.month, rest.edition, rest.actor],
        files.map(({ name, bytes }) => `${name} ${bytes}`),
      ]),
    ).toEqual([
      [2022, 1, "2022-09", 1, "wang", ["通报.docx 3", "平表.json 6"]],
      [2022, 2, "2022-09", 1, "wang", ["通报.docx 3", "平表.json 6"]],
      [2023, 1, "2022-09", 1, "wang", ["通报.docx 5", "平表.json 10"]],
    ]);
    const found = await findBriefingFile(store, { planId, year: 2022, number: 2, name: "通报.docx" });
    expect([found?.mediaType, Buffer.from(found?.content ?? "").toString()]).toEqual(["text/plain", "two"]);
    expect(await findBriefingFile(store, { planId, year: 2022, number: 3, name: "通报.docx" })).toBeNull();
    expect(await findBriefings(store, planId + 1)).toEqual([]);
    await expect(issue(2022, 2, "again")).rejects.toMatchObject({ code: "constraint-violated" });
    expect(await findBriefings(store, planId)).toHaveLength(3);
  });

  test("each version of a skeleton is kept, the last one first", async () => {
    const { store } = opened;
    const planId = await loadSample(opened);
    expect(await findSkeletons(store, planId)).toEqual([]);
    for (const version of [1, 2]) {
      await inTransaction(store, (transaction) =>
        insertSkeleton(transaction, { planId, version, skeleton: `{"of":${version}}`, ...who }),
      );
    }
    expect((await findSkeletons(store, planId)).map(({ version, skeleton }) => [version, skeleton])).toEqual([
      [2, '{"of":2}'],
      [1, '{"of":1}'],
    ]);
    const wrong = inTransaction(store, (transaction) =>
      insertSkeleton(transaction, { planId, version: 3, skeleton: "{", ...who }),
    );
    await expect(wrong).rejects.toThrow();
  });
});
