/** Unknown addresses and methods: a sentence for the API, the page itself for an address of the pages. */
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from "fastify";
import { firstAnswers } from "./first-answers.ts";
import { sendRefusal } from "./refusals.ts";

const writingMethods = ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const satisfies readonly HTTPMethods[];

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
    const method = writingMethods.filter((one) => !known.has(one));
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

/**
 * Answers what no route does: the pages' own addresses by their one page, everything else by 404. `mayReadFigures` says
 * whether figures are told to who asks; null where no pages are served.
 */
export function registerUnknown(
  app: FastifyInstance,
  mayReadFigures: ((request: FastifyRequest) => Promise<boolean>) | null,
): void {
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split("?", 1)[0] ?? "";
    if (mayReadFigures === null || !isPage(request, path)) {
      return sendRefusal(request, reply, { code: "unknown-path", value: path });
    }
    const link = firstAnswers(request.url, await mayReadFigures(request));
    return reply.headers({ "cache-control": "no-cache", link }).sendFile("index.html");
  });
}
