/**
 * What a browser keeps while a person is at the identity provider: state, nonce and PKCE verifier, in a cookie of ten
 * minutes. It is not sent when the provider sends the person back (SameSite=Strict), which is why the page that they come
 * back to posts what it was given: that request is our own page's, and the cookie goes with it. Nothing is written for
 * whoever only presses the key.
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { BegunSignOn } from "../accounts/identity-provider.ts";

const nameOf = (isSecure: boolean) => (isSecure ? "__Host-beizeng-sign-on" : "beizeng-sign-on");
const tenMinutes = 10 * 60;
const attributes = (isSecure: boolean) =>
  ({ httpOnly: true, sameSite: "strict", path: "/", secure: isSecure }) as const;

/** Gives the browser what it is to keep. */
export function giveSignOn(reply: FastifyReply, { state, nonce, verifier }: BegunSignOn, isSecure: boolean): void {
  const kept = [state, nonce, verifier].join(".");
  reply.setCookie(nameOf(isSecure), kept, { ...attributes(isSecure), maxAge: tenMinutes });
}

/** Takes it back: it serves once; null where the browser has kept nothing. */
export function takeSignOn(request: FastifyRequest, reply: FastifyReply, isSecure: boolean): BegunSignOn | null {
  const kept = request.cookies[nameOf(isSecure)];
  reply.clearCookie(nameOf(isSecure), attributes(isSecure));
  // Three random texts in base64url, which has no full stop.
  const [state, nonce, verifier] = kept?.split(".") ?? [];
  return state && nonce && verifier ? { state, nonce, verifier } : null;
}
