import { referencePage } from "../reference/page.ts";
import { referenceStyle } from "../reference/style.ts";
import type { Api } from "./api.ts";

/** The reference page of the API for people, made from the document, and its style. */
export function referenceRoute(app: Api): void {
  const schema = { hide: true };
  let page = "";
  app.get("/api/reference", { schema }, async (_request, reply) => {
    page ||= referencePage(app.swagger(), "/api/reference.css");
    return reply.type("text/html; charset=utf-8").send(page);
  });
  app.get("/api/reference.css", { schema }, async (_request, reply) =>
    reply.type("text/css; charset=utf-8").header("cache-control", "no-cache").send(referenceStyle),
  );
}
