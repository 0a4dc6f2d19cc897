import { defineConfig } from "vitest/config";
import { groupName, groups } from "./groups.mjs";

const root = new URL("../..", import.meta.url).pathname;

/**
 * What judges the mutants of a group: the tests that speak of it, without browser and built product. The rooms are named by
 * where they lie: their names lead through node_modules to the code as it was, in which no mutant is.
 */
export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: "@beizeng/db/vocabulary", replacement: `${root}db/src/vocabulary.ts` },
      { find: /^@beizeng\/db$/, replacement: `${root}db/src/index.ts` },
      { find: /^@beizeng\/(server|seeds)\//, replacement: `${root}$1/src/` },
    ],
  },
  test: {
    include: groups[groupName as keyof typeof groups].tests,
    // The statements are the same on both engines, and a server would have to be started for each mutant.
    testNamePattern: /^(?!.* on postgres)/,
    testTimeout: 30_000,
  },
});
