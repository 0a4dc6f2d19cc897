import { defineConfig } from "vitest/config";
import { groupName, groups } from "./groups.mjs";

/** What judges the mutants of a group: the tests that speak of it, without browser and built product. */
export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  test: { include: groups[groupName as keyof typeof groups].tests, testTimeout: 30_000 },
});
