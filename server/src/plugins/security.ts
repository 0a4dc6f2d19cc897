/**
 * The headers that keep a browser from being a way in (TRUST S7), on every response. helmet is asked once, at the
 * start: its answer never changes, and asking it for each request would cost more than a cached answer does.
 */
import helmet from "@fastify/helmet";
import fastify, { type FastifyInstance } from "fastify";

const directives = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** How long a browser remembers that the host is reached by TLS alone: a year. */
const strictTransportSecurity = { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false };

/**
 * The constant headers. HSTS where browsers come by TLS, for this host alone: its neighbours are not ours. Never on the
 * plain http of an intranet, where a browser told to upgrade would find nothing.
 */
export async function securityHeaders(isSecure: boolean): Promise<Readonly<Record<string, string>>> {
  const app = fastify();
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: isSecure && strictTransportSecurity,
    xFrameOptions: { action: "deny" },
    originAgentCluster: false,
    referrerPolicy: { policy: "same-origin" },
  });
  app.get("/", async () => "");
  const { headers } = await app.inject("/");
  await app.close();
  const ofHelmet = Object.entries(headers).filter(([name]) => !/^(content-(type|length)|date|connection)$/.test(name));
  return Object.fromEntries(ofHelmet.map(([name, value]) => [name, String(value)]));
}

/**
 * Puts the headers on every response, errors included, and keeps answers of the API out of browsers' and proxies' memory;
 * a route that says otherwise, as that of figures with their ETag, has the last word. Call before everything that may answer.
 */
export function registerSecurity(app: FastifyInstance, headers: Readonly<Record<string, string>>): void {
  app.addHook("onRequest", (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  app.addHook("onSend", (request, reply, payload, done) => {
    if (request.url.startsWith("/api/") && !reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
    done(null, payload);
  });
}
