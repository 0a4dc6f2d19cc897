/**
 * Requests made from the document, as everybody: good ones, nearly good ones and garbage. TRUST S10: no 5xx, no answer
 * outside its schema, no trace, path or statement in a body; a new route is asked the day it is in the document.
 */
import { drawnFrom } from "../../helpers/drawn.ts";
import { type GoodRequest, goodRequest } from "../../id-swaps/good-requests.ts";
import { askers, openOffice } from "../../id-swaps/ledger.ts";
import { type Route, recipes } from "../../id-swaps/recipes.ts";
import { faultOfAnswer, type Operation, operations, type Schema, schemaAt } from "./document.ts";

/** Texts that mean something to a browser, a database, a template, a shell, a path or a log. */
const hostileTexts = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "' OR '1'='1",
  "'; DROP TABLE accounts; --",
  '" UNION SELECT password_hash FROM accounts --',
  "1); ATTACH DATABASE '/tmp/x' AS y; --",
  "%' ESCAPE '\\",
  "_%",
  "{{7*7}}<%= 7*7 %>",
  "$(id)`id`|id;id",
  "../../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "file:///etc/passwd",
  "line\r\nset-cookie: a=b",
  "\u001b[2J\u0007",
  "\u0000",
  "\u202egnp.exe",
  "\ud800",
  "=1+1",
  "__proto__",
  "constructor",
  "toString",
  "-0",
  "1e400",
  "９９",
  "2022-13",
  "2022-02-30",
  "",
  " ",
  "倍".repeat(3000),
] as const;

type Draw = () => number;
const oneOf = <T>(draw: Draw, list: readonly T[]): T => {
  const one = list[Math.floor(draw() * list.length)];
  if (one === undefined) throw new Error("nothing to draw from");
  return one;
};
const count = (draw: Draw, most: number) => Math.floor(draw() * (most + 1));

const garbage: readonly ((draw: Draw) => unknown)[] = [
  (draw) => oneOf(draw, hostileTexts),
  () => null,
  () => [],
  () => ({}),
  (draw) => oneOf(draw, [-1, 0, 1.5, 2 ** 53, 1e308, -1e-308]),
  (draw) => draw() < 0.5,
  (draw) => Array.from({ length: count(draw, 200) }, () => oneOf(draw, hostileTexts)),
  (draw) => JSON.parse(`${'{"a":'.repeat(60)}${count(draw, 9)}${"}".repeat(60)}`),
];

const examples: Readonly<Record<string, readonly string[]>> = {
  plan: ["sample-2022", "far-2022"],
  month: ["2022-03", "2022-06", "2022-09"],
  period: ["2022-06", "2022-09"],
  from: ["2022-07", "2022-01"],
  department: ["industry", "commerce", "government"],
  unit: ["industry", "commerce", "government"],
  subject: ["steel", "food", "headline"],
  measure: ["steel.output", "food.above-scale-enterprises"],
  indicator: ["above-scale-enterprises", "output"],
};

/** A value that a schema takes, as near as a name and a bound tell; texts are hostile where nothing forbids it. */
function drawnValue(schema: Schema, name: string, draw: Draw): unknown {
  if (schema.$ref !== undefined) return drawnValue(schemaAt(schema.$ref), name, draw);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return oneOf(draw, schema.enum);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined) return drawnValue(oneOf(draw, branches), name, draw);
  const type = oneOf(draw, [schema.type ?? "string"].flat());
  if (type === "null") return null;
  if (type === "boolean") return draw() < 0.5;
  if (type === "integer" || type === "number") {
    const { minimum = 0, maximum = 1000 } = schema;
    return oneOf(draw, [minimum, maximum, Math.min(maximum, minimum + count(draw, 12))]);
  }
  if (type === "array") {
    const { items = {}, minItems = 0, maxItems = 5 } = schema;
    const length = Math.min(maxItems, minItems + count(draw, 3));
    return Array.from({ length }, () => drawnValue(items, name, draw));
  }
  if (type === "object") {
    const entries = Object.entries(schema.properties ?? {});
    const kept = entries.filter(([each]) => schema.required?.includes(each) || draw() < 0.7);
    return Object.fromEntries(kept.map(([each, of]) => [each, drawnValue(of, each, draw)]));
  }
  const known = examples[name];
  if (known !== undefined && draw() < 0.8) return oneOf(draw, known);
  const { pattern, maxLength = 40 } = schema;
  const texts = [...hostileTexts, "24.5", "2022-06", "2022-12", "steel", "food", "a", "100"];
  const taken = texts.filter((text) => text.length <= maxLength && (!pattern || new RegExp(pattern, "u").test(text)));
  return taken.length === 0 ? oneOf(draw, texts) : oneOf(draw, taken);
}

