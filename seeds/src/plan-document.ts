import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkAgreement, type PlanFile } from "./plan-agreement.ts";
import { checkPlan } from "./plan-checks.ts";
import { PlanDocumentError, type PlanFault } from "./plan-fault.ts";
import { matchSchema } from "./plan-schema.ts";
import type { PlanDocument } from "./plan-types.ts";

/** The folder of the policy data, `seeds/plans`. */
export const plansFolder = fileURLToPath(new URL("../plans", import.meta.url));

/** The document in parsed JSON, checked by schema and meaning; throws PlanDocumentError naming file, path, reason. */
export function parsePlanDocument(file: string, json: unknown): PlanDocument {
  const answer = examine(file, json);
  if (!answer.ok) throw new PlanDocumentError(answer.faults);
  return answer.document;
}

/**
 * All plans of a folder in the order of their file names, each checked and all agreeing with one another; throws one
 * PlanDocumentError with the faults of all files, so that nothing is half-loaded. An empty folder is a fault too.
 */
export function readPlanDocuments(folder: string): PlanDocument[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const plans: PlanFile[] = [];
  const faults: PlanFault[] = [];
  for (const file of files.sort()) {
    const answer = readPlan(join(folder, file));
    if (answer.ok) plans.push({ file, document: answer.document });
    else faults.push(...answer.faults);
  }
  if (files.length === 0) faults.push({ file: folder, path: "/", reason: "holds no plan" });
  faults.push(...checkAgreement(plans));
  if (faults.length > 0) throw new PlanDocumentError(faults);
  return plans.map(({ document }) => document);
}

type Examined = { ok: true; document: PlanDocument } | { ok: false; faults: PlanFault[] };

function readPlan(path: string): Examined {
  const file = basename(path);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, faults: [{ file, path: "/", reason: `is not JSON: ${error.message}` }] };
  }
  const answer = examine(file, json);
  if (answer.ok && file !== `${answer.document.id}.json`) {
    return {
      ok: false,
      faults: [{ file, path: "/id", reason: `the file is named after its plan: ${answer.document.id}` }],
    };
  }
  return answer;
}

function examine(file: string, json: unknown): Examined {
  const matched = matchSchema(file, json);
  if (!matched.ok) return matched;
  const faults = checkPlan(file, matched.document);
  return faults.length === 0 ? matched : { ok: false, faults };
}
