import { Health } from "../contract/health.ts";
import { NoQuery } from "../contract/questions.ts";
import type { Dependencies } from "../dependencies.ts";
import { referring } from "../plugins/named-schemas.ts";
import { refuse, settled } from "../problems.ts";
import { type Api, responses } from "./api.ts";

/** That the product answers, its build and its ledger's revision */
export function healthRoute(app: Api, _dependencies: Dependencies): void {
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
    async () => settled<never>(refuse({ code: "internal" })),
  );
}
