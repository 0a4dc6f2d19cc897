import { Health } from "../contract/health.ts";
import { NoQuery } from "../contract/questions.ts";
import { referring } from "../plugins/named-schemas.ts";
import { readHealth } from "../reads/health.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

/** That the product answers, its build and its ledger's revision */
export function healthRoute(app: Api, reads: Reads): void {
  app.get(
    "/api/health",
    {
      schema: {
        operationId: "getHealth",
        summary: "That the product answers, its build and its ledger's revision",
        tags: ["product"],
        querystring: referring(NoQuery),
        response: responses(Health),
      },
    },
    async () => readHealth(reads),
  );
}
