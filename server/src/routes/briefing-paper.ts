import { paperOf } from "../briefing/paper.ts";
import { BriefingQuery } from "../contract/briefing.ts";
import { BriefingPaper, SkeletonTrial } from "../contract/briefing-paper.ts";
import { PlanParams } from "../contract/questions.ts";
import { builtSections, type Skeleton, skeletonFault } from "../domain/briefing-skeleton.ts";
import { documentPaper } from "../exports/briefing/document.ts";
import { referring } from "../plugins/named-schemas.ts";
import { type Answer, give, refuse, settled } from "../problems.ts";
import { readBriefing } from "../reads/briefing.ts";
import { readSkeleton } from "../reads/briefings.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

async function paper(
  reads: Reads,
  plan: string,
  query: BriefingQuery,
  skeleton: Skeleton,
): Promise<Answer<Omit<BriefingPaper, "skeleton">>> {
  const fault = skeletonFault(skeleton);
  if (fault !== null) return refuse({ code: "skeleton-refused", field: "sections", allowed: fault });
  const briefing = await readBriefing(reads, plan, query);
  if (!briefing.ok) return briefing;
  const sections = builtSections(skeleton, briefing.value.sections);
  return give(paperOf(documentPaper(briefing.value, { sections, annexes: skeleton.annexes, issue: null })));
}

/** The 通报 as its Word document prints it, by the skeleton that holds or by one that is tried */
export function briefingPaperRoutes(app: Api, reads: Reads): void {
  const asked = { params: referring(PlanParams), querystring: referring(BriefingQuery) };
  app.get(
    "/api/plans/:plan/briefing/paper",
    {
      schema: {
        operationId: "getBriefingPaper",
        summary: "The briefing as its Word document prints it",
        ...{ tags: ["plans"], ...asked, response: responses(BriefingPaper) },
      },
    },
    async ({ params: { plan }, query }) => {
      const skeleton = settled(await readSkeleton(reads, plan));
      return { ...settled(await paper(reads, plan, query, skeleton)), skeleton: skeleton.version };
    },
  );
  app.post(
    "/api/plans/:plan/briefing/paper",
    {
      schema: {
        operationId: "tryBriefingSkeleton",
        summary: "The briefing as its Word document would print it by another skeleton, nothing being written",
        ...{ tags: ["plans"], ...asked, body: referring(SkeletonTrial), response: responses(BriefingPaper) },
      },
    },
    async ({ params: { plan }, query, body }) => {
      const { version } = settled(await readSkeleton(reads, plan));
      return { ...settled(await paper(reads, plan, query, body)), skeleton: version };
    },
  );
}
