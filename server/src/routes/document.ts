import { Type } from "typebox";
import type { Api } from "./api.ts";

/** The document of the API itself. */
export function documentRoute(app: Api): void {
  app.get(
    "/api/openapi.json",
    {
      schema: {
        operationId: "getDocument",
        summary: "This document",
        tags: ["product"],
        response: { 200: Type.Object({}, { additionalProperties: true, description: "An OpenAPI 3.1 document." }) },
      },
    },
    async () => app.swagger(), // made once: the generator keeps it
  );
}
