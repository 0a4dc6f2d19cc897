import type { Keeper } from "../backups/keeper.ts";
import { Backups } from "../contract/backups.ts";
import { NoQuery } from "../contract/questions.ts";
import { referring } from "../plugins/named-schemas.ts";
import { readBackups } from "../reads/backups.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

/** How backups stand, for administrator and security officer */
export function backupsRoute(app: Api, reads: Reads, keeper: Pick<Keeper, "state"> | null): void {
  app.get(
    "/api/backups",
    {
      schema: {
        operationId: "getBackups",
        summary: "How backups stand, those that there are, and what drills found",
        tags: ["accounts"],
        querystring: referring(NoQuery),
        response: responses(Backups),
      },
    },
    async () => readBackups(reads, keeper?.state() ?? null),
  );
}
