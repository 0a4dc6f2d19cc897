import { defineConfig } from "vitest/config";

/** The full sizes and what needs programs that a small machine has not: `npm run soak`, not part of `npm test`. */
export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  test: { include: ["tests/soak/**/*.soak.ts"], maxWorkers: 2, testTimeout: 600_000 },
});
