import type { PlanFault } from "./plan-fault.ts";
import type { PlanDocument } from "./plan-types.ts";

/** A document with the file that it was read from, such as `gaoping-2022.json`. */
export type PlanFile = { file: string; document: PlanDocument };

/**
 * What several plans must agree on: their ids differ, an indicator of one id is the same definition word for word,
 * a place of one code is the same place, a department id belongs to one plan's unit. Empty when they agree.
 */
export function checkAgreement(plans: readonly PlanFile[]): PlanFault[] {
  const seen = new Map<string, { file: string; entry: string }>();
  const faults: PlanFault[] = [];
  const compare = (file: string, path: string, name: string, entry: unknown) => {
    const written = JSON.stringify(sortKeys(entry));
    const first = seen.get(name);
    if (first === undefined) seen.set(name, { file, entry: written });
    else if (first.entry !== written) faults.push({ file, path, reason: `${name} differs from that of ${first.file}` });
  };
  for (const { file, document } of plans) {
    compare(file, "/id", `plan '${document.id}'`, file);
    document.indicators.forEach((indicator, index) => {
      compare(file, `/indicators/${index}`, `indicator '${indicator.id}'`, indicator);
    });
    document.jurisdictions.forEach((place, index) => {
      compare(file, `/jurisdictions/${index}`, `jurisdiction '${place.code}'`, place);
    });
    document.departments.forEach(({ id, kind, jurisdiction, name }, index) => {
      compare(file, `/departments/${index}`, `department '${id}'`, { id, kind, jurisdiction, name });
    });
  }
  return faults;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sortKeys(member)]));
}
