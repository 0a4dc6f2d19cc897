import { defineConfig } from "vitest/config";

/** The full sizes and what needs programs that a small machine has not: `npm run soak`, not part of `npm test`. */
export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  test: {
    include: ["tests/soak/**/*.soak.ts"],
    // One harness at a time: they measure, and have processes of their own.
    maxWorkers: 1,
    testTimeout: 600_000,
    reporters: ["default", new URL("reporter.ts", import.meta.url).pathname],
  },
});
