import { Type } from "typebox";
import { BriefingParams } from "../contract/briefings.ts";
import { NoQuery } from "../contract/questions.ts";
import { documentHeader } from "../exports/briefing/document.ts";
import { erratumDocument } from "../exports/briefing/erratum-document.ts";
import { briefingFiles } from "../exports/briefing/index.ts";
import { referring } from "../plugins/named-schemas.ts";
import { RefusedError, settled } from "../problems.ts";
import { readErrata } from "../reads/errata.ts";
import type { Reads } from "../reads/reads.ts";
import type { Api } from "./api.ts";

/** The notice of correction (更正通知) of an issued briefing as a Word document */
export function errataDocumentRoute(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan/briefings/:briefing/errata/document",
    {
      config: { carries: "export" },
      schema: {
        operationId: "getErrataDocument",
        summary: "The notice that corrects an issued briefing, as a Word document of today",
        ...{ tags: ["plans"], params: referring(BriefingParams), querystring: referring(NoQuery) },
        response: { 200: Type.Unknown() },
      },
    },
    async ({ params: { plan, briefing } }, reply) => {
      const { briefing: issued, notice, isDemonstration, today } = settled(await readErrata(reads, plan, briefing));
      if (notice === null) throw new RefusedError({ code: "briefing-still-right" });
      const { edition, hash, issuedAt } = issued;
      const header = documentHeader({ edition: { edition, hash, closedAt: issuedAt }, isDemonstration });
      const name = encodeURIComponent(`更正通知_${briefing}.docx`);
      return reply
        .header("content-disposition", `attachment; filename*=UTF-8''${name}`)
        .header("cache-control", "private, no-store")
        .type(briefingFiles.document.mediaType)
        .send(Buffer.from(erratumDocument(notice, header, today)));
    },
  );
}
