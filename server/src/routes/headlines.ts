import { HeadlineKinds, HeadlineLights, Headlines } from "../contract/headlines.ts";
import { HeadlineLightsQuery, HeadlinesQuery } from "../contract/questions.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readHeadlineKinds } from "../reads/headline-kinds.ts";
import { readHeadlineLights } from "../reads/headline-lights.ts";
import { readHeadlines } from "../reads/headlines.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

/** The headline targets of all places: which there are, one of them at a month, and its lights over all months */
export function headlineRoutes(app: Api, reads: Reads): void {
  app.get(
    "/api/headlines/kinds",
    {
      config: { isFigures: true },
      schema: {
        operationId: "getHeadlineKinds",
        summary: "Which headline targets can be asked for over all places",
        tags: ["places"],
        response: responses(HeadlineKinds),
      },
    },
    () => readHeadlineKinds(reads),
  );
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
  app.get(
    "/api/headlines/lights",
    {
      config: { isFigures: true },
      schema: {
        operationId: "getHeadlineLights",
        summary: "The lights of one headline target of all places, month by month",
        tags: ["places"],
        querystring: referring(HeadlineLightsQuery),
        response: responses(HeadlineLights),
      },
    },
    async ({ query }) => settled(await readHeadlineLights(reads, query)),
  );
}
