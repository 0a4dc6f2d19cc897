/** The end while people still ask: what has begun is answered, what is new refused, nothing left open, a second signal ends at once. */
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { endings } from "@beizeng/server/ending.ts";
import { registerStopping } from "@beizeng/server/plugins/stopping.ts";
import fastify from "fastify";
import { expect, onTestFinished, test } from "vitest";

const drainMilliseconds = 400;

/** An application that listens, with an address that answers when it is told to. */
async function listening() {
  const app = fastify({ forceCloseConnections: "idle", return503OnClosing: false });
  registerStopping(app, { "x-content-type-options": "nosniff" }, drainMilliseconds);
  let answer: (word: string) => void = () => undefined;
  app.get("/slow", () => new Promise<string>((resolve) => (answer = resolve)));
  app.get("/quick", async () => "quick");
  app.decorateReply("refusal", null);
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = new URL(address);
  onTestFinished(() => app.close());
  /** A connection that writes as it is told and keeps what it is answered. */
  const talk = async () => {
    const socket = connect(Number(port), "127.0.0.1");
    let said = "";
    socket.on("data", (bytes) => {
      said += String(bytes);
    });
    socket.on("error", () => undefined);
    const closed = new Promise<string>((resolve) => socket.once("close", () => resolve(said)));
    await new Promise((resolve) => socket.once("connect", resolve));
    return { write: (bytes: string) => socket.write(bytes), closed, said: () => said };
  };
  return { app, address, talk, answer: (word: string) => answer(word) };
}
const question = (path: string) => `GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`;

test("a request in flight is answered, its connection then closed, and the end waits for no other", async () => {
  const { app, address, talk, answer } = await listening();
  const idle = await talk();
  idle.write(question("/quick"));
  const busy = await talk();
  busy.write(question("/slow"));
  await wait(50);
  const began = performance.now();
  const ended = app.close();
  await idle.closed;
  expect(idle.said()).toContain("quick");
  await wait(100);
  answer("the answer");
  expect(await busy.closed).toMatch(/^HTTP\/1\.1 200 [\s\S]*connection: close[\s\S]*the answer$/);
  await ended;
  expect(performance.now() - began).toBeLessThan(drainMilliseconds);
  await expect(fetch(`${address}/quick`)).rejects.toThrow();
});

test("a request that comes in while it ends is refused by a sentence, with the headers of every answer", async () => {
  const { app, talk, answer } = await listening();
  const busy = await talk();
  busy.write(question("/slow"));
  const late = await talk();
  late.write("GET /quick HTTP/1.1\r\nhost: a\r\n");
  await wait(50);
  const ended = app.close();
  await wait(20);
  late.write("\r\n");
  const said = await late.closed;
  expect(said).toMatch(/^HTTP\/1\.1 503 [\s\S]*x-content-type-options: nosniff/);
  expect(JSON.parse(said.split("\r\n\r\n")[1] ?? "")).toMatchObject({ code: "stopping" });
  answer("done");
  await Promise.all([ended, busy.closed]);
});

test("a request that never ends is cut off after the time that is given", async () => {
  const { app, talk } = await listening();
  const busy = await talk();
  busy.write(question("/slow"));
  await wait(50);
  const began = performance.now();
  await app.close();
  expect(await busy.closed).toBe("");
  expect(performance.now() - began).toBeGreaterThanOrEqual(drainMilliseconds - 20);
});

/** Ways to an end of which everything is noted. */
function noted(finish: () => Promise<void>, limitMilliseconds = 1000) {
  const codes: number[] = [];
  const told: string[] = [];
  const tell = (...said: unknown[]) => told.push(String(said.at(-1)));
  const log = { error: tell, fatal: tell };
  return { codes, told, ...endings({ finish, log, exit: (code) => codes.push(code), limitMilliseconds }) };
}

test("a signal finishes and ends with 0, a second one ends with 1 at once", async () => {
  let done: () => void = () => undefined;
  const first = noted(() => new Promise((resolve) => (done = resolve)));
  first.onSignal();
  await wait(5);
  expect(first.codes).toEqual([]);
  first.onSignal();
  expect(first.codes).toEqual([1]);

  const second = noted(() => new Promise((resolve) => (done = resolve)));
  second.onSignal();
  done();
  await wait(5);
  expect([second.codes, second.told]).toEqual([[0], []]);
});

test("an end that goes wrong or takes too long is told and ends with 1", async () => {
  const wrong = noted(() => Promise.reject(new Error("odd")));
  wrong.onSignal();
  await wait(5);
  expect([wrong.codes, wrong.told]).toEqual([[1], ["the end went wrong"]]);
  const slow = noted(() => new Promise(() => undefined), 20);
  slow.onSignal();
  await wait(60);
  expect([slow.codes, slow.told]).toEqual([[1], ["the end took longer than 20 ms"]]);
});

test("an exception nobody caught is told and ends with 1 after what has begun; another meanwhile is told only", async () => {
  let done: () => void = () => undefined;
  const { codes, told, onException } = noted(() => new Promise((resolve) => (done = resolve)));
  onException(new Error("odd"));
  onException(new Error("odd again"));
  expect([codes, told.length]).toEqual([[], 2]);
  done();
  await wait(5);
  expect(codes).toEqual([1]);
});

test("a rejected promise that nobody waited for is told and ends nothing", async () => {
  const { codes, told, onRejection } = noted(() => Promise.resolve());
  onRejection(new Error("odd"));
  await wait(5);
  expect([codes, told]).toEqual([[], ["a promise was rejected that nobody waited for"]]);
});
