import { Life, LifeParams, LifeQuery } from "../contract/life.ts";
import { actorIfAny } from "../plugins/access.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readLife } from "../reads/life.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

/** The life of a figure: who entered, returned, accepted and corrected it */
export function lifeRoute(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan/measures/:measure/life",
    {
      schema: {
        operationId: "getLife",
        summary: "The life of a figure: who entered, returned, accepted and corrected it",
        tags: ["plans"],
        params: referring(LifeParams),
        querystring: referring(LifeQuery),
        response: responses(Life),
      },
    },
    async (request) => settled(await readLife(reads, request.params, request.query, actorIfAny(request))),
  );
}
