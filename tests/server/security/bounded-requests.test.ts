/** What a request may say is closed and bounded, in every route that the document has: ASVS 2.2.1. */
import { describe, expect, test } from "vitest";
import { document, type Operation, operations, type Schema, schemaAt } from "./document.ts";

/** True of a pattern that takes texts of a bounded length alone: it is anchored, and nothing in it repeats without end. */
const isBounded = (pattern: string) =>
  /^\^.*\$$/.test(pattern) && !/[*+]|\{\d*,\}/.test(pattern.replaceAll(/\\.|\[[^\]]*\]/g, "x"));

const isWord = (schema: Schema) => schema.enum !== undefined || schema.const !== undefined;

/** What of a schema takes more than it need, each with its place. */
function looseIn(schema: Schema, place: string): readonly string[] {
  if (schema.$ref !== undefined) return looseIn(schemaAt(schema.$ref), place);
  const types = [schema.type ?? []].flat();
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const loose = branches.flatMap((branch) => looseIn(branch, place));
  if (types.length === 0 && branches.length === 0 && !isWord(schema)) loose.push(`${place}: anything`);
  if (types.includes("object")) {
    if (schema.additionalProperties !== false) loose.push(`${place}: other properties`);
    const properties = { ...schema.properties, ...schema.patternProperties };
    for (const [name, property] of Object.entries(properties)) loose.push(...looseIn(property, `${place}.${name}`));
  }
  if (types.includes("array")) {
    if (schema.maxItems === undefined) loose.push(`${place}: an endless list`);
    loose.push(...looseIn(schema.items ?? {}, `${place}[]`));
  }
  const isShort = schema.maxLength !== undefined || isBounded(schema.pattern ?? "");
  if (types.includes("string") && !isShort && !isWord(schema)) loose.push(`${place}: an endless text`);
  const isNumber = types.includes("integer") || types.includes("number");
  const isWithin = schema.minimum !== undefined && schema.maximum !== undefined;
  if (isNumber && !isWithin && !isWord(schema)) loose.push(`${place}: any number`);
  return loose;
}

const looseOf = ({ parameters = [], requestBody }: Operation) => [
  ...parameters.flatMap(({ name, in: where, schema }) => looseIn(schema, `${where} ${name}`)),
  // A file is bounded by the limit of its route, and read by what its bytes are.
  ...Object.entries(requestBody?.content ?? {})
    .filter(([type]) => type !== "application/octet-stream")
    .flatMap(([, { schema }]) => looseIn(schema, "body")),
];

describe("what a request may say is closed and bounded", () => {
  test.each(operations.map(({ route, operation }) => [route, operation] as const))("%s", (_route, operation) => {
    expect(looseOf(operation)).toEqual([]);
  });
});

test("every named parameter of an address is in the document", () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const { parameters = [] } of Object.values(methods)) {
      const known = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
      expect(known.toSorted()).toEqual(named.toSorted());
    }
  }
});

describe("the check itself", () => {
  test.each([
    [{ type: "object", properties: {} }, "other properties"],
    [{ type: "object", properties: {}, additionalProperties: false }, null],
    [{ type: "string" }, "an endless text"],
    [{ type: "string", pattern: "^a+$" }, "an endless text"],
    [{ type: "string", pattern: "^a{2,}$" }, "an endless text"],
    [{ type: "string", pattern: "a{2,3}" }, "an endless text"],
    [{ type: "string", pattern: "^[a+]{2,3}$" }, null],
    [{ type: ["string", "null"], maxLength: 3 }, null],
    [{ type: "array", items: { type: "boolean" } }, "an endless list"],
    [{ type: "array", maxItems: 3, items: { type: "integer", minimum: 0 } }, "any number"],
    [{}, "anything"],
  ] as const)("%j: %s", (schema, loose) => {
    expect(looseIn(schema as Schema, "x").map((each) => each.split(": ")[1] ?? "")).toEqual(
      loose === null ? [] : [loose],
    );
  });
});
