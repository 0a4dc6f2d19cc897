import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { chartPicture, placePicture } from "../briefing/chart-pictures.ts";
import type { Workshop } from "../briefing/workshop.ts";
import { ChartParams, ChartQuery, PlaceChartQuery } from "../contract/charts.ts";
import type { BriefingFile } from "../exports/briefing/files.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import type { Reads } from "../reads/reads.ts";
import type { Api } from "./api.ts";

const bytes = { 200: { content: { "application/octet-stream": { schema: Type.Unknown() } } } };

const send = (reply: FastifyReply, { name, mediaType, content }: BriefingFile) =>
  reply
    .header("content-type", mediaType)
    .header("content-disposition", `inline; filename="${name}"`)
    .send(Buffer.from(content.buffer, content.byteOffset, content.byteLength));

/** The charts as pictures by address, for a document that shows them */
export function chartsRoute(app: Api, reads: Reads, workshop: Workshop): void {
  app.get(
    "/api/plans/:plan/charts/:chart",
    {
      config: { isFigures: true, carries: "export" },
      schema: {
        operationId: "getChart",
        summary: "The picture of a chart as PNG or SVG, with what it says of itself",
        tags: ["plans"],
        params: referring(ChartParams),
        querystring: referring(ChartQuery),
        response: bytes,
      },
    },
    async ({ params, query }, reply) => send(reply, settled(await chartPicture(reads, workshop, params, query))),
  );
  app.get(
    "/api/headlines/charts/lights",
    {
      config: { isFigures: true, carries: "export" },
      schema: {
        operationId: "getPlaceChart",
        summary: "The picture of the lights of all places as PNG or SVG, with what it says of itself",
        tags: ["places"],
        querystring: referring(PlaceChartQuery),
        response: bytes,
      },
    },
    async ({ query }, reply) => send(reply, settled(await placePicture(reads, workshop, query))),
  );
}
