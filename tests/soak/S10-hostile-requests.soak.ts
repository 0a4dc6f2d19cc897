/** Requests made from the document at their full size: good, nearly good and garbage, as everybody (TRUST S10). */
import { expect } from "vitest";
import { sendHostile } from "../server/security/hostile-requests.ts";
import { soak } from "./harness.ts";

const what = "requests made from the document, good, nearly good and garbage, as everybody";
soak({ promise: "S10", what, full: 20_000, unit: "requests" }, async ({ size, seed }) => {
  const { faults, seen, routes } = await sendHostile({ requests: size, seed });
  expect(faults).toEqual([]);
  const statuses = [...seen].toSorted(([one], [other]) => one - other).map(([status, times]) => `${times} × ${status}`);
  return `no 5xx, no answer outside its schema, on ${routes.size} routes: ${statuses.join(", ")}`;
});
