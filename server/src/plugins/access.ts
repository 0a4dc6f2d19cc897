/**
 * Decides who is let in, before anything is read: every route of the API has a row in the table of access or the
 * application does not start; a write must come from a page of ours. TRUST S1, S3, S7.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import { insertAuditRow, inTransaction } from "@beizeng/db";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { findSecuritySettings } from "../accounts/security.ts";
import type { Actor } from "../actions/actor.ts";
import type { Dependencies } from "../dependencies.ts";
import { type Access, accessOf, decideAccess } from "../domain/access.ts";
import { isShownLately, weightyRoutes } from "../domain/reauthentication.ts";
import { type Entrance, isSecure, plainEntrance } from "../entrance.ts";
import { instantOn } from "../plans/china-day.ts";
import { storageWordings } from "../problems/storage.ts";
import { type Refusal, RefusedError } from "../problems.ts";
import { sendRefusal } from "./refusals.ts";
import { type OpenSession, openSessionOf, sessionCookie } from "./sessions.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What the route asks for: its row in the table of access. */
    readonly access?: Access;
    /** Whether it asks, beyond that, to have shown a moment ago who one is. */
    readonly isWeighty?: boolean;
  }
  interface FastifyRequest {
    /** Who is signed in, null for nobody. */
    session: OpenSession | null;
  }
  interface FastifyReply {
    /** The code of the refusal that is sent, for the audit. */
    refusal: string | null;
  }
}

const reading = ["GET", "HEAD", "OPTIONS"];

/** True for a write that another site had the browser send: told by the browser itself, or by an origin that is not ours. */
function isForeign({ headers }: FastifyRequest, { publicUrl }: Entrance): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const { origin, host } = headers;
  if (publicUrl !== null) return origin !== undefined && origin !== publicUrl;
  return origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host);
}

const digest = (text: string) => createHash("sha256").update(text).digest();

/** True for a header that gives the token, told in the same time whichever is given. */
const isToken = (header: string | undefined, token: string | null): boolean =>
  token !== null && timingSafeEqual(digest(header ?? ""), digest(`Bearer ${token}`));

/** The account of a session as it acts. */
function actorIn({ account }: OpenSession): Actor {
  return { id: account.key, role: account.role, departments: account.departments };
}

/** Who makes a request; null for a visitor. */
export function actorIfAny({ session }: FastifyRequest): Actor | null {
  return session === null ? null : actorIn(session);
}

/** Who makes a request; refuses where nobody is signed in. */
export function actorOf(request: FastifyRequest): Actor {
  if (request.session === null) throw new RefusedError({ code: "sign-in-needed" });
  return actorIn(request.session);
}

/** Says of a request for a page whether figures would be told to who makes it. */
export function readersOfFigures({
  store,
  kind,
  now,
  entrance = plainEntrance,
}: Dependencies): (request: FastifyRequest) => Promise<boolean> {
  const isDemonstration = kind === "demonstration";
  const cookie = sessionCookie(isSecure(entrance));
  return async ({ cookies }) => {
    const token = cookies[cookie];
    const session = token === undefined ? null : await openSessionOf(store, token, now(), isDemonstration);
    const role = session?.account.role ?? null;
    const isHalfSignedIn = session !== null && session.step !== null;
    const caller = { role, isHalfSignedIn, isDemonstration, isWallOpen: false, hasMetricsToken: false };
    return decideAccess("read-figures", caller) === "allowed";
  };
}

/** Installs the decision; `headers` go with every refusal. Call before whatever answers. */
export function registerAccess(
  app: FastifyInstance,
  { store, kind, now, today, entrance = plainEntrance, metricsToken = null }: Dependencies,
  headers: Readonly<Record<string, string>>,
): void {
  const isDemonstration = kind === "demonstration";
  const cookie = sessionCookie(isSecure(entrance));
  app.decorateRequest("session", null);
  app.decorateReply("refusal", null);

  app.addHook("onRoute", (route) => {
    if (!route.url.startsWith("/api/") || route.config?.access !== undefined) return;
    const method = [route.method].flat()[0];
    const name = `${method === "HEAD" ? "GET" : method} ${route.url}`;
    const access = accessOf(name);
    if (access === null) throw new Error(`${method} ${route.url} has no row in the table of access`);
    route.config = { ...route.config, access, isWeighty: weightyRoutes.some((weighty) => weighty === name) };
  });

  // The people of a demonstration are played by whoever visits it: they have nothing to show.
  const isToBeShown = ({ session, routeOptions }: FastifyRequest): boolean =>
    routeOptions.config.isWeighty === true &&
    !isDemonstration &&
    session !== null &&
    !isShownLately(session.shownAt, now());

  const refusalOf = async (request: FastifyRequest, access: Access): Promise<Refusal | null> => {
    const token = request.cookies[cookie];
    if (token !== undefined) request.session = await openSessionOf(store, token, now(), isDemonstration);
    if (!reading.includes(request.method) && isForeign(request, entrance)) return { code: "foreign-request" };
    const { account = null, step = null } = request.session ?? {};
    const decided = decideAccess(access, {
      role: account?.role ?? null,
      isHalfSignedIn: step !== null,
      isDemonstration,
      isWallOpen: access === "open-wall" && (await findSecuritySettings(store, isDemonstration)).isWallOpen,
      hasMetricsToken: access === "metrics-token" && isToken(request.headers.authorization, metricsToken),
    });
    if (decided === "allowed") return isToBeShown(request) ? { code: "reauthentication-needed" } : null;
    if (decided === "sign-in-unfinished") return { code: `${step ?? "sign-in"}-needed` };
    return { code: decided };
  };

  app.addHook("onRequest", async (request, reply) => {
    const { access } = request.routeOptions.config;
    if (access === undefined) return;
    const refusal = await refusalOf(request, access);
    if (refusal !== null) return sendRefusal(request, reply.headers(headers), refusal);
  });

  // A refused try of somebody known is kept beside what was done.
  const noteRefusal = async (request: FastifyRequest, reply: FastifyReply, refusal: string): Promise<void> => {
    if (request.session === null || reading.includes(request.method) || request.isWaitingOn) return;
    // The audit lies on the same disk; the log has it.
    if (Object.hasOwn(storageWordings, refusal)) return;
    // Nobody has tried what is not theirs to do: they are asked who they are, and go on.
    if (refusal === "reauthentication-needed") return;
    const { id, role } = actorIn(request.session);
    await inTransaction(store, (transaction) =>
      insertAuditRow(transaction, {
        revision: null,
        at: instantOn(today(), now()),
        actor: id,
        actorRole: role,
        action: "refused",
        entity: `${request.method} ${request.url}`,
        payload: { code: refusal, status: reply.statusCode },
      }),
    );
  };
  app.addHook("onSend", async (request, reply, payload) => {
    if (reply.refusal !== null) await noteRefusal(request, reply, reply.refusal);
    return payload;
  });
}
