/** `plain.ts <file>`: node:http, prepared statements and JSON.stringify over the same tables, without any framework or cache. */
import { createServer } from "node:http";
import Database from "better-sqlite3";
import { monthAt, monthCount } from "../generator/figures.ts";
import { departments, headlines, progress, readPlan, trend } from "../plain/answers.ts";
import { prepareStatements } from "../plain/statements.ts";
import { answerQuestions } from "./conversation.ts";

const [file = ""] = process.argv.slice(2);
const database = new Database(file, { readonly: true });
database.pragma("cache_size = -32768");
const statements = prepareStatements(database);
const months = Array.from({ length: monthCount }, (_, place) => monthAt(place + 1));

function answer(address: string): string {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  const asked = (name: string) => searchParams.get(name) ?? "";
  const [, , , plan = "", question] = pathname.split("/");
  switch (question) {
    case "progress":
      return progress(statements, plan, asked("month"), asked("horizon"));
    case "departments":
      return departments(statements, plan, asked("month"), asked("horizon"));
    case "trend": {
      const within = months.filter((month) => month >= asked("from") && month <= asked("to"));
      return trend(statements, plan, within, asked("horizon"), asked("indicator"));
    }
    default:
      return headlines(statements, {
        ...{
          indicator: asked("indicator"),
          reading: asked("reading"),
          horizon: asked("horizon"),
          month: asked("month"),
        },
      });
  }
}

const server = createServer((request, response) => {
  const body = answer(request.url ?? "/");
  response.writeHead(200, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

/** The statements of a question alone. */
function runStatements(address: string): void {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  const [, , , plan, question] = pathname.split("/");
  const month = searchParams.get("month") ?? searchParams.get("to") ?? "";
  if (plan === undefined) {
    statements.headlineBase.all(Object.fromEntries(searchParams));
    return;
  }
  const { id } = readPlan(statements, plan, month).plan;
  if (question !== "departments") return;
  statements.submissions.all(id, month);
  statements.moves.all(id, month);
}

answerQuestions({
  door: () => {
    const address = server.address();
    return { port: typeof address === "object" && address !== null ? address.port : 0, headers: {} };
  },
  cpu: () => process.cpuUsage().user + process.cpuUsage().system,
  statements: (path, count) =>
    Array.from({ length: count }, () => {
      const began = performance.now();
      runStatements(path);
      return performance.now() - began;
    }),
});
