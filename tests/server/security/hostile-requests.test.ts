/** The API never falls over, at the size of every change; the full one is `npm run soak -- S10`. TRUST S10. */
import { describe, expect, test } from "vitest";
import { operations } from "./document.ts";
import { faultsOfHostile, sendHostile } from "./hostile-requests.ts";

const seed = Number(process.env.HOSTILE_SEED ?? Date.now() % 2 ** 31);
const requests = 6000;

test(`${requests} requests (HOSTILE_SEED=${seed}), good, nearly good and garbage, as everybody, are answered as promised`, async () => {
  const { faults, seen, routes } = await sendHostile({ requests, seed });
  expect(faults).toEqual([]);
  expect(routes.size).toBe(operations.length);
  // Enough of them go through the door, and enough are refused for what they hold.
  expect([(seen.get(200) ?? 0) > requests / 10, (seen.get(400) ?? 0) > requests / 5]).toEqual([true, true]);
}, 120_000);

describe("the check itself", () => {
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "content-security-policy": "default-src 'self'",
  };
  const problem = (message: string) => JSON.stringify({ code: "malformed-request", message });
  test.each([
    ["a refusal in words", { statusCode: 400, headers, body: problem("请求读不懂。") }, []],
    ["a fault of ours", { statusCode: 500, headers, body: problem("出错了。") }, ["was answered 500"]],
    ["a trace", { statusCode: 400, headers, body: problem("at Object.<anonymous> (a.ts:1)") }, [/^tells at Object/]],
    ["a path", { statusCode: 400, headers, body: problem("/srv/node_modules/x") }, ["tells node_modules"]],
    ["a statement", { statusCode: 400, headers, body: problem('near SELECT id FROM "x"') }, [/^tells SELECT/]],
    ["a hash", { statusCode: 400, headers, body: problem("$argon2id$v=19") }, ["tells $argon2"]],
    ["an answer of another form", { statusCode: 200, headers, body: '{"isAlive":true}' }, [/^is outside its schema/]],
    ["an answer without headers", { statusCode: 400, headers: {}, body: "" }, ["has no headers"]],
  ] as const)("%s", (_what, answer, faults) => {
    const found = faultsOfHostile("GET /api/health", answer);
    expect(found).toEqual(faults.map((fault) => (typeof fault === "string" ? fault : expect.stringMatching(fault))));
  });
});
