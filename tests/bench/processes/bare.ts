/** A bare Fastify route that returns given bytes, and "not modified" to whoever names their tag: the most that Fastify can do. */
import fastify from "fastify";
import { answerQuestions } from "./conversation.ts";

const bodies = new Map<string, Buffer>();
const tag = 'W/"bare"';

const app = fastify();
app.get("/*", (request, reply) => {
  if (request.headers["if-none-match"] === tag) return reply.code(304).send();
  return reply
    .header("content-type", "application/json; charset=utf-8")
    .header("etag", tag)
    .send(bodies.get(request.url));
});
const address = await app.listen({ host: "127.0.0.1", port: 0 });

answerQuestions({
  door: () => ({ port: Number(new URL(address).port), headers: {} }),
  cpu: () => process.cpuUsage().user + process.cpuUsage().system,
  answers: (given) => {
    for (const [path, body] of Object.entries(given)) bodies.set(path, Buffer.from(body, "base64"));
  },
});
