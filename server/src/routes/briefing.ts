import { openDrafts } from "../briefing/drafts.ts";
import type { Workshop } from "../briefing/workshop.ts";
import { Briefing, BriefingQuery } from "../contract/briefing.ts";
import { PlanParams } from "../contract/questions.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readBriefing } from "../reads/briefing.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";
import { briefingFilesRoute } from "./briefing-files.ts";
import { briefingPaperRoutes } from "./briefing-paper.ts";
import { briefingsRoutes } from "./briefings.ts";
import { errataDocumentRoute } from "./errata-document.ts";

/** Briefings (通报材料): what one says of a month, its files, and those that were issued */
export function briefingRoutes(app: Api, reads: Reads, workshop: Workshop): void {
  briefingRoute(app, reads);
  briefingPaperRoutes(app, reads);
  briefingFilesRoute(app, openDrafts(reads, workshop));
  briefingsRoutes(app, reads, workshop);
  errataDocumentRoute(app, reads);
}

function briefingRoute(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan/briefing",
    {
      config: { isFigures: true },
      schema: {
        operationId: "getBriefing",
        summary: "All that a briefing prints of a month: of an edition, or of the figures as they stand",
        tags: ["plans"],
        params: referring(PlanParams),
        querystring: referring(BriefingQuery),
        response: responses(Briefing),
      },
    },
    async ({ params: { plan }, query }) => settled(await readBriefing(reads, plan, query)),
  );
}
