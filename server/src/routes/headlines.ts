import { Headlines } from "../contract/headlines.ts";
import { HeadlinesQuery } from "../contract/questions.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readHeadlines } from "../reads/headlines.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

/** One headline target of all places at a month */
export function headlinesRoute(app: Api, reads: Reads): void {
  app.get(
    "/api/headlines",
    {
      config: { isFigures: true },
      schema: {
        operationId: "getHeadlines",
        summary: "One headline target of all places at a month",
        tags: ["places"],
        querystring: referring(HeadlinesQuery),
        response: responses(Headlines),
      },
    },
    async ({ query }, reply) => {
      const ready = settled(await readHeadlines(reads, query));
      // The rows are kept as they are sent: what goes out is the promised answer already, in bytes.
      return reply.type("application/json; charset=utf-8").send(ready as never);
    },
  );
}
