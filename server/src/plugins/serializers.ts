/**
 * A route's serialiser is compiled when it answers for the first time: compiling those of all routes at the start would
 * take more time than everything else that a start does.
 */
import { SerializerSelector } from "@fastify/fast-json-stringify-compiler";

type Factory = ReturnType<typeof SerializerSelector>;

/** Makes the compiler that Fastify asks for each route and status. */
export const buildSerializer: Factory = (externalSchemas, options) => {
  const compile = SerializerSelector()(externalSchemas, options);
  return (route) => {
    let serialise: ReturnType<typeof compile> | null = null;
    return (answer) => {
      serialise ??= compile(route);
      return serialise(answer);
    };
  };
};
