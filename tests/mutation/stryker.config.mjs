import { groupName, groups } from "./groups.mjs";

const kept = (kind) => `node_modules/.cache/mutants/${groupName}-${kind}.json`;

/** What was found is kept beside the packages: a mutant is judged again when it or a test that judged it has changed. */
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "tests/mutation/vitest.config.ts", related: false },
  coverageAnalysis: "perTest",
  mutate: groups[groupName].mutate,
  reporters: ["progress-append-only", "clear-text", "json"],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false },
  jsonReporter: { fileName: kept("report") },
  incremental: true,
  incrementalFile: kept("found"),
  tempDirName: ".mutants",
  cleanTempDir: "always",
  concurrency: 1,
  // What a module makes once as it is loaded is asked by every test: each such mutant would take a whole run.
  ignoreStatic: true,
  ignorePatterns: ["web", "tests/e2e", "data"],
  disableTypeChecks: false,
};
