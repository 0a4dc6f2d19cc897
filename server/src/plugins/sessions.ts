/**
 * Who is signed in. A session is a row of the store under the hash of a random token that only the browser's cookie
 * holds: it is begun and ended in the same transaction as its row of the audit, which is why it is not left to a plugin
 * that saves after the answer. TRUST S5 to S7.
 */
import { createHash, randomBytes } from "node:crypto";
import {
  deleteSession,
  findAccount,
  findSession,
  inTransaction,
  type RecordedAccount,
  type Store,
  storageProblemOf,
  updateSession,
} from "@beizeng/db";
import cookies from "@fastify/cookie";
import type { FastifyInstance, FastifyReply } from "fastify";
import { findSecuritySettings } from "../accounts/security.ts";
import { type WayToShow, wayToShow } from "../domain/reauthentication.ts";
import { nextStep, type SignInStep } from "../domain/sign-in-step.ts";
import { recentlyUsed } from "../plans/recently-used.ts";

/**
 * The cookie's name. Over TLS a browser takes one of the prefix `__Host-` from this host alone, over TLS alone: neither a
 * neighbour's page nor a page sent in the clear can put another in its place.
 */
export const sessionCookie = (isSecure: boolean): string => (isSecure ? "__Host-beizeng" : "beizeng");

const idleMilliseconds = 30 * 60 * 1000;
const absoluteMilliseconds = 12 * 60 * 60 * 1000;
/** How exactly a session's last use is kept: a write a minute, not one a request. */
const useMilliseconds = 60 * 1000;

/** An open session: the hash under which it is kept, whose it is, and what it keeps. */
export interface OpenSession {
  readonly tokenHash: string;
  readonly account: RecordedAccount;
  readonly data: SessionData;
  /** What is still asked of who signs in; until then the session has no powers. */
  readonly step: SignInStep | null;
  /** When it was last shown who is there (ISO UTC): at its beginning, or again since. */
  readonly shownAt: string;
  /** By what that is shown again. */
  readonly wayToShow: WayToShow;
}

/** What a session keeps of itself. */
export interface SessionData {
  /** Whether the second factor was given on it. */
  readonly hasSecondFactor: boolean;
  /** Whether an identity provider has vouched instead of a password. */
  readonly isSingleSignOn?: boolean;
  /** When it was shown again who is there, ISO UTC; absent before that. */
  readonly shownAt?: string;
}

/** The hash under which a token's session is kept. */
export const tokenHashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** A new token of 256 bits. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** Reads cookies on every request. */
export async function registerCookies(app: FastifyInstance): Promise<void> {
  await app.register(cookies);
}

/** Accounts kept in memory; each change of one raises its version. */
const accountsKept = 1000;
const memories = new WeakMap<Store, ReturnType<typeof recentlyUsed<RecordedAccount>>>();

/** The account of a name as it stands at a version; read from the store only when it has changed. */
async function accountAt(store: Store, key: string, version: number | null): Promise<RecordedAccount | null> {
  const memory = memories.get(store) ?? recentlyUsed<RecordedAccount>(accountsKept);
  memories.set(store, memory);
  const kept = memory.find(key);
  if (kept?.version === version) return kept;
  const account = await findAccount(store, key);
  if (account !== null) memory.keep(key, account);
  return account;
}

/** The session of a token at an instant (ISO UTC), null where it is over; one that was idle or lasted too long ends here. */
export function openSessionOf(
  store: Store,
  token: string,
  now: string,
  isDemonstration: boolean,
): Promise<OpenSession | null> {
  return openSessionOfHash(store, tokenHashOf(token), now, isDemonstration);
}

/** The same by the hash of its token. */
export async function openSessionOfHash(
  store: Store,
  tokenHash: string,
  now: string,
  isDemonstration: boolean,
): Promise<OpenSession | null> {
  const session = await findSession(store, tokenHash);
  if (session === null || session.account === null) return null;
  const since = (instant: string) => Date.parse(now) - Date.parse(instant);
  const account = await accountAt(store, session.account, session.accountVersion);
  const isOver = since(session.seenAt) > idleMilliseconds || since(session.createdAt) > absoluteMilliseconds;
  if (account === null || account.disabledAt !== null || isOver) {
    await unlessStorageFails(inTransaction(store, (transaction) => deleteSession(transaction, tokenHash)));
    return null;
  }
  if (since(session.seenAt) >= useMilliseconds) {
    await unlessStorageFails(
      inTransaction(store, (transaction) => updateSession(transaction, { tokenHash, seenAt: now, data: session.data })),
    );
  }
  const data: SessionData = JSON.parse(session.data);
  const settings = await findSecuritySettings(store, isDemonstration);
  const known = signingIn(account, data);
  const { shownAt = session.createdAt } = data;
  return { tokenHash, account, data, step: nextStep(known, settings, now), shownAt, wayToShow: wayToShow(known) };
}

/** What a session's use writes is no reason to refuse a reader whom the disk could still answer. */
async function unlessStorageFails(write: Promise<void>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (storageProblemOf(error) === null) throw error;
  }
}

const signingIn = (account: RecordedAccount, { hasSecondFactor, isSingleSignOn = false }: SessionData) => ({
  role: account.role,
  hasPassword: account.passwordHash !== null && !isSingleSignOn,
  passwordChangedAt: account.passwordChangedAt,
  mustChangePassword: account.mustChangePassword,
  hasSecret: account.secondFactorSecret !== null,
  hasSecondFactor,
});

const attributes = (isSecure: boolean) =>
  ({ httpOnly: true, sameSite: "strict", path: "/", secure: isSecure }) as const;

/** Gives the browser the token of a session. */
export function giveToken(reply: FastifyReply, token: string, isSecure: boolean): void {
  reply.setCookie(sessionCookie(isSecure), token, attributes(isSecure));
}

/** Takes it back. */
export function takeToken(reply: FastifyReply, isSecure: boolean): void {
  reply.clearCookie(sessionCookie(isSecure), attributes(isSecure));
}
