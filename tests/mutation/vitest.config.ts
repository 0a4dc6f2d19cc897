import { defineConfig } from "vitest/config";

/** What judges the mutants of the pure core: its own tests, without browser, server and store. */
export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  test: { include: ["tests/domain/**/*.test.ts"], testTimeout: 30_000 },
});
