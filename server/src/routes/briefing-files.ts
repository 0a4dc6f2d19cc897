import { Type } from "typebox";
import { type Briefing, type BriefingFileKey, BriefingFileParams, BriefingQuery } from "../contract/briefing.ts";
import { briefingFiles } from "../exports/briefing/index.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readBriefingFigures } from "../reads/briefing.ts";
import type { Reads } from "../reads/reads.ts";
import type { Api } from "./api.ts";

const bytes = { 200: { content: { "application/octet-stream": { schema: Type.Unknown() } } } };

/** A file's name without its ending: 高平市_通报_2022-12_第1版, with 演示 where nobody may quote it. */
function fileName({ plan, month, edition, isDemonstration }: Briefing, kind: string): string {
  const parts = [
    plan.jurisdiction.name.zh,
    kind,
    month,
    edition === null ? "未定稿" : `第${edition.edition}版`,
    ...(isDemonstration ? ["演示"] : []),
  ];
  return parts.join("_").replaceAll(/[\\/:*?"<>|\s]+/g, "-");
}

/** The files of a briefing, one after another */
export function briefingFilesRoute(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan/briefing/files/:file",
    {
      config: { isFigures: true },
      schema: {
        operationId: "getBriefingFile",
        summary: "A file of a briefing: of an edition, or of the figures as they stand (未定稿)",
        tags: ["plans"],
        params: referring(BriefingFileParams),
        querystring: referring(BriefingQuery),
        response: bytes,
      },
    },
    async ({ params: { plan, file }, query }, reply) => {
      const figures = settled(await readBriefingFigures(reads, plan, query));
      const kind = briefingFiles[file satisfies BriefingFileKey];
      const name = encodeURIComponent(`${fileName(figures.briefing, kind.name)}.${kind.extension}`);
      const plain = `${plan}-${file}-${query.month}.${kind.extension}`;
      return reply
        .header("content-type", kind.mediaType)
        .header("content-disposition", `attachment; filename="${plain}"; filename*=UTF-8''${name}`)
        .send(Buffer.from(kind.make(figures)));
    },
  );
}
