/** What all routes of the API share: the type of the application, and the answers that any of them may give. */

import type { IncomingMessage, ServerResponse } from "node:http";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from "fastify";
import type { TSchema } from "typebox";
import { Problem } from "../contract/common.ts";
import { referring } from "../plugins/named-schemas.ts";

/** Fastify with the types of the contract. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** The responses of a route: its answer, and a problem for everything else. */
export const responses = <S extends TSchema>(answer: S) => ({
  200: referring(answer),
  "4xx": referring(Problem),
  "5xx": referring(Problem),
});
