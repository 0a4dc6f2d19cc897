/** The document of the API as tests read it: a route that is added is in it, and so in every test made from it. */
import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

/** What the document says of a value. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** What it says of a route. */
export interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export const document: Document = JSON.parse(
  readFileSync(new URL("../../../server/openapi.json", import.meta.url), "utf8"),
);

const nameIn = (reference: string) => reference.split("/").at(-1) ?? "";

/** The named schema that a reference means. */
export function schemaAt(reference: string): Schema {
  const schema = document.components.schemas[nameIn(reference)];
  if (schema === undefined) throw new Error(`the document has no ${reference}`);
  return schema;
}

/** Every route, written as in the table of access. */
export const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    route: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
    operation,
  })),
);

const definitions = JSON.parse(
  JSON.stringify(document.components.schemas).replaceAll("#/components/schemas/", "#/$defs/"),
);
const ajv = new Ajv2020({ strict: false });
const compiled = new Map<string, ValidateFunction>();

/** What is wrong with an answer of a route by what the document promises, null where nothing is or it promises no JSON. */
export function faultOfAnswer(route: string, status: number, answer: unknown): string | null {
  const responses = operations.find((each) => each.route === route)?.operation.responses;
  const said = status < 400 ? responses?.[status] : { content: { "application/json": { schema: problem } } };
  const schema = said?.content?.["application/json"]?.schema;
  if (schema?.$ref === undefined) return null;
  const name = nameIn(schema.$ref);
  const validate = compiled.get(name) ?? ajv.compile({ $ref: `#/$defs/${name}`, $defs: definitions });
  compiled.set(name, validate);
  return validate(answer) ? null : ajv.errorsText(validate.errors);
}
const problem: Schema = { $ref: "#/components/schemas/Problem" };
