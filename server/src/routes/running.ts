import { Type } from "typebox";
import type { Workshop } from "../briefing/workshop.ts";
import { NoQuery } from "../contract/questions.ts";
import { Ready } from "../contract/running.ts";
import { gauge, gaugeLines, loopDelay, processGauges, requestDurations } from "../metrics.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import type { Reads } from "../reads/reads.ts";
import { readGauges, readReady } from "../reads/running.ts";
import { type Api, responses } from "./api.ts";

const tags = ["product"];

/** Whether requests can be served, and the numbers of the running product; call before other routes, whose answers it counts. */
export function runningRoutes(app: Api, reads: Reads, workshop: Pick<Workshop, "orders">): void {
  const durations = requestDurations();
  const delay = loopDelay();
  app.addHook("onClose", async () => delay.stop());
  app.addHook("onResponse", async ({ method, routeOptions }, reply) =>
    durations.note(method, routeOptions.url ?? "", reply.statusCode, reply.elapsedTime / 1000),
  );

  app.get(
    "/api/ready",
    {
      schema: {
        operationId: "getReady",
        summary: "Whether requests can be served: the store answers, its disk has room, its latest write was kept",
        tags,
        querystring: referring(NoQuery),
        response: responses(Ready),
      },
    },
    async (_request, reply) => {
      reply.header("cache-control", "no-store");
      return settled(await readReady(reads));
    },
  );

  app.get(
    "/api/metrics",
    {
      schema: {
        operationId: "getMetrics",
        summary: "Numbers about the running product as Prometheus reads them, by the token of METRICS_TOKEN_FILE",
        tags,
        querystring: referring(NoQuery),
        response: { ...responses(Ready), 200: { content: { "text/plain": { schema: Type.String() } } } },
      },
    },
    async (_request, reply) => {
      const gauges = [
        ...(await readGauges(reads)),
        gauge(
          "beizeng_workshop_orders",
          "Orders of files of briefings and pictures that wait or are made.",
          workshop.orders(),
        ),
        delay.gauge(),
        ...processGauges(),
      ];
      const lines = [...gauges.flatMap(gaugeLines), ...durations.lines()];
      return reply
        .type("text/plain; version=0.0.4; charset=utf-8")
        .header("cache-control", "no-store")
        .send(`${lines.join("\n")}\n`);
    },
  );
}
