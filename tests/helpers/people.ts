import { findSetting } from "@beizeng/db";
import { issueSetUpCode } from "@beizeng/server/actions/set-up.ts";
import { Secret, TOTP } from "otpauth";
import type { TestApp } from "./app.ts";

/** A browser before the application: keeps the session's cookie from answer to answer. */
export function browserOf({ app }: Pick<TestApp, "app">) {
  let cookie = "";
  return {
    cookie: () => cookie,
    ask: async (method: "GET" | "POST" | "PUT" | "DELETE", url: string, payload?: object) => {
      const response = await app.inject({
        method,
        url,
        headers: cookie === "" ? {} : { cookie },
        ...(payload && { payload }),
      });
      const given = [response.headers["set-cookie"]].flat().at(-1);
      if (given !== undefined) cookie = given.split(";", 1)[0] ?? "";
      return response;
    },
  };
}

/** The code that an authenticator shows for a secret at an instant (ISO UTC). */
export const codeOf = (secret: string, now: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(now) });

/** A password that every profile takes. */
export const goodPassword = "Yun-Shan-7788";

/** Makes the first administrator of a production workspace by its set-up code. */
export async function setUpAdministrator(opened: TestApp, account = "guanli") {
  const now = opened.clock.now();
  const code = await issueSetUpCode(opened.store, { now, at: now });
  const browser = browserOf(opened);
  const response = await browser.ask("POST", "/api/set-up", { code, account, name: "管理员", password: goodPassword });
  return { code, response, stored: await findSetting(opened.store, "set-up-code") };
}
