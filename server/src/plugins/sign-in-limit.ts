/** An address that was refused too often at signing in has to wait, before anything is read or written for it. TRUST S5. */
import type { FastifyInstance } from "fastify";
import { triesByAddress } from "../accounts/tries-by-address.ts";
import { noteLimitedAddress } from "../actions/note-limited-address.ts";
import type { Dependencies } from "../dependencies.ts";
import { instantOn } from "../plans/china-day.ts";
import type { RefusalCode } from "../problems.ts";
import { sendRefusal } from "./refusals.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** True for a route by which somebody shows who they are. */
    readonly isSignInTry?: boolean;
  }
  interface FastifyRequest {
    /** The try that a request is, null where it is none. */
    signInTry: { readonly block: string; readonly at: number } | null;
  }
}

/** The refusals that count: somebody did not show who they are. */
const counted: readonly RefusalCode[] = [
  "sign-in-refused",
  "code-refused",
  "set-up-code-refused",
  "standing-password-wrong",
  "sign-on-not-ours",
  "sign-on-used",
  "sign-on-declined",
  "sign-on-untrusted",
  "sign-on-unknown",
  "sign-on-disabled",
];
const isCounted = (code: string | null) => counted.some((one) => one === code);

/** Installs the limit; `headers` go with every refusal. Call before sessions are read. */
export function registerSignInLimit(
  app: FastifyInstance,
  { store, now, today }: Dependencies,
  headers: Readonly<Record<string, string>>,
): void {
  const tries = triesByAddress();
  app.decorateRequest("signInTry", null);

  app.addHook("onRequest", async (request, reply) => {
    if (request.routeOptions.config.isSignInTry !== true) return;
    const begun = tries.begin(request.ip, Date.parse(now()));
    if ("at" in begun) {
      request.signInTry = begun;
      return;
    }
    const { block, waitSeconds, isFirst } = begun;
    if (isFirst) await noteLimitedAddress(store, block, { now: now(), at: instantOn(today(), now()) });
    const minutes = String(Math.ceil(waitSeconds / 60));
    reply.headers(headers).header("retry-after", String(waitSeconds));
    return sendRefusal(request, reply, { code: "too-many-tries", value: block, allowed: minutes });
  });

  app.addHook("onSend", async (request, reply, payload) => {
    if (request.signInTry !== null && !isCounted(reply.refusal)) tries.forgive(request.signInTry);
    return payload;
  });
}
