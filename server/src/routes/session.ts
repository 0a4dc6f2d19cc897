import { beginSession } from "../actions/begin-session.ts";
import { endSession } from "../actions/end-session.ts";
import { NoQuery } from "../contract/questions.ts";
import { DemonstrationPeople, DemonstrationSignIn, Session } from "../contract/session.ts";
import { referring } from "../plugins/named-schemas.ts";
import { giveToken, newToken, openSessionOf, takeToken, tokenHashOf } from "../plugins/sessions.ts";
import { RefusedError, settled } from "../problems.ts";
import type { Reads } from "../reads/reads.ts";
import { readDemonstrationPeople, readSession } from "../reads/session.ts";
import { type Api, responses } from "./api.ts";

const schema = (operationId: string, summary: string) => ({
  operationId,
  summary,
  tags: ["session"],
  querystring: referring(NoQuery),
  response: responses(Session),
});

/** Who is signed in, signing out, and playing somebody in a demonstration */
export function sessionRoutes(app: Api, reads: Reads): void {
  const { store, isDemonstration, isSecure } = reads;
  app.get(
    "/api/session",
    { schema: schema("getSession", "Who is signed in and what they may do") },
    async ({ session }) => readSession(reads, session),
  );

  app.delete("/api/session", { schema: schema("endSession", "Sign out") }, async ({ session }, reply) => {
    if (session !== null) {
      const { account, tokenHash } = session;
      await endSession(store, { actor: { id: account.key, role: account.role }, tokenHash, at: reads.instant() });
    }
    takeToken(reply, isSecure);
    // Figures lie in the browser's memory until their mark is asked for again: nobody who comes after is to find them.
    reply.header("clear-site-data", '"cache"');
    return readSession(reads, null);
  });

  app.get(
    "/api/session/demonstration",
    {
      schema: {
        ...schema("listDemonstrationPeople", "The people of a demonstration, by plan"),
        response: responses(DemonstrationPeople),
      },
    },
    async () => settled(await readDemonstrationPeople(reads)),
  );

  app.post(
    "/api/session/demonstration",
    {
      schema: {
        ...schema("playAccount", "Play one of the people of a demonstration"),
        body: referring(DemonstrationSignIn),
      },
    },
    async ({ body, session }, reply) => {
      if (!isDemonstration) throw new RefusedError({ code: "unknown-path", value: "/api/session/demonstration" });
      const token = newToken();
      const now = reads.now();
      const moment = { now, at: reads.instant() };
      const begun = { account: body.account, tokenHash: tokenHashOf(token), ...moment, hasSecondFactor: true };
      settled(await beginSession(store, begun));
      if (session !== null) {
        const actor = { id: session.account.key, role: session.account.role };
        await endSession(store, { actor, tokenHash: session.tokenHash, at: moment.at });
      }
      giveToken(reply, token, isSecure);
      return readSession(reads, await openSessionOf(store, token, now, isDemonstration));
    },
  );
}
