/** Ten users at once: autocannon over ten connections, in the bench's process and not in the server's. */
import autocannon from "autocannon";
import type { Running } from "../processes/conversation.ts";

const users = 10;

/** What the ten got out of a server. */
export interface Throughput {
  /** Requests answered per second. */
  readonly rate: number;
  /** The server's processor time a request, in microseconds: what does not depend on who else uses the machine. */
  readonly cpu: number;
  /** Each answer's time in milliseconds. */
  readonly times: readonly number[];
}

/**
 * Asks every path once, dealt out among the ten so that no two ask the same; with `headers` where given. An answer
 * whose status is not `expected` is a fault of the bench and throws.
 */
export async function tenUsers(
  server: Running,
  paths: readonly string[],
  { headers = {}, expected = 200 }: { headers?: Record<string, string>; expected?: number } = {},
): Promise<Throughput> {
  const all = { ...server.headers, ...headers };
  const amount = Math.floor(paths.length / users) * users;
  const times: number[] = [];
  let wrong = 0;
  let first = 0;
  let last = 0;
  let dealt = 0;
  const cpuBefore = await server.ask("cpu");
  await new Promise<void>((resolve, reject) => {
    const run = autocannon(
      {
        url: `http://127.0.0.1:${server.port}`,
        connections: users,
        amount,
        sampleInt: 100,
        // Far beyond what an answer takes: a machine that is busy otherwise must not turn one into an error.
        timeout: 120,
        headers: all,
        setupClient: (client) => {
          const share = amount / users;
          client.setRequests(paths.slice(dealt, dealt + share).map((path) => ({ method: "GET", path, headers: all })));
          dealt += share;
        },
      },
      (error) => (error ? reject(error) : resolve()),
    );
    run.on("start", () => {
      first = performance.now();
    });
    run.on("response", (_client, status, _bytes, milliseconds) => {
      last = performance.now();
      times.push(milliseconds);
      if (status !== expected) wrong += 1;
    });
  });
  const cpuAfter = await server.ask("cpu");
  if (wrong > 0 || times.length !== amount) throw new Error(`${wrong} of ${times.length} answers were not ${expected}`);
  return { rate: (amount / (last - first)) * 1000, cpu: (cpuAfter - cpuBefore) / amount, times };
}
