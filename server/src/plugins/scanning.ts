/** Has the office's scanner look at every file that is sent in, before the route sees it; what it cannot clear is not taken. */
import type { FastifyInstance } from "fastify";
import type { Dependencies } from "../dependencies.ts";
import { RefusedError } from "../problems.ts";

/** Installs the scanner, where there is one. Call before the routes. */
export function registerScanning(app: FastifyInstance, { scan = null }: Dependencies): void {
  if (scan === null) return;
  app.addHook("preHandler", async (request) => {
    if (request.routeOptions.config.carries !== "upload" || !Buffer.isBuffer(request.body)) return;
    const scanned = await scan(request.body);
    if (scanned === "infected") throw new RefusedError({ code: "file-infected" });
    if (scanned === "unknown") {
      request.log.error("the scanner of SCAN_COMMAND gave no answer");
      throw new RefusedError({ code: "scanner-silent" });
    }
  });
}
