import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { answerCache } from "@beizeng/server/plugins/answer-cache.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportAndAccept } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp([samplePlan()]);
});
afterAll(() => opened.dispose());

const url = "/api/plans/sample-2022/progress?month=2022-03&horizon=2022-12";
const get = (headers: Record<string, string> = {}, path = url) => opened.app.inject({ url: path, headers });

describe("the state of the ledger as an ETag", () => {
  test("the same answer from ready bytes as when it was made", async () => {
    const made = await get();
    const ready = await get();
    expect(made.headers.etag).toBe('W/"test-1-2022-10-12"');
    expect([ready.statusCode, ready.body, ready.headers.etag]).toEqual([200, made.body, made.headers.etag]);
    expect(ready.headers["cache-control"]).toBe("private, no-cache");
  });

  test.each(["identity", "br"])(
    "all headers of a made answer stand on the ready one, and of its 304: %s",
    async (encoding) => {
      const fresh = `${url}&asKnownOn=2022-10-${encoding === "br" ? "11" : "10"}`;
      const asked = { "accept-encoding": encoding };
      const made = await get(asked, fresh);
      const ready = await get(asked, fresh);
      const known = { ...asked, "if-none-match": String(made.headers.etag) };
      const [readyKnown, madeKnown] = [await get(known, fresh), await get(known, `${fresh}&basis=department`)];
      const kept = ({ headers }: typeof made) => {
        const { date, connection, ...others } = headers;
        return { ...others, "content-length": String(others["content-length"] ?? "none") };
      };
      expect(kept(ready)).toEqual(kept(made));
      expect([readyKnown.statusCode, madeKnown.statusCode]).toEqual([304, 304]);
      expect(kept(readyKnown)).toEqual(kept(madeKnown));
    },
  );

  test("304 without a body for whoever has it, made or ready", async () => {
    const tag = String((await get()).headers.etag);
    const fresh = url.replace("2022-03", "2022-04");
    for (const path of [url, fresh, fresh]) {
      const response = await get({ "if-none-match": `"other", ${tag}` }, path);
      expect([path, response.statusCode, response.body]).toEqual([path, 304, ""]);
      expect(response.headers.etag).toBe(tag);
      expect(response.headers["content-security-policy"]).toBeDefined();
    }
    expect((await get({ "if-none-match": 'W/"test-0-2022-10-12"' })).statusCode).toBe(200);
  });

  test("a refusal is never not modified", async () => {
    const tag = String((await get()).headers.etag);
    const response = await get({ "if-none-match": tag }, "/api/plans/nowhere");
    expect([response.statusCode, response.headers.etag]).toEqual([404, undefined]);
  });

  test("a write changes it, and the next answer is of the new state", async () => {
    const before = await get();
    await reportAndAccept(opened.store, {
      department: "commerce",
      period: "2022-03",
      now: "2022-04-08T02:00:00.000Z",
      lines: [{ measure: "food.above-scale-enterprises", entries: "2" }],
    });
    const after = await get({ "if-none-match": String(before.headers.etag) });
    expect(after.statusCode).toBe(200);
    expect(after.headers.etag).toBe('W/"test-3-2022-10-12"');
    const food = after.json().chains[1].assessments[0];
    expect([before.json().chains[1].assessments[0].achieved.text, food.achieved.text]).toEqual(["—", "2"]);
  });
});

describe("compression", () => {
  test.each([
    ["br", "br", brotliDecompressSync],
    ["gzip, deflate", "gzip", gunzipSync],
    ["gzip;q=0, br", "br", brotliDecompressSync],
  ] as const)("Accept-Encoding %s", async (accepted, encoding, decode) => {
    const plain = await get();
    for (const _ of ["made", "ready"]) {
      const response = await get({ "accept-encoding": accepted });
      expect(response.headers["content-encoding"]).toBe(encoding);
      expect(response.headers.vary).toContain("accept-encoding");
      expect(decode(new Uint8Array(response.rawPayload)).toString()).toBe(plain.body);
      expect(response.headers["content-length"]).toBe(String(response.rawPayload.length));
    }
  });

  test("none where none is asked for or it is refused", async () => {
    for (const headers of [{}, { "accept-encoding": "br;q=0, gzip;q=0" }]) {
      expect((await get(headers)).headers["content-encoding"]).toBeUndefined();
    }
  });
});

describe("the cache", () => {
  const answer = (size: number) => ({ body: Buffer.alloc(size), headers: {} });

  test("drops what was used longest ago when the bytes exceed the bound", () => {
    const cache = answerCache(100);
    cache.stateIs("1");
    cache.keep("1", "a", answer(40));
    cache.keep("1", "b", answer(40));
    cache.find("a");
    cache.keep("1", "c", answer(40));
    expect([cache.find("a") !== undefined, cache.find("b"), cache.find("c") !== undefined, cache.size()]).toEqual([
      true,
      undefined,
      true,
      80,
    ]);
  });

  test("forgets everything when the state passes, and keeps nothing made before", () => {
    const cache = answerCache(100);
    cache.stateIs("1");
    cache.keep("1", "a", answer(40));
    cache.stateIs("2");
    cache.keep("1", "b", answer(40));
    expect([cache.find("a"), cache.find("b"), cache.size()]).toEqual([undefined, undefined, 0]);
  });

  test("does not keep what is larger than all of it, nor count a replaced answer twice", () => {
    const cache = answerCache(100);
    cache.stateIs("1");
    cache.keep("1", "a", answer(101));
    cache.keep("1", "b", answer(60));
    cache.keep("1", "b", answer(70));
    expect([cache.find("a"), cache.size()]).toEqual([undefined, 70]);
  });
});