/** The same value with one of its parts spoilt. */
function spoilt(value: unknown, draw: Draw): unknown {
  const isWhole = typeof value !== "object" || value === null || Object.keys(value).length === 0 || draw() < 0.15;
  if (isWhole) return oneOf(draw, garbage)(draw);
  if (Array.isArray(value)) return value.map((part, place) => (place === 0 ? spoilt(part, draw) : part));
  const name = oneOf(draw, Object.keys(value));
  const { [name]: part, ...rest } = value as Record<string, unknown>;
  return draw() < 0.2 ? rest : { ...rest, [name]: spoilt(part, draw) };
}

const kinds = ["good", "made", "nearly", "garbage"] as const;
type Kind = (typeof kinds)[number];

const encoded = (value: unknown) => encodeURIComponent(String(value).replaceAll(/[\ud800-\udfff]/g, "%"));

/** An address with some of its parts taken from the document's schemas, or spoilt. */
function addressAs(kind: Kind, { url }: GoodRequest, route: Route, { parameters = [] }: Operation, draw: Draw): string {
  if (kind === "good") return url;
  const drawnFor = (name: string, schema: Schema) =>
    kind === "made" || draw() < 0.6 ? drawnValue(schema, name, draw) : oneOf(draw, hostileTexts);
  const [goodPath = "", goodQuery = ""] = url.split("?");
  const named = parameters.filter((parameter) => parameter.in === "path" && (kind === "garbage" || draw() < 0.3));
  const places = (route.split(" ")[1] ?? "").split("/");
  const path = goodPath.split("/").map((part, place) => {
    const parameter = named.find(({ name }) => places[place] === `:${name}`);
    return parameter === undefined ? part : encoded(drawnFor(parameter.name, parameter.schema));
  });
  const asked = parameters.filter((parameter) => parameter.in === "query");
  const drawn = asked
    .filter(() => draw() < 0.7)
    .flatMap(({ name, schema }) => [drawnFor(name, schema)].flat().map((value) => `${name}=${encoded(value)}`));
  const query = kind === "nearly" && draw() < 0.5 ? [goodQuery, ...drawn.slice(0, 1)] : drawn;
  return [path.join("/"), query.filter((each) => each !== "").join("&")].filter((each) => each !== "").join("?");
}

/** A body of a kind, with the type that it says to be of. */
function bodyAs(kind: Kind, { payload }: GoodRequest, { requestBody }: Operation, draw: Draw) {
  const schema = requestBody?.content["application/json"]?.schema;
  const bytes = () => Buffer.from(Array.from({ length: count(draw, 300) }, () => count(draw, 255)));
  if (kind === "garbage") {
    const body =
      draw() < 0.5 ? bytes() : Buffer.from(oneOf(draw, ['{"a":', "[", '"', "nul", "\ufeff{}", "{}{}", "1e999"]));
    const types = [
      "application/json",
      "application/octet-stream",
      "text/plain",
      "text/xml",
      "multipart/form-data",
      "x",
    ];
    return requestBody === undefined && draw() < 0.8 ? undefined : { body, type: oneOf(draw, types) };
  }
  if (requestBody === undefined) return undefined;
  if (schema === undefined) return { body: kind === "good" ? payload : bytes(), type: "application/octet-stream" };
  const made = kind === "made" ? drawnValue(schema, "", draw) : (payload ?? drawnValue(schema, "", draw));
  const body = kind === "nearly" ? spoilt(made, draw) : made;
  return { body: Buffer.from(JSON.stringify(body)), type: "application/json" };
}

