import { PlanParams, WallQuery } from "../contract/questions.ts";
import { Wall } from "../contract/wall.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import type { Reads } from "../reads/reads.ts";
import { readWall } from "../reads/wall.ts";
import { type Api, responses } from "./api.ts";

/** What a wall shows of a plan */
export function wallRoute(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan/wall",
    {
      config: { isFigures: true },
      schema: {
        operationId: "getWall",
        summary: "What a wall shows of a plan; without signing in where the security officer has opened it",
        tags: ["plans"],
        params: referring(PlanParams),
        querystring: referring(WallQuery),
        response: responses(Wall),
      },
    },
    async ({ params: { plan }, query }) => settled(await readWall(reads, plan, query)),
  );
}
