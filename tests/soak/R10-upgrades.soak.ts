/** Upgrades killed, at their full size (TRUST R10). */
import { killUpgrades } from "../faults/kill-migration.ts";
import { soak } from "./harness.ts";

soak({ promise: "R10", what: "upgrades killed by SIGKILL", full: 1000, unit: "kills" }, async ({ size, seed }) => {
  const { beforeCopy, afterCopy, afterChange } = await killUpgrades({ kills: size, seed });
  return `the former schema or the new one each time, the former file kept: ${beforeCopy} before its copy stood, ${afterCopy} between copy and change, ${afterChange} after the change`;
});
