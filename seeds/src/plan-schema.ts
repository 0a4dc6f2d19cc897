import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject } from "ajv";
import type { PlanFault } from "./plan-fault.ts";
import type { PlanDocument } from "./plan-types.ts";

const schema: object = JSON.parse(readFileSync(new URL("../plan.schema.json", import.meta.url), "utf8"));
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<PlanDocument>(schema);

/** The document when it satisfies `seeds/plan.schema.json`, else every place where it does not. */
export function matchSchema(
  file: string,
  json: unknown,
): { ok: true; document: PlanDocument } | { ok: false; faults: PlanFault[] } {
  if (validate(json)) return { ok: true, document: json };
  const errors = validate.errors ?? [];
  const choices = errors.filter((error) => error.keyword === "oneOf").map((error) => `${error.schemaPath}/`);
  const faults = errors
    // The branches of a choice that failed are said once, by the choice itself.
    .filter((error) => !choices.some((choice) => error.schemaPath.startsWith(choice)))
    .map((error) => ({ file, path: error.instancePath || "/", reason: reasonOf(error) }));
  return { ok: false, faults };
}

function reasonOf(error: ErrorObject): string {
  const { keyword, params } = error;
  const message = error.message ?? keyword;
  if (keyword === "additionalProperties") return `${message}: '${params.additionalProperty}'`;
  if (keyword === "enum") return `${message}: ${params.allowedValues.join(", ")}`;
  if (keyword === "oneOf") return "must have exactly one of deadline, standing and yearly";
  return message;
}
