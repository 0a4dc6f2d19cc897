/**
 * The product, its pages and a browser where there is no network but the machine's own loopback (TRUST S11): what works there
 * needs nobody else. Needs `unshare` and `ip` (Debian: util-linux, iproute2) and the right to use them.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { soak } from "./harness.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const files = [
  "tests/server/security/nothing-leaves.test.ts",
  "tests/e2e/pages-of-everybody.test.ts",
  "tests/e2e/pages-of-people.test.ts",
  "tests/e2e/pages-of-plans.test.ts",
  "tests/e2e/production.test.ts",
  "tests/e2e/reporting-by-workbook.test.ts",
  "tests/e2e/briefing.test.ts",
];
const cut = 'ip link set lo up && if ip route get 192.0.2.1 2>/dev/null; then exit 99; fi && exec "$@"';

const what = "product and pages with the network cut";
soak({ promise: "S11", what, full: files.length, unit: "files of tests", isDrawn: false }, async ({ size }) => {
  const vitest = ["node_modules/.bin/vitest", "run", "--config", "tests/vitest.config.ts", "--reporter=json"];
  const command = ["-rn", "sh", "-c", cut, "sh", process.execPath, ...vitest, ...files.slice(0, size)];
  const { status, stdout, stderr } = spawnSync("unshare", command, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  expect([status, status === 0 ? "" : `${stdout}${stderr}`.slice(-4000)]).toEqual([0, ""]);
  const { numPassedTests, numTotalTests } = JSON.parse(stdout.slice(stdout.indexOf("{")));
  expect(numPassedTests).toBe(numTotalTests);
  return `${numPassedTests} tests pass without any network, every page among them`;
});
