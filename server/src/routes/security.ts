import { changeSecurity, unlockName } from "../actions/change-security.ts";
import { NameParams, Security, SecurityChange } from "../contract/accounts.ts";
import { NoQuery } from "../contract/questions.ts";
import { actorOf } from "../plugins/access.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import type { Reads } from "../reads/reads.ts";
import { readSecurity } from "../reads/security.ts";
import { type Api, responses } from "./api.ts";

const about = (operationId: string, summary: string) => ({
  operationId,
  summary,
  tags: ["accounts"],
  querystring: referring(NoQuery),
  response: responses(Security),
});

/** The security settings and locks, for the security officer */
export function securityRoutes(app: Api, reads: Reads): void {
  const { store, isDemonstration } = reads;
  const moment = () => ({ now: reads.now(), at: reads.instant() });
  app.get("/api/security", { schema: about("getSecurity", "The security settings and locked names") }, async () =>
    readSecurity(reads),
  );
  app.put(
    "/api/security",
    { schema: { ...about("changeSecurity", "Change the security settings"), body: referring(SecurityChange) } },
    async (request) => {
      const { seen, ...settings } = request.body;
      const change = { actor: actorOf(request), isDemonstration, seen, settings, ...moment() };
      settled(await changeSecurity(store, change));
      return readSecurity(reads);
    },
  );
  app.delete(
    "/api/security/locks/:name",
    { schema: { ...about("unlockName", "Unlock a name before its time"), params: NameParams } },
    async (request) => {
      const { name } = request.params;
      settled(await unlockName(store, { actor: actorOf(request), isDemonstration, name, ...moment() }));
      return readSecurity(reads);
    },
  );
}
