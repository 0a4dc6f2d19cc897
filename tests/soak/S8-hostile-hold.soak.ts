/** Hostile files on a quiet machine: refused within seconds, and the server does not notice (TRUST S8). */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { openWorkbook } from "@beizeng/server/imports/open-workbook.ts";
import { expect, test } from "vitest";
import { hostile } from "../imports/hostile-table.ts";

test.each(Object.entries(hostile))("%s holds nobody up", async (_name, [fault, make]) => {
  const bytes = make();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  expect(await openWorkbook(bytes)).toEqual({ ok: false, fault });
  delay.disable();
  expect(performance.now() - began).toBeLessThan(10_500);
  expect(delay.max / 1e6).toBeLessThan(100);
});