const statuses = [200, 304, 400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429];
/** What no body may tell: a trace, a path of the machine, a statement, a driver, a secret of the sign-in. */
const telling =
  /\bat [\w.<> ]+ \(|node_modules|node:internal|\/server\/src|\/db\/src|\/home\/|\/work\/|\/tmp\/beizeng|SqliteError|SQLITE_|\bSELECT [\w"*]+.* FROM\b(?! accounts --)|\bINSERT INTO\b|better-sqlite3|drizzle|\$argon2|\bTypeError\b|Cannot read prop/;

/** What came back for a request. */
export interface HostileAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** What of an answer to a hostile request must not have been. */
export function faultsOfHostile(route: string, { statusCode, headers, body }: HostileAnswer): readonly string[] {
  const type = String(headers["content-type"]);
  const outside =
    type.startsWith("application/json") && body !== "" ? faultOfAnswer(route, statusCode, JSON.parse(body)) : null;
  const told = /^(application\/json|text\/)/.test(type) ? (telling.exec(body)?.[0] ?? null) : null;
  return [
    statuses.includes(statusCode) ? null : `was answered ${statusCode}`,
    outside === null ? null : `is outside its schema: ${outside}`,
    told === null ? null : `tells ${told}`,
    headers["content-security-policy"] === undefined ? "has no headers" : null,
  ].filter((each) => each !== null);
}

/** Sends so many requests; answers what must not have been, each told once, and how often each status was. */
export async function sendHostile({ requests, seed }: { readonly requests: number; readonly seed: number }) {
  const office = await openOffice(false, "everything");
  const draw = drawnFrom(seed);
  const faults = new Map<string, string>();
  const seen = new Map<number, number>();
  const routes = new Set<string>();
  const asked = operations.filter(({ route }) => Object.hasOwn(recipes, route));
  for (let number = 0; number < requests; number += 1) {
    const known = asked[number % asked.length];
    if (known === undefined) throw new Error("the document has no routes");
    // The document's routes are those of the table of access, or the first test of access fails.
    const route = known.route as Route;
    const good = goodRequest(office, route, number);
    const kind = oneOf(draw, kinds);
    // As who may do it, half of the time: what is refused at the door shows nothing of what is behind it.
    const asker = draw() < 0.5 ? good.asker : oneOf(draw, askers);
    // Signing out would end the asker's session for all that follows.
    const session = route === "DELETE /api/session" ? {} : office.sessions.get(asker.name);
    const url = addressAs(kind, good, route, known.operation, draw);
    const sent = bodyAs(kind, good, known.operation, draw);
    const answer = await office.opened.app.inject({
      ...{ method: good.method, url },
      headers: {
        ...session,
        "idempotency-key":
          kind === "garbage" && draw() < 0.3 ? "\u007fx" : `hostile-${String(number).padStart(8, "0")}`,
        ...(sent === undefined ? {} : { "content-type": sent.type }),
      },
      // Each from another address: refused sign-ins make an address wait.
      remoteAddress: `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
      ...(sent?.body === undefined ? {} : { payload: sent.body }),
    });
    routes.add(known.route);
    seen.set(answer.statusCode, (seen.get(answer.statusCode) ?? 0) + 1);
    for (const fault of faultsOfHostile(route, answer)) {
      const about = `${route} ${fault.slice(0, 40)}`;
      const shown = sent?.body instanceof Buffer ? sent.body.toString().slice(0, 500) : "";
      if (!faults.has(about)) {
        faults.set(
          about,
          `seed ${seed}, request ${number}: ${asker.name} ${kind} ${route} ${url.slice(0, 300)} ${shown} ${fault}; ${answer.body.slice(0, 300)}`,
        );
      }
    }
  }
  await office.dispose();
  return { faults: [...faults.values()], seen, routes };
}
