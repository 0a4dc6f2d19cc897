/** The product killed under eight writers, at its full size (TRUST R1). */
import { killAndLook } from "../faults/kill-loop.ts";
import { soak } from "./harness.ts";

/** Kills that one workspace sees. */
const together = 100;

soak({ promise: "R1", what: "SIGKILL under 8 writers", full: 10_000, unit: "kills" }, async ({ size, seed }) => {
  let acknowledged = 0;
  let keptUntold = 0;
  let longest = 0;
  const medians: number[] = [];
  for (let done = 0; done < size; done += together) {
    const survived = await killAndLook({ kills: Math.min(together, size - done), seed: seed + done / together });
    acknowledged += survived.acknowledged;
    keptUntold += survived.keptUntold;
    longest = Math.max(longest, survived.servingAgain.longest);
    medians.push(survived.servingAgain.median);
  }
  const median = medians.sort((one, other) => one - other)[Math.floor(medians.length / 2)] ?? 0;
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
  return `none of ${acknowledged} acknowledged writes lost, ${keptUntold} lines kept untold; serving again after ${seconds(median)} s, at most ${seconds(longest)} s`;
});
