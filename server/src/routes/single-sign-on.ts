import { openIdentityProvider } from "../accounts/identity-provider.ts";
import { signInByProvider } from "../actions/sign-in-by-provider.ts";
import { NoQuery } from "../contract/questions.ts";
import { Session, SignOnBegun, SignOnReturn } from "../contract/session.ts";
import { referring } from "../plugins/named-schemas.ts";
import { giveToken, newToken, openSessionOf, tokenHashOf } from "../plugins/sessions.ts";
import { giveSignOn, takeSignOn } from "../plugins/sign-on-cookie.ts";
import { RefusedError, settled } from "../problems.ts";
import type { Reads } from "../reads/reads.ts";
import { readSession } from "../reads/session.ts";
import { type Api, responses } from "./api.ts";

const about = (operationId: string, summary: string) => ({
  ...{ operationId, summary },
  tags: ["session"],
  querystring: referring(NoQuery),
});

/** Signing in by the county's identity provider, where one is configured */
export function singleSignOnRoutes(app: Api, reads: Reads): void {
  const { store, isDemonstration, isSecure, entrance } = reads;
  const { identityProvider: settings, publicUrl } = entrance;
  const tell = (error: unknown) => app.log.error({ err: error }, "the identity provider cannot be used");
  const known = settings && publicUrl ? openIdentityProvider(settings, publicUrl, tell) : null;
  const provider = () => {
    if (known === null) throw new RefusedError({ code: "sign-on-absent" });
    return known;
  };

  const begin = "/api/session/single-sign-on";
  const beginning = about("beginSignOn", "The address of the identity provider at which one shows who one is");
  app.post(begin, { schema: { ...beginning, response: responses(SignOnBegun) } }, async (_request, reply) => {
    const { address, begun } = settled(await provider().begin());
    giveSignOn(reply, begun, isSecure);
    return { address };
  });

  const comeBack = "/api/session/single-sign-on/return";
  const comingBack = about("finishSignOn", "Sign in with what the identity provider has sent one back with");
  const schema = { ...comingBack, body: referring(SignOnReturn), response: responses(Session) };
  app.post(comeBack, { config: { isSignInTry: true }, schema }, async (request, reply) => {
    const identified = await provider().identify(request.body.query, takeSignOn(request, reply, isSecure));
    // Nobody has tried anything where the provider is down.
    if (!identified.ok && identified.reason.code === "sign-on-unreachable") throw new RefusedError(identified.reason);
    const token = newToken();
    const now = reads.now();
    const begun = { isDemonstration, tokenHash: tokenHashOf(token), now, at: reads.instant() };
    const formerTokenHash = request.session?.tokenHash ?? null;
    settled(await signInByProvider(store, { identified, formerTokenHash, ...begun }));
    giveToken(reply, token, isSecure);
    return readSession(reads, await openSessionOf(store, token, now, isDemonstration));
  });
}
