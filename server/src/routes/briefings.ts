import { Type } from "typebox";
import { setSkeleton } from "../actions/set-skeleton.ts";
import { issuedPack } from "../briefing/issued-pack.ts";
import { issue } from "../briefing/issuing.ts";
import type { Workshop } from "../briefing/workshop.ts";
import { briefingFileKeys } from "../contract/briefing.ts";
import {
  BriefingIssuing,
  BriefingNumbered,
  BriefingParams,
  BriefingSkeleton,
  Briefings,
  Errata,
  IssuedFileParams,
  SkeletonSet,
  SkeletonSetting,
} from "../contract/briefings.ts";
import { KeyHeaders } from "../contract/paper.ts";
import { NoQuery, PlanParams } from "../contract/questions.ts";
import { packName } from "../exports/briefing/pack.ts";
import { actorOf } from "../plugins/access.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readBriefingFile, readBriefings, readSkeleton } from "../reads/briefings.ts";
import { readErrata } from "../reads/errata.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

const tags = ["plans"];
const querystring = referring(NoQuery);

/** Issued briefings (通报材料), their files, what they now say otherwise, and how they are built */
export function briefingsRoutes(app: Api, reads: Reads, workshop: Workshop): void {
  app.get(
    "/api/plans/:plan/briefings",
    {
      schema: {
        operationId: "getBriefings",
        summary: "The briefings that a plan has issued, newest first",
        ...{ tags, params: referring(PlanParams), querystring, response: responses(Briefings) },
      },
    },
    async ({ params: { plan } }) => settled(await readBriefings(reads, plan)),
  );
  app.post(
    "/api/plans/:plan/briefings",
    {
      schema: {
        operationId: "issueBriefing",
        summary: "Issue a briefing of an edition: numbered, its files kept as they are",
        ...{ tags, params: referring(PlanParams), querystring, headers: KeyHeaders },
        ...{ body: referring(BriefingIssuing), response: responses(BriefingNumbered) },
      },
    },
    async (request) => {
      const key = request.headers["idempotency-key"];
      const { plan } = request.params;
      return settled(
        await issue(
          reads,
          (content) => workshop.make({ kind: "make", files: briefingFileKeys, isPacked: false, content }),
          { ...request.body, actor: actorOf(request), plan, key },
        ),
      );
    },
  );
  app.get(
    "/api/plans/:plan/briefings/:briefing/files/:filename",
    {
      config: { carries: "export" },
      schema: {
        operationId: "getIssuedFile",
        summary: "A file of an issued briefing, byte for byte as it went out; 材料包.zip is all of them in one",
        ...{ tags, params: referring(IssuedFileParams), querystring, response: { 200: Type.Unknown() } },
      },
    },
    async (request, reply) => {
      const { filename } = request.params;
      const file = settled(
        filename === packName
          ? await issuedPack(reads, workshop, request.params)
          : await readBriefingFile(reads, request.params),
      );
      return reply
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .header("cache-control", "private, no-store")
        .type(file.mediaType)
        .send(Buffer.from(file.content));
    },
  );
  app.get(
    "/api/plans/:plan/briefings/:briefing/errata",
    {
      schema: {
        operationId: "getErrata",
        summary: "What an issued briefing now says otherwise than the figures do, and by what",
        ...{ tags, params: referring(BriefingParams), querystring, response: responses(Errata) },
      },
    },
    async ({ params: { plan, briefing } }) => settled(await readErrata(reads, plan, briefing)),
  );
  app.get(
    "/api/plans/:plan/briefing-skeleton",
    {
      schema: {
        operationId: "getBriefingSkeleton",
        summary: "How a plan's briefings are built: sections, their order, text of one's own, annexes",
        ...{ tags, params: referring(PlanParams), querystring, response: responses(BriefingSkeleton) },
      },
    },
    async ({ params: { plan } }) => settled(await readSkeleton(reads, plan)),
  );
  app.put(
    "/api/plans/:plan/briefing-skeleton",
    {
      schema: {
        operationId: "setBriefingSkeleton",
        summary: "Set how a plan's briefings are built; what was before is kept",
        ...{ tags, params: referring(PlanParams), querystring, headers: KeyHeaders },
        ...{ body: referring(SkeletonSetting), response: responses(SkeletonSet) },
      },
    },
    async (request) => {
      const { seen, ...skeleton } = request.body;
      const key = request.headers["idempotency-key"];
      const who = { actor: actorOf(request), now: reads.instant(), plan: request.params.plan, key };
      return settled(await setSkeleton(reads.store, { ...who, seen, skeleton }));
    },
  );
}
