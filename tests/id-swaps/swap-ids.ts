/**
 * Everybody asks for what is not theirs, by real requests in which ids are swapped, and every answer is judged by what the
 * rules say, not by what the code does: TRUST S1. Nothing that one may not know may come out, by word, figure, count or
 * header; a second ledger that differs in nothing but such secrets must answer the same; nothing may be written; and of
 * what must not even be known to exist another's is refused as what is not there.
 */
import { unpacked, zipDirectory } from "@beizeng/server/imports/zip-directory.ts";
import { drawnFrom } from "../helpers/drawn.ts";
import { ownIds, type Swap, swappable, swapsOf, unknownIds } from "./draw.ts";
import { addressOf, rightAsker, rightIds } from "./good-requests.ts";
import { askers, type Numbered, type Office, openOffice } from "./ledger.ts";
import type { IdKind, Ids, Route } from "./recipes.ts";
import { type Asker, type Differing, mayKnow } from "./secrets.ts";

type Answered = Awaited<ReturnType<Office["opened"]["app"]["inject"]>>;

/** What is sent besides what a swap says. */
interface Sending {
  readonly language: string;
  readonly number: number;
  /** The form of the asker's unit, filled in by nobody. */
  readonly form: Buffer;
}

/** What stands in a body for an id: what it means, or what stands in the address where that means nothing. */
function inBody(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function send(
  office: Office,
  { asker, route, recipe, ids }: Swap,
  { language, number, form }: Sending,
): Promise<Answered> {
  const [method = "GET"] = route.split(" ");
  // The kinds stay the same ones.
  const bodyIds = Object.fromEntries(Object.entries(ids).map(([kind, id]) => [kind, inBody(id)])) as Ids;
  const payload = recipe.isForm ? form : recipe.body?.(bodyIds);
  return office.opened.app.inject({
    // Routes are written with their methods.
    method: method as "GET",
    url: addressOf(route, ids, recipe.asked?.(ids)),
    headers: {
      ...office.sessions.get(asker.name),
      "accept-language": language,
      "idempotency-key": `swap-${String(number).padStart(8, "0")}`,
      ...(recipe.isForm ? { "content-type": "application/octet-stream" } : {}),
    },
    // Each from another address: refused sign-ins make an address wait.
    remoteAddress: `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
    ...(payload === undefined ? {} : { payload }),
  });
}

/** All that an answer says, workbooks unpacked. */
function saidIn({ headers, body, rawPayload }: Answered): string {
  const isPacked = rawPayload.subarray(0, 2).toString() === "PK";
  const bytes = new Uint8Array(rawPayload);
  const parts = isPacked ? zipDirectory(bytes).map((part) => new TextDecoder().decode(unpacked(bytes, part))) : [body];
  const kept = Object.entries(headers).filter(([name]) => !["date", "set-cookie"].includes(name));
  return [...kept.map(([name, value]) => `${name}: ${inBody(String(value))}`), ...parts].join("\n");
}

/** The hash of a row of the audit holds all that was written before, also what one may not know; it tells nothing of it. */
const withoutHashes = (said: string) => said.replaceAll(/\b[0-9a-f]{64}\b/g, "#");

const refusals = [400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429];
/** What a refused try may write: its own row, what sessions and refused sign-ins are kept by. */
const ofTries = ["audit_rows", "sessions", "refused_sign_ins"];
/** Answered whatever is sent: each part is refused by itself. */
const answersRefusals = "POST /api/reviews/acceptances";

function faultOfWriting({ asker, route }: Swap, { statusCode }: Answered, touched: readonly string[]): string | null {
  const written = touched.filter((table) => !ofTries.includes(table));
  if (written.length > 0) return `wrote ${[...new Set(written)].join(", ")}`;
  const isKnown = asker.role !== null && [403, 409, 422].includes(statusCode);
  if (isKnown && !route.startsWith("GET ") && !touched.includes("audit_rows")) return "is not kept in the audit";
  if (route.startsWith("GET ") || refusals.includes(statusCode)) return null;
  return statusCode === 200 && route === answersRefusals ? null : `was answered ${statusCode}`;
}

function faultOfSaying({ secrets }: Office, { asker, route }: Swap, said: string): string | null {
  const plain = said.replaceAll(/(?<=\d),(?=\d)/g, "");
  const told = secrets.find(
    (secret) => !mayKnow(asker, secret, route) && (said.includes(secret.text) || plain.includes(secret.text)),
  );
  return told === undefined ? null : `told ${told.text} (${told.audience} of ${told.unit})`;
}

/** True of those to whom two ledgers with other secrets must be the same. */
function knowsNoneOf({ role }: Asker, route: Route, differing: Differing): boolean {
  if (role === "admin" || role === "statistics" || role === "auditor") return false;
  // Who brings history in is told which papers were begun, and are left alone.
  if (role === "office" && route.includes("/history")) return false;
  return differing === "drafts" || (role !== "office" && role !== "leader");
}

/** The kind whose plainly swapped id must not be known to exist, by somebody who may not know it. */
function secretKind({ submissions, evidence }: Office, { asker, route, ids, swapped, plain }: Swap): IdKind | null {
  const [kind] = plain;
  if (kind === undefined || swapped.length !== 1) return null;
  if (kind === "account") return route === "POST /api/session" ? kind : null;
  const lists: Partial<Record<IdKind, readonly Numbered[]>> = { submission: submissions, evidence };
  const hidden = lists[kind]?.find(({ id }) => id === ids[kind]);
  return hidden !== undefined && !mayKnow(asker, hidden, route) ? kind : null;
}

/** Status and sentence of a refusal, whichever id it was about. */
const told = ({ statusCode, body }: Answered, id: string) =>
  `${statusCode} ${body.replaceAll(new RegExp(`(?<![\\w-])${id}(?![\\w-])`, "g"), "…")}`;

/** What is to be tried; the same seed draws the same swaps. */
export interface AskedSwaps {
  readonly swaps: number;
  readonly seed: number;
  readonly differing: Differing;
}

/** What was tried and answered, and what must not have been, each told once. */
export interface Swapped {
  readonly refused: number;
  readonly answered: number;
  readonly compared: number;
  readonly routes: ReadonlySet<Route>;
  readonly faults: readonly string[];
}

/** Forms of each asker's own unit, as they were downloaded. */
async function formsOf({ opened, sessions, ...office }: Office): Promise<ReadonlyMap<string, Buffer>> {
  const forms = new Map<string, Buffer>();
  for (const asker of askers) {
    const { plan, unit, period, kind } = ownIds(office, asker);
    const url = `/api/plans/${plan}/papers/${unit}/${period}/workbook?kind=${kind}`;
    const headers = sessions.get(asker.name) ?? {};
    const { statusCode, rawPayload } = await opened.app.inject({ url, headers });
    forms.set(asker.name, statusCode === 200 ? Buffer.from(rawPayload) : Buffer.from("%PDF-1.7"));
  }
  return forms;
}

/** Swaps ids as often as is asked. */
export async function swapIds({ swaps, seed, differing }: AskedSwaps): Promise<Swapped> {
  const office = await openOffice(false, differing);
  const other = await openOffice(true, differing);
  const draw = drawnFrom(seed);
  const nextSwap = swapsOf(office, draw);
  const forms = await formsOf(office);
  const counts = { refused: 0, answered: 0, compared: 0 };
  const routes = new Set<Route>();
  const faults = new Map<string, string>();
  office.touched();
  for (let number = 0; number < swaps; number += 1) {
    const swap = nextSwap();
    const { asker, route, ids } = swap;
    const form = forms.get(asker.name) ?? Buffer.from("");
    const sending = { language: draw() < 0.5 ? "zh-CN" : "en", number, form };
    const answer = await send(office, swap, sending);
    const said = saidIn(answer);
    const writing = faultOfWriting(swap, answer, office.touched());
    routes.add(route);
    counts[answer.statusCode < 400 ? "answered" : "refused"] += 1;
    const found = [writing, faultOfSaying(office, swap, said)];
    if (answer.statusCode >= 400 && !refusals.includes(answer.statusCode))
      found.push(`failed with ${answer.statusCode}`);
    const isCompared = knowsNoneOf(asker, route, differing);
    // Refused sign-ins count for both, since they lock.
    const again = isCompared || route === "POST /api/session" ? await send(other, swap, sending) : null;
    if (isCompared && again !== null) {
      counts.compared += 1;
      const isSame = answer.statusCode === again.statusCode && withoutHashes(said) === withoutHashes(saidIn(again));
      if (!isSame)
        found.push(`is answered otherwise where only secrets differ: ${again.statusCode} ${again.body.slice(0, 400)}`);
    }
    const kind = secretKind(office, swap);
    if (kind !== null) {
      const unknown = { ...swap, ids: { ...ids, [kind]: unknownIds[kind] } };
      const absent = await send(office, unknown, { ...sending, number: number + swaps });
      if (route === "POST /api/session") await send(other, unknown, { ...sending, number: number + swaps });
      office.touched();
      if (told(answer, ids[kind]) !== told(absent, unknownIds[kind])) {
        found.push(`tells that the ${kind} is there: ${absent.statusCode} ${absent.body.slice(0, 200)}`);
      }
    }
    for (const fault of found) {
      const about = `${asker.name} ${route} ${fault?.slice(0, 40)}`;
      if (fault === null || faults.has(about)) continue;
      const asked = addressOf(route, ids, swap.recipe.asked?.(ids));
      faults.set(
        about,
        `seed ${seed}, swap ${number}: ${asker.name} ${route} ${asked} ${JSON.stringify(ids)} ${fault}; ${answer.statusCode} ${answer.body.slice(0, 400)}`,
      );
    }
  }
  await office.dispose();
  await other.dispose();
  return { ...counts, routes, faults: [...faults.values()] };
}

/** Asks each route that names something without a swap, as somebody whose affair it is; answers the statuses by route. */
export async function askUnswapped(): Promise<Readonly<Record<string, number>>> {
  const office = await openOffice(false, "everything");
  const forms = await formsOf(office);
  const statuses: Record<string, number> = {};
  for (const [number, { route, recipe }] of swappable.entries()) {
    const asker = rightAsker(route);
    const ids = rightIds(office, route, asker);
    const swap = { asker, route, recipe, ids, swapped: [], plain: [] };
    const sending = { language: "zh-CN", number, form: forms.get(asker.name) ?? Buffer.from("") };
    statuses[route] = (await send(office, swap, sending)).statusCode;
  }
  await office.dispose();
  return statuses;
}
