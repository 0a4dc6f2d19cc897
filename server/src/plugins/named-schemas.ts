/**
 * The contract is written with schemas inside schemas, each named by its `$id`. Here references take the place of what
 * is nested, in two styles from the one source: for Fastify, where `anyOf [X, null]` becomes `nullable: true` (which
 * fast-json-stringify writes by one comparison instead of a validation for each value), and for the document.
 */
import type { FastifyInstance } from "fastify";
import { type Static, type TSchema, Type } from "typebox";

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);

interface Style {
  readonly reference: (name: string) => Node;
  readonly orNull: (schema: Node) => Node;
}

const forFastify: Style = {
  reference: (name) => ({ $ref: `${name}#` }),
  orNull: (schema) => ({ ...schema, nullable: true }),
};

const forDocument: Style = {
  reference: (name) => ({ $ref: `#/components/schemas/${name}` }),
  orNull: (schema) => ({ anyOf: [schema, { type: "null" }] }),
};

/** Rewrites schemas in one style and keeps the named ones that it meets. */
function rewriter(style: Style) {
  const found = new Map<string, Node>();
  const members = (node: Node): Node =>
    Object.fromEntries(Object.entries(node).map(([name, member]) => [name, rewrite(member)]));
  const rewriteNode = (node: Node): Node => {
    const { $id, anyOf } = node;
    if (typeof $id === "string") {
      if (!found.has($id)) {
        const { $id: _, ...rest } = node;
        found.set($id, {}); // stands while the members are rewritten, should one refer back
        found.set($id, members(rest));
      }
      return style.reference($id);
    }
    const [first, second, third] = Array.isArray(anyOf) ? anyOf : [];
    const isOrNull = isNode(first) && isNode(second) && second.type === "null" && third === undefined;
    return isOrNull ? style.orNull(rewriteNode(first)) : members(node);
  };
  const rewrite = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(rewrite) : isNode(value) ? rewriteNode(value) : value;
  return { found, rewrite };
}

function namedSchemas(modules: readonly Node[], style: Style): Map<string, Node> {
  const { found, rewrite } = rewriter(style);
  for (const module of modules) for (const schema of Object.values(module)) if (isNode(schema)) rewrite(schema);
  return found;
}

/** The schema for a route, typed as the one given: a reference where it is named, else with references inside. */
export function referring<S extends TSchema>(schema: S) {
  return Type.Unsafe<Static<S>>(Object(rewriter(forFastify).rewrite(schema)));
}

/** Gives every named schema among the modules' exports, and those nested in them, to Fastify. */
export function addNamedSchemas(app: FastifyInstance, modules: readonly Node[]): void {
  for (const [$id, schema] of namedSchemas(modules, forFastify)) app.addSchema({ $id, ...schema });
}

/** The same schemas as the document's components. */
export const documentedSchemas = (modules: readonly Node[]): Node =>
  Object.fromEntries(namedSchemas(modules, forDocument));
