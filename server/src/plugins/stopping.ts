/**
 * The end of the application while people still ask: what has begun is answered, for ten seconds at most; what is new is
 * refused by a sentence; connections that nobody uses are closed as soon as they are free. TRUST R11.
 */
import type { FastifyInstance } from "fastify";
import { sendRefusal } from "./refusals.ts";

/** How often connections are looked at that have become free. */
const lookMilliseconds = 50;

/** Installs the end; `headers` go with every refusal. Call before whatever answers. */
export function registerStopping(
  app: FastifyInstance,
  headers: Readonly<Record<string, string>>,
  drainMilliseconds: number,
): void {
  let isStopping = false;

  app.addHook("onRequest", async (request, reply) => {
    if (isStopping) return sendRefusal(request, reply.headers(headers), { code: "stopping" });
  });
  app.addHook("onSend", async (_request, reply, payload) => {
    if (isStopping) reply.header("connection", "close");
    return payload;
  });

  app.addHook("preClose", async () => {
    isStopping = true;
    const { server } = app;
    const looking = setInterval(() => server.closeIdleConnections(), lookMilliseconds);
    const cutting = setTimeout(() => {
      app.log.error(`requests were still open after ${drainMilliseconds} ms and have been cut off`);
      server.closeAllConnections();
    }, drainMilliseconds);
    server.once("close", () => {
      clearInterval(looking);
      clearTimeout(cutting);
    });
  });
}
