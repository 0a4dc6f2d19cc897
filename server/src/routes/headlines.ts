import { Headlines } from "../contract/headlines.ts";
import { HeadlinesQuery } from "../contract/questions.ts";
import { referring } from "../plugins/named-schemas.ts";
import { refuse, settled } from "../problems.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

/** One headline target of all places at a month */
export function headlinesRoute(app: Api, _reads: Reads): void {
  app.get(
    "/api/headlines",
    {
      schema: {
        operationId: "getHeadlines",
        summary: "One headline target of all places at a month",
        tags: ["places"],
        querystring: referring(HeadlinesQuery),
        response: responses(Headlines),
      },
    },
    async () => settled<never>(refuse({ code: "internal" })),
  );
}
