/** What machines ask that watch the product: whether it is ready, and its numbers, which nobody reads without the token. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inTransaction, type Store, StoreProblem } from "@beizeng/db";
import { readConfig } from "@beizeng/server/config.ts";
import { gaugeLines, requestDurations } from "@beizeng/server/metrics.ts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { samplePlan } from "./sample-plan.ts";

const token = "0123456789abcdef0123456789abcdef";
let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp([samplePlan()], { kind: "production", metricsToken: token });
});
afterAll(() => opened.dispose());
afterEach(() => {
  vi.restoreAllMocks();
});

describe("ready", () => {
  const ready = async (app = opened.app) => {
    const { statusCode, headers, body } = await app.inject({ url: "/api/ready", headers: { "accept-language": "en" } });
    expect(headers["x-content-type-options"]).toBe("nosniff");
    return [statusCode, JSON.parse(body).message ?? JSON.parse(body).status];
  };
  const write = (store: Store, error: Error | null) =>
    inTransaction(store, async () => {
      if (error !== null) throw error;
    }).catch(() => undefined);

  test("while the store answers, its disk has room and writes are kept", async () => {
    expect(await ready()).toEqual([200, "ready"]);
  });

  test("not while the disk is nearly full, to the byte, nor where it cannot be looked at", async () => {
    const storage = vi.spyOn(opened.store.engine, "storage");
    storage.mockReturnValue({ fileBytes: 1, logBytes: 0, freeBytes: 100_000_000 });
    expect(await ready()).toEqual([200, "ready"]);
    storage.mockReturnValue({ fileBytes: 1, logBytes: 0, freeBytes: 99_999_999 });
    expect(await ready()).toEqual([503, "The system cannot serve just now: the disk is nearly full."]);
    storage.mockImplementation(() => {
      throw new Error("gone");
    });
    expect(await ready()).toEqual([503, "The system cannot serve just now: the store does not answer."]);
  });

  test("not after a write that the storage has failed, until one is kept or a minute has passed", async () => {
    const failed = [503, "The system cannot serve just now: the latest write failed."];
    await write(opened.store, new StoreProblem("storage-full"));
    expect(await ready()).toEqual(failed);
    // What the rules refuse says nothing of the storage, one way or the other.
    await write(opened.store, new StoreProblem("constraint-violated"));
    expect(await ready()).toEqual(failed);
    await write(opened.store, null);
    expect(await ready()).toEqual([200, "ready"]);

    await write(opened.store, new StoreProblem("storage-failed"));
    expect(await ready()).toEqual(failed);
    const now = performance.now();
    vi.spyOn(performance, "now").mockImplementation(() => now + 60_001);
    expect(await ready()).toEqual([200, "ready"]);
  });

  test("not once the store is closed, while the process is alive", async () => {
    const own = await openTestApp([samplePlan()], { kind: "production" });
    await own.store.close();
    expect(await ready(own.app)).toEqual([503, "The system cannot serve just now: the store does not answer."]);
    await own.dispose();
  });
});

describe("metrics", () => {
  const ask = (authorization?: string, app = opened.app) =>
    app.inject({ url: "/api/metrics", headers: authorization === undefined ? {} : { authorization } });

  test.each([
    ["nobody", undefined],
    ["another token", `Bearer ${token}0`],
    ["the start of it", `Bearer ${token.slice(0, -1)}`],
    ["the token by another scheme", `Basic ${token}`],
    ["the token alone", token],
  ])("are refused to %s", async (_name, authorization) => {
    const { statusCode, body } = await ask(authorization);
    expect([statusCode, JSON.parse(body).code]).toEqual([401, "metrics-token-needed"]);
    expect(body).not.toContain("beizeng_");
  });

  test("are refused to everybody where no token is set, in a demonstration too", async () => {
    for (const kind of ["production", "demonstration"] as const) {
      const own = await openTestApp([samplePlan()], { kind });
      for (const authorization of [undefined, "Bearer ", "Bearer null", "Bearer undefined", `Bearer ${token}`]) {
        expect([kind, authorization, (await ask(authorization, own.app)).statusCode]).toEqual([
          kind,
          authorization,
          401,
        ]);
      }
      await own.dispose();
    }
  });

  test("are the numbers of the product, each line in the form of the text format", async () => {
    await opened.as("leader", [], "ling");
    await opened.app.inject("/api/health");
    await opened.app.inject("/api/plans/none");
    const { statusCode, headers, body } = await ask(`Bearer ${token}`);
    expect([statusCode, headers["content-type"], headers["cache-control"]]).toEqual([
      ...[200, "text/plain; version=0.0.4; charset=utf-8", "no-store"],
    ]);
    const sample = /^[a-z][a-z0-9_]*(\{([a-z]+="([^"\\\n]|\\.)*"(,|(?=\})))*\})? -?[\d.]+(e[+-]?\d+)?$/;
    const lines = body.trimEnd().split("\n");
    expect(lines.filter((line) => !sample.test(line) && !/^# (HELP|TYPE) [a-z0-9_]+ \S/.test(line))).toEqual([]);
    const numberAt = (start: string) =>
      Number(
        lines
          .find((line) => line.startsWith(`${start} `))
          ?.split(" ")
          .at(-1),
      );
    expect(numberAt("beizeng_ledger_revision")).toBe(Number((await opened.app.inject("/api/health")).json().revision));
    expect(numberAt("beizeng_sessions")).toBe(1);
    expect(numberAt("beizeng_workshop_orders")).toBe(0);
    expect(numberAt("beizeng_write_failed")).toBe(0);
    expect(numberAt('beizeng_store_bytes{part="file"}')).toBe(statSync(opened.file).size);
    expect(numberAt('beizeng_store_bytes{part="wal"}')).toBe(statSync(`${opened.file}-wal`).size);
    expect(numberAt("beizeng_disk_free_bytes")).toBeGreaterThan(0);
    expect(numberAt("process_resident_memory_bytes")).toBeGreaterThan(10_000_000);
    const counted = (labels: string) => numberAt(`beizeng_request_duration_seconds_count{${labels}}`);
    expect(counted('method="GET",route="/api/health",status="200"')).toBe(1);
    expect(counted('method="GET",route="/api/plans/:plan",status="401"')).toBe(1);
  });
});

test("durations are counted within their bounds, each bound with all that is below it", () => {
  const durations = requestDurations();
  for (const seconds of [0.005, 0.0051, 0.3, 11]) durations.note("GET", '/a"\\', 200, seconds);
  const counts = durations.lines().flatMap((line) => /le="([^"]+)"} (\d+)$/.exec(line)?.slice(1).join(" ") ?? []);
  expect(counts).toEqual([
    ...["0.005 1", "0.01 2", "0.025 2", "0.05 2", "0.1 2", "0.25 2", "0.5 3", "1 3", "2.5 3", "5 3", "10 3", "+Inf 4"],
  ]);
  expect(durations.lines().at(-1)).toBe(
    'beizeng_request_duration_seconds_count{method="GET",route="/a\\"\\\\",status="200"} 4',
  );
  expect(gaugeLines({ name: "a", help: "b.", kind: "gauge", values: [[{ c: "d\ne" }, 1.5]] })).toEqual([
    ...["# HELP a b.", "# TYPE a gauge", 'a{c="d\\ne"} 1.5'],
  ]);
});

describe("the token", () => {
  const folder = mkdtempSync(join(tmpdir(), "beizeng-token-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "token");
  const read = () => readConfig("serve", { METRICS_TOKEN_FILE: file }, folder).metricsToken;
  beforeEach(() => rmSync(file, { force: true }));
  test("is read from its file", () => {
    expect(readConfig("serve", {}, folder).metricsToken).toBeNull();
    writeFileSync(file, `${token}\n`, { mode: 0o640 });
    expect(read()).toBe(token);
  });
  test.each([
    ["not there", null, 0o600, /METRICS_TOKEN_FILE names a file that cannot be read/],
    ["empty", " \n", 0o600, /METRICS_TOKEN_FILE names a file that cannot be read/],
    ["everybody's", token, 0o644, /METRICS_TOKEN_FILE names a file that anybody may read/],
    ["short", token.slice(1), 0o600, /needs 32 letters/],
    ["two words", `${token} ${token}`, 0o600, /needs 32 letters/],
  ])("that is %s is refused", (_name, content, mode, sentence) => {
    if (content !== null) writeFileSync(file, content, { mode });
    expect(read).toThrow(sentence);
  });
});
