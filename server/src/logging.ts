/**
 * What the log holds: a line of JSON for each request and each fault. Nothing that people type stands in it: of an address
 * the route's pattern, never the address itself, no body, no header, no cookie. What some later line might bring along all
 * the same is struck out by its name. ASVS 16.2 and 16.4, TRUST S6.
 */
import { randomBytes } from "node:crypto";
import type { WorkspaceKind } from "@beizeng/db/vocabulary";

/** Where a line goes; it ends with a line feed. */
type WriteLine = (line: string) => void;

/** Names of what no line may hold, at its top or one step below. */
const secrets = [
  ...["password", "passwordHash", "standing", "secret", "secondFactorSecret", "clientSecret", "setUpCode"],
  ...["token", "tokenHash", "cookie", "set-cookie", "authorization", "filename"],
  ...["body", "payload", "headers", "rawHeaders", "cookies", "query", "url"],
];

const redact = {
  paths: secrets.flatMap((name) => (name.includes("-") ? [`["${name}"]`, `*["${name}"]`] : [name, `*.${name}`])),
  censor: "[redacted]",
};

/**
 * Signs that JSON leaves as they are and that a terminal or a reader may take for something else: controls of eight bits,
 * ends of lines of Unicode's own, and what turns the direction of writing. A line feed or an escape JSON writes as \n and \u001b.
 */
const treacherous = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A line in which nothing can pass for another line or for an order to a terminal; still the same JSON. */
export const harmless = (line: string): string =>
  line.replace(treacherous, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** An error as the log has it. */
type LoggedError = {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack: string;
  readonly cause?: LoggedError;
};

/** What is kept of an error: no property that a library hangs on it, since that may be the very answer or question that failed. */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "thrown, and no error", stack: "" };
  const { name, message, stack = "", cause } = error;
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const because = cause instanceof Error ? { cause: loggedError(cause) } : {};
  return { type: name, message, ...code, stack, ...because };
}

const toStandardOutput: WriteLine = (line) => {
  process.stdout.write(line);
};

/**
 * The options of Fastify's log, which is pino. A production workspace logs each request, a demonstration in somebody's
 * terminal faults alone. Written at once and in order: what was logged before an end is there after it.
 */
export function logOptions(kind: WorkspaceKind, write: WriteLine = toStandardOutput) {
  return {
    level: kind === "production" ? "info" : "error",
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: loggedError, req: () => ({}), res: () => ({}) },
    redact,
    stream: { write: (line: string) => write(harmless(line)) },
  };
}

/** Numbers of requests that differ from those of other starts: people quote them, and the log of years is searched for them. */
export function requestIds(): () => string {
  const start = randomBytes(4).toString("hex");
  let count = 0;
  return () => {
    count += 1;
    return `${start}-${count}`;
  };
}
