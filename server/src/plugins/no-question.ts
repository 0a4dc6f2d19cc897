/** A route that names no question after the question mark takes none: what is not asked for is refused, not overlooked. */
import type { FastifyInstance } from "fastify";
import { NoQuery } from "../contract/questions.ts";
import { referring } from "./named-schemas.ts";

/** Closes the questions of routes that leave them open. Call before the routes. */
export function registerNoQuestion(app: FastifyInstance): void {
  app.addHook("onRoute", (route) => {
    if (!route.url.startsWith("/api/") || route.schema?.querystring !== undefined) return;
    route.schema = { ...route.schema, querystring: referring(NoQuery) };
  });
}
