import { changeAccount } from "../actions/change-account.ts";
import { makeAccount } from "../actions/make-account.ts";
import { resetPassword, resetSecondFactor } from "../actions/reset-sign-in.ts";
import {
  AccountChange,
  AccountParams,
  Accounts,
  GivenPassword,
  NewAccount,
  SeenVersion,
} from "../contract/accounts.ts";
import { NoQuery } from "../contract/questions.ts";
import { actorOf } from "../plugins/access.ts";
import { referring } from "../plugins/named-schemas.ts";
import { RefusedError, settled } from "../problems.ts";
import { readAccounts } from "../reads/accounts.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

const about = (operationId: string, summary: string) => ({
  operationId,
  summary,
  tags: ["accounts"],
  querystring: referring(NoQuery),
});

/** The product is nobody's account. */
function accountRole<R extends string>(role: R): Exclude<R, "system"> {
  if (role === "system") throw new RefusedError({ code: "malformed-parameter", field: "role", allowed: "—" });
  // What is left of the words is every other one.
  return role as Exclude<R, "system">;
}

/** The accounts, for those who administer */
export function accountsRoutes(app: Api, reads: Reads): void {
  const moment = () => ({ now: reads.now(), at: reads.instant() });
  app.get(
    "/api/accounts",
    { schema: { ...about("listAccounts", "All accounts and the units of the plans"), response: responses(Accounts) } },
    async () => readAccounts(reads),
  );
  app.post(
    "/api/accounts",
    {
      schema: {
        ...about("makeAccount", "Make an account; its password is answered once"),
        body: referring(NewAccount),
        response: responses(GivenPassword),
      },
    },
    async (request) => {
      const { role, ...rest } = request.body;
      const made = { ...rest, role: accountRole(role), actor: actorOf(request), ...moment() };
      return settled(await makeAccount(reads.store, made));
    },
  );
  app.put(
    "/api/accounts/:account",
    {
      schema: {
        ...about("changeAccount", "Change an account"),
        params: AccountParams,
        body: referring(AccountChange),
        response: responses(Accounts),
      },
    },
    async (request) => {
      const { role, ...rest } = request.body;
      const change = { ...rest, ...request.params, role: accountRole(role), actor: actorOf(request), ...moment() };
      settled(await changeAccount(reads.store, change));
      return readAccounts(reads);
    },
  );
  app.post(
    "/api/accounts/:account/password",
    {
      schema: {
        ...about("resetPassword", "Give an account a new password, answered once"),
        params: AccountParams,
        body: referring(SeenVersion),
        response: responses(GivenPassword),
      },
    },
    async (request) => {
      const reset = { ...request.body, ...request.params, actor: actorOf(request), ...moment() };
      return settled(await resetPassword(reads.store, reset));
    },
  );
  app.delete(
    "/api/accounts/:account/second-factor",
    {
      schema: {
        ...about("resetSecondFactor", "Take an account's second factor away"),
        params: AccountParams,
        body: referring(SeenVersion),
        response: responses(Accounts),
      },
    },
    async (request) => {
      const reset = { ...request.body, ...request.params, actor: actorOf(request), ...moment() };
      settled(await resetSecondFactor(reads.store, reset));
      return readAccounts(reads);
    },
  );
}
