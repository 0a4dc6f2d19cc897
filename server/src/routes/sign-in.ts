import type { FastifyReply, FastifyRequest } from "fastify";
import { changePassword } from "../actions/change-password.ts";
import { givePassword } from "../actions/give-password.ts";
import { giveSecondFactor, proposeSecondFactor, setUpSecondFactor } from "../actions/second-factor.ts";
import { setUp } from "../actions/set-up.ts";
import { signIn } from "../actions/sign-in.ts";
import { NoQuery } from "../contract/questions.ts";
import {
  PasswordAgain,
  PasswordChange,
  SecondFactorCode,
  SecondFactorSecret,
  Session,
  SetUp,
  SignIn,
} from "../contract/session.ts";
import { referring } from "../plugins/named-schemas.ts";
import {
  giveToken,
  newToken,
  type OpenSession,
  openSessionOf,
  openSessionOfHash,
  tokenHashOf,
} from "../plugins/sessions.ts";
import { RefusedError, settled } from "../problems.ts";
import type { Reads } from "../reads/reads.ts";
import { readSession } from "../reads/session.ts";
import { type Api, responses } from "./api.ts";

const schema = (operationId: string, summary: string) => ({
  operationId,
  summary,
  tags: ["session"],
  querystring: referring(NoQuery),
  response: responses(Session),
});

/** Each try to show who one is counts for the address that it comes from. */
const config = { isSignInTry: true };

/** The session that a request stands on. */
function begun({ session }: FastifyRequest): OpenSession {
  if (session === null) throw new RefusedError({ code: "sign-in-needed" });
  return session;
}

/** Signing in by password and second factor, and the first administrator */
export function signInRoutes(app: Api, reads: Reads): void {
  const { store, isDemonstration, isSecure } = reads;
  const moment = () => ({ now: reads.now(), at: reads.instant() });
  const sessionOf = async (token: string) =>
    readSession(reads, await openSessionOf(store, token, reads.now(), isDemonstration));
  const enter = (reply: FastifyReply, token: string) => {
    giveToken(reply, token, isSecure);
    return sessionOf(token);
  };

  app.post(
    "/api/session",
    { config, schema: { ...schema("signIn", "Sign in by name and password"), body: referring(SignIn) } },
    async ({ body, session }, reply) => {
      const token = newToken();
      const formerTokenHash = session?.tokenHash ?? null;
      const begin = { ...body, isDemonstration, tokenHash: tokenHashOf(token), formerTokenHash, ...moment() };
      settled(await signIn(store, begin));
      return enter(reply, token);
    },
  );

  app.put(
    "/api/session/password",
    { config, schema: { ...schema("changePassword", "Change one's own password"), body: referring(PasswordChange) } },
    async (request) => {
      const { account, tokenHash, step } = begun(request);
      // Who has not given the second factor has shown half of who they are.
      if (step === "second-factor") throw new RefusedError({ code: "second-factor-needed" });
      const change = { ...request.body, account: account.key, isDemonstration, tokenHash, ...moment() };
      settled(await changePassword(store, change));
      const session = await openSessionOfHash(store, tokenHash, reads.now(), isDemonstration);
      return readSession(reads, session);
    },
  );

  app.post(
    "/api/session/password",
    {
      config,
      schema: { ...schema("givePassword", "Show again by one's password who one is"), body: referring(PasswordAgain) },
    },
    async (request, reply) => {
      const { account, tokenHash } = begun(request);
      const token = newToken();
      const given = { ...request.body, account: account.key, tokenHash, newTokenHash: tokenHashOf(token) };
      settled(await givePassword(store, { ...given, isDemonstration, ...moment() }));
      return enter(reply, token);
    },
  );

  app.post(
    "/api/session/second-factor/secret",
    {
      schema: {
        ...schema("proposeSecondFactor", "A secret for an authenticator, to be confirmed by a code"),
        response: responses(SecondFactorSecret),
      },
    },
    async (request) => {
      const { account, tokenHash } = begun(request);
      return settled(await proposeSecondFactor(store, { account: account.key, tokenHash, ...moment() }));
    },
  );

  const coded = [
    ["PUT", "setUpSecondFactor", "Confirm the proposed secret by its first code", setUpSecondFactor],
    ["POST", "giveSecondFactor", "Give the code of one's authenticator", giveSecondFactor],
  ] as const;
  for (const [method, id, summary, act] of coded) {
    app.route({
      method,
      url: "/api/session/second-factor",
      config,
      schema: { ...schema(id, summary), body: referring(SecondFactorCode) },
      handler: async (request, reply) => {
        const { account, tokenHash } = begun(request);
        const token = newToken();
        const given = { ...request.body, account: account.key, tokenHash, newTokenHash: tokenHashOf(token) };
        settled(await act(store, { ...given, isDemonstration, ...moment() }));
        return enter(reply, token);
      },
    });
  }

  app.post(
    "/api/set-up",
    { config, schema: { ...schema("setUp", "Make the first administrator"), body: referring(SetUp) } },
    async ({ body }) => {
      if (isDemonstration) throw new RefusedError({ code: "set-up-already" });
      settled(await setUp(store, { ...body, ...moment() }));
      return readSession(reads, null);
    },
  );
}
