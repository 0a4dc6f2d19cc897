import { Type } from "typebox";
import type { openDrafts } from "../briefing/drafts.ts";
import { BriefingFileParams, BriefingQuery } from "../contract/briefing.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import type { Api } from "./api.ts";

const bytes = { 200: { content: { "application/octet-stream": { schema: Type.Unknown() } } } };

/** The files of a briefing, one after another or all in one */
export function briefingFilesRoute(app: Api, draftOf: ReturnType<typeof openDrafts>): void {
  app.get(
    "/api/plans/:plan/briefing/files/:file",
    {
      config: { carries: "export" },
      schema: {
        operationId: "getBriefingFile",
        summary: "A file of a briefing, or all in one: of an edition, or of the figures as they stand (未定稿)",
        tags: ["plans"],
        params: referring(BriefingFileParams),
        querystring: referring(BriefingQuery),
        response: bytes,
      },
    },
    async ({ params: { plan, file }, query }, reply) => {
      const { name, mediaType, content } = settled(await draftOf(plan, file, query));
      const plain = `${plan}-${file}-${query.month}${name.slice(name.lastIndexOf("."))}`;
      return reply
        .header("content-type", mediaType)
        .header("content-disposition", `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header("cache-control", "private, no-store")
        .send(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
    },
  );
}
