import { reviseTargetOnce } from "../actions/revise-target.ts";
import { KeyHeaders } from "../contract/paper.ts";
import { NoQuery } from "../contract/questions.ts";
import {
  RevisionPreview,
  RevisionQuery,
  RevisionWriting,
  RevisionWritten,
  TargetParams,
  TargetRevisions,
} from "../contract/revisions.ts";
import { actorOf } from "../plugins/access.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import type { Reads } from "../reads/reads.ts";
import { previewRevision } from "../reads/revision-preview.ts";
import { readRevisions } from "../reads/revisions.ts";
import { type Api, responses } from "./api.ts";

const address = "/api/plans/:plan/targets/:target/revisions";
const tags = ["revisions"];
const place = { tags, params: referring(TargetParams) };

/** The values of a target through time, and giving it a new one (目标调整) */
export function revisionsRoutes(app: Api, reads: Reads): void {
  app.get(
    address,
    {
      schema: {
        operationId: "listTargetRevisions",
        summary: "Every value that a target was given, with who, why and by which document",
        ...place,
        querystring: referring(NoQuery),
        response: responses(TargetRevisions),
      },
    },
    async (request) => settled(await readRevisions(reads, request.params)),
  );

  app.get(
    `${address}/preview`,
    {
      schema: {
        operationId: "previewTargetRevision",
        summary: "Which lights of which months a new value would move, by the checks of the real thing",
        ...place,
        querystring: referring(RevisionQuery),
        response: responses(RevisionPreview),
      },
    },
    async (request) => settled(await previewRevision(reads, request.params, request.query)),
  );

  app.post(
    address,
    {
      schema: {
        operationId: "reviseTarget",
        summary: "Give a target a new value from a month on; the same idempotency key does it once",
        ...place,
        headers: KeyHeaders,
        body: referring(RevisionWriting),
        response: responses(RevisionWritten),
      },
    },
    async (request) => {
      const { params, body, headers } = request;
      const asked = { ...params, ...body, actor: actorOf(request), now: reads.instant() };
      return settled(await reviseTargetOnce(reads.store, { ...asked, key: headers["idempotency-key"] }));
    },
  );
}
