import { Type } from "typebox";
import { chartPicture } from "../briefing/chart-pictures.ts";
import type { Workshop } from "../briefing/workshop.ts";
import { ChartParams, ChartQuery } from "../contract/charts.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import type { Reads } from "../reads/reads.ts";
import type { Api } from "./api.ts";

const bytes = { 200: { content: { "application/octet-stream": { schema: Type.Unknown() } } } };

/** The charts as pictures by address, for a document that shows them */
export function chartsRoute(app: Api, reads: Reads, workshop: Workshop): void {
  app.get(
    "/api/plans/:plan/charts/:chart",
    {
      config: { isFigures: true },
      schema: {
        operationId: "getChart",
        summary: "The picture of a chart as PNG or SVG, with what it says of itself",
        tags: ["plans"],
        params: referring(ChartParams),
        querystring: referring(ChartQuery),
        response: bytes,
      },
    },
    async ({ params, query }, reply) => {
      const { name, mediaType, content } = settled(await chartPicture(reads, workshop, params, query));
      return reply
        .header("content-type", mediaType)
        .header("content-disposition", `inline; filename="${name}"`)
        .send(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
    },
  );
}
