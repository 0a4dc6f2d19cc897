/** A good request of each route, by somebody whose affair it is: what a hostile one is made of, and measured against. */
import { ownIds } from "./draw.ts";
import { askers, closedMonth, type Office } from "./ledger.ts";
import { type Ids, kindOfParameter, plainWords, type Recipe, type Route, recipes } from "./recipes.ts";
import type { Asker } from "./secrets.ts";

/** A request as it is injected. */
export interface GoodRequest {
  readonly route: Route;
  readonly asker: Asker;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: object | Buffer;
}

/** Whose affair a route is, first match; everything else is the clerk's. */
const rights: readonly (readonly [RegExp, string])[] = [
  [/agreement|confirmations/, "statistics"],
  [/ \/api\/audit/, "auditor"],
  [/ \/api\/accounts/, "admin"],
  [/ \/api\/(security|backups)/, "security"],
  [/history|reviews|reminders|preview|acceptance|\/return$/, "office"],
  [/(POST|PUT) \/api\/plans\/:plan\/briefing/, "office"],
  [
    /POST \/api\/plans\/:plan\/(months|targets|units|subjects|extensions|notes|light-rules|entry-calendars|appraisal-rules)/,
    "office",
  ],
];

/** The address of a route with ids, and with what it asks for after the question mark. */
export function addressOf(route: Route, ids: Ids, asked = ""): string {
  const [, path = ""] = route.split(" ");
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => plainWords[name] ?? ids[kindOfParameter(name)]);
  return asked === "" ? filled : `${filled}?${asked}`;
}

/** Whose affair a route is. */
export function rightAsker(route: Route): Asker {
  const asker = askers.find(({ name }) => name === (rights.find(([pattern]) => pattern.test(route))?.[1] ?? "clerk"));
  if (asker === undefined) throw new Error("nobody");
  return asker;
}

/** The ids of what is the asker's, or what a route is about that only knows closed months. */
export function rightIds(office: Pick<Office, "evidence" | "submissions">, route: Route, asker: Asker): Ids {
  const own = ownIds(office, asker);
  return route.includes("/editions/") || route.endsWith("/briefings") ? { ...own, period: closedMonth } : own;
}

/** What is sent where a recipe says nothing of a body, because it names nothing. */
const bodies: Readonly<Partial<Record<Route, object>>> = {
  "PUT /api/session/password": { standing: "Bu-Shi-Mima-7788", password: "Xin-De-Mima-9911" },
  "POST /api/session/password": { password: "Bu-Shi-Mima-7788" },
  "PUT /api/session/second-factor": { code: "000000" },
  "POST /api/session/second-factor": { code: "000000" },
  "POST /api/session/single-sign-on/return": { query: "?code=none&state=none" },
  "POST /api/set-up": { code: "NONE", account: "guanli", name: "管理员", password: "Yun-Shan-7788" },
};

/** The request of a route; `number` tells its key of idempotency from all others. Signing in is somebody's own affair. */
export function goodRequest(office: Office, route: Route, number: number): GoodRequest {
  const [method = "GET"] = route.split(" ");
  const recipe: Recipe = recipes[route] ?? {};
  const asker = rightAsker(route);
  const ids = rightIds(office, route, asker);
  const payload = recipe.isForm ? Buffer.from("%PDF-1.7 nothing") : (recipe.body?.(ids) ?? bodies[route]);
  return {
    ...{ route, asker },
    // Routes are written with their methods.
    method: method as GoodRequest["method"],
    url: addressOf(route, ids, recipe.asked?.(ids)),
    headers: {
      ...office.sessions.get(asker.name),
      "idempotency-key": `good-${String(number).padStart(8, "0")}`,
      ...(payload === undefined
        ? {}
        : { "content-type": recipe.isForm ? "application/octet-stream" : "application/json" }),
    },
    ...(payload === undefined ? {} : { payload }),
  };
}

/** All routes of the table of access; signing out comes last. */
export const allRoutes: readonly Route[] = (Object.keys(recipes) as Route[]).toSorted(
  (one, other) => Number(one === "DELETE /api/session") - Number(other === "DELETE /api/session"),
);
