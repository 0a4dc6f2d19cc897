/** A line of the log for each answer. ASVS 16.2.1. */
import { isIP } from "node:net";
import type { FastifyInstance } from "fastify";

const refused = [401, 403, 429];

/** Logs each answer: which request, by whom, from where, what became of it and how long it took. */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    const status = reply.statusCode;
    const level = status >= 500 ? "error" : refused.includes(status) ? "warn" : "info";
    request.log[level](
      {
        method: request.method,
        // The pattern: an address may name what people have typed, such as a file.
        route: request.routeOptions.url ?? null,
        status,
        refusal: reply.refusal,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        account: request.session?.account.key ?? null,
        // What a careless proxy passes on need not be an address.
        address: isIP(request.ip) === 0 ? null : request.ip,
      },
      "request",
    );
  });
}
