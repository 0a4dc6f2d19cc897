/** One user who asks one thing after another over one connection. */
import { Agent, get, type OutgoingHttpHeaders } from "node:http";
import type { Running } from "../processes/conversation.ts";

/** A keep-alive connection to a port of this machine. */
export interface User {
  /** Asks and answers status, body, tag and the milliseconds from asking to the last byte. */
  ask(
    path: string,
    headers?: OutgoingHttpHeaders,
  ): Promise<{ status: number; body: string; tag: string; milliseconds: number }>;
  leave(): void;
}

/** A user of a server, let in as it wants. */
export function oneUser({ port, headers: own }: Pick<Running, "port" | "headers">): User {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    ask: (path, headers = {}) =>
      new Promise((resolve, reject) => {
        const began = performance.now();
        const request = get({ host: "127.0.0.1", port, path, agent, headers: { ...own, ...headers } }, (response) => {
          let body = "";
          response.setEncoding("utf8").on("data", (chunk: string) => {
            body += chunk;
          });
          response.on("end", () => {
            const milliseconds = performance.now() - began;
            const { statusCode: status = 0, headers: got } = response;
            resolve({ status, body, tag: got.etag ?? "", milliseconds });
          });
        });
        request.on("error", reject);
      }),
    leave: () => agent.destroy(),
  };
}
