/** Requests that are no http, too long or too slow: they never become a request of the application, and are answered as any other. */
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { problemOf } from "../problems.ts";

const statuses: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** What is done with a connection on which no request could be read; `headers` go with every response. */
export function answerUnread(headers: Readonly<Record<string, string>>) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const body = JSON.stringify(problemOf({ code: "malformed-request" }, "zh"));
  return (error: Error & { readonly code?: string }, socket: Socket): void => {
    if (error.code === "ECONNRESET" || socket.destroyed) return;
    const status = statuses[error.code ?? ""] ?? 400;
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      ...lines,
      "cache-control: no-store",
      "content-type: application/json; charset=utf-8",
      `content-length: ${Buffer.byteLength(body)}`,
      "connection: close",
    ];
    if (socket.writable) socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
    socket.destroySoon();
  };
}
