/**
 * What checks a route's request and what writes its answer is compiled when it is needed for the first time: compiling
 * those of all routes at the start would take more time than everything else that a start does.
 */
import { AjvCompiler } from "@fastify/ajv-compiler";
import { SerializerSelector } from "@fastify/fast-json-stringify-compiler";
import type { FastifyInstance } from "fastify";

type SerializerFactory = ReturnType<typeof SerializerSelector>;
type Check = ReturnType<Parameters<FastifyInstance["setValidatorCompiler"]>[0]>;

/** A text may stand where a list of one is asked for, as in a query; nothing else is put right or left out. */
const customOptions = { removeAdditional: false, coerceTypes: "array", useDefaults: false } as const;

/** Checks the parts of requests; refers to the named schemas, whenever they are added before the first request. */
export function registerChecks(app: FastifyInstance): void {
  let compile: ReturnType<ReturnType<typeof AjvCompiler>> | null = null;
  app.setValidatorCompiler((route) => {
    let check: ReturnType<NonNullable<typeof compile>> | null = null;
    const checked: Check = (part) => {
      compile ??= AjvCompiler()(Object(app.getSchemas()), { customOptions });
      check ??= compile(route);
      const isValid = check(part) === true;
      // Where Fastify reads what was wrong.
      checked.errors = check.errors ?? null;
      return isValid;
    };
    return checked;
  });
}

/** Makes the compiler that Fastify asks for each route and status. */
export const buildSerializer: SerializerFactory = (externalSchemas, options) => {
  const compile = SerializerSelector()(externalSchemas, options);
  return (route) => {
    let serialise: ReturnType<typeof compile> | null = null;
    return (answer) => {
      serialise ??= compile(route);
      return serialise(answer);
    };
  };
};
