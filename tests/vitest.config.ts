import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    projects: [
      { extends: true, test: { name: "rooms", include: ["tests/**/*.test.{ts,tsx}"], exclude: ["tests/e2e/**"] } },
      // The real product, started once for all of its browser tests.
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/*.test.ts"],
          // A page under test shares its machine with a browser and a server; slowness is measured in benches, not here.
          testTimeout: 120_000,
          hookTimeout: 240_000,
          globalSetup: new URL("e2e/start-product.ts", import.meta.url).pathname,
        },
      },
    ],
    // Browser and database tests start processes of their own: two at a time is what a small machine bears.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Of the pure core and the ledger every branch is taken by their own tests; what cannot be reached does not stand there.
    coverage: {
      provider: "v8",
      include: [
        "server/src/domain/*.ts",
        "db/src/{row-coding,rows,statement,store,store-problem,texts,transaction,turns,write-fault}.ts",
        "db/src/queries/*.ts",
      ],
      reporter: [["text", { skipFull: true }]],
      reportsDirectory: new URL("../node_modules/.cache/coverage", import.meta.url).pathname,
      thresholds: { branches: 100 },
    },
  },
});
