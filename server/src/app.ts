/** The application as a function of its dependencies: what is installed, in which order. */
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import fastify from "fastify";
import * as assessment from "./contract/assessment.ts";
import * as common from "./contract/common.ts";
import * as departments from "./contract/departments.ts";
import * as headlines from "./contract/headlines.ts";
import * as health from "./contract/health.ts";
import * as plans from "./contract/plans.ts";
import * as progress from "./contract/progress.ts";
import * as reporting from "./contract/reporting.ts";
import * as subject from "./contract/subject.ts";
import type { Dependencies } from "./dependencies.ts";
import { registerDocument } from "./plugins/document.ts";
import { addNamedSchemas } from "./plugins/named-schemas.ts";
import { registerRefusals } from "./plugins/refusals.ts";
import { departmentsRoute } from "./routes/departments.ts";
import { documentRoute } from "./routes/document.ts";
import { headlinesRoute } from "./routes/headlines.ts";
import { healthRoute } from "./routes/health.ts";
import { planRoute } from "./routes/plan.ts";
import { plansRoute } from "./routes/plans.ts";
import { progressRoute } from "./routes/progress.ts";
import { reportingRoute } from "./routes/reporting.ts";
import { subjectRoute } from "./routes/subject.ts";
import { trendRoute } from "./routes/trend.ts";

const contract = [common, assessment, plans, progress, departments, subject, reporting, headlines, health];

const routes = [
  healthRoute,
  documentRoute,
  plansRoute,
  planRoute,
  progressRoute,
  departmentsRoute,
  subjectRoute,
  trendRoute,
  reportingRoute,
  headlinesRoute,
];

/** The application, ready to listen or to be injected into. */
export async function buildApp(dependencies: Dependencies) {
  const app = fastify({
    ajv: { customOptions: { removeAdditional: false, coerceTypes: "array", useDefaults: false } },
  }).withTypeProvider<TypeBoxTypeProvider>();
  registerRefusals(app);
  addNamedSchemas(app, contract);
  await registerDocument(app, dependencies.build, contract);
  for (const route of routes) route(app, dependencies);
  await app.ready();
  return app;
}
