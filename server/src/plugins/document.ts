/** The document of the API, made from the routes: `app.swagger()`. */
import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { documentedSchemas } from "./named-schemas.ts";

const description = `Progress of 市场主体倍增 plans against their targets. Months are written YYYY-MM. Every figure is given as a
number for drawing and as a text for showing; every judgement explains itself in Chinese and English. Refusals are
{ code, message, field }; the message follows Accept-Language, Chinese first.`;

/** Registers the generator; call before the routes. `contract` are the modules whose named schemas it shows. */
export async function registerDocument(
  app: FastifyInstance,
  version: string,
  contract: readonly Record<string, unknown>[],
): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "倍增台账 API", version, description: description.replaceAll("\n", " ") },
      tags: [
        { name: "plans", description: "Plans, their targets and how far they have come" },
        { name: "places", description: "One headline over all places" },
        { name: "session", description: "Who is signed in" },
        { name: "audit", description: "Who did what and when, and what was refused" },
        { name: "accounts", description: "Who may sign in, as what, and how" },
        { name: "product", description: "The product itself" },
      ],
    },
    convertConstToEnum: false,
    refResolver: { buildLocalReference: (schema, _base, _fragment, index) => String(schema.$id ?? `schema-${index}`) },
    transformObject: (made) => {
      if (!("openapiObject" in made)) return made.swaggerObject;
      // The generator's types ask for typed schemas where ours are read from the contract as they stand.
      return Object({ ...made.openapiObject, components: { schemas: documentedSchemas(contract) } });
    },
  });
}
