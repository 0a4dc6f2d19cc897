/** Unknown addresses and methods: a sentence for the API, the page itself for an address of the pages. */
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from "fastify";
import { sendRefusal } from "./refusals.ts";

const refusable = ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"] as const satisfies readonly HTTPMethods[];

/** Notes each address with its methods while routes are added; `close` then answers the other methods with 405. */
export function registerMethods(app: FastifyInstance): { close: () => void } {
  const methods = new Map<string, Set<string>>();
  let isOpen = true;
  app.addHook("onRoute", ({ url, method }) => {
    if (!isOpen || !url.startsWith("/api/")) return;
    const known = methods.get(url) ?? new Set();
    for (const one of [method].flat()) known.add(one);
    methods.set(url, known);
  });
  const refuseOn = (url: string, known: ReadonlySet<string>) => {
    const allowed = [...known].sort().join(", ");
    // Before the body is read: what it holds does not matter.
    const onRequest = async (request: FastifyRequest, reply: FastifyReply) =>
      sendRefusal(request, reply.header("allow", allowed), {
        code: "method-not-allowed",
        value: request.method,
        allowed,
      });
    const method = refusable.filter((one) => !known.has(one));
    app.route({
      method,
      url,
      schema: { hide: true },
      config: { access: "anyone" },
      onRequest,
      handler: () => undefined,
    });
  };
  return {
    close: () => {
      isOpen = false;
      for (const [url, known] of methods) refuseOn(url, known);
    },
  };
}

const isPage = (request: FastifyRequest, path: string) =>
  (request.method === "GET" || request.method === "HEAD") &&
  !/^\/(api|assets)(\/|$)/.test(path) &&
  !/\.[a-z0-9]+$/i.test(path);

/** Answers what no route does: the pages' own addresses by `sendPage`, null where none are served; everything else by 404. */
export function registerUnknown(
  app: FastifyInstance,
  sendPage: ((request: FastifyRequest, reply: FastifyReply) => Promise<unknown>) | null,
): void {
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split("?", 1)[0] ?? "";
    return sendPage === null || !isPage(request, path)
      ? sendRefusal(request, reply, { code: "unknown-path", value: path })
      : sendPage(request, reply);
  });
}
