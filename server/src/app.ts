/** The application as a function of its dependencies: what is installed, in which order. */
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import fastify, { LogController } from "fastify";
import { openWorkshop } from "./briefing/workshop.ts";
import * as accounts from "./contract/accounts.ts";
import * as appraisal from "./contract/appraisal.ts";
import * as assessment from "./contract/assessment.ts";
import * as audit from "./contract/audit.ts";
import * as backups from "./contract/backups.ts";
import * as briefing from "./contract/briefing.ts";
import * as briefingPaper from "./contract/briefing-paper.ts";
import * as briefings from "./contract/briefings.ts";
import * as changes from "./contract/changes.ts";
import * as charts from "./contract/charts.ts";
import * as common from "./contract/common.ts";
import * as comparison from "./contract/comparison.ts";
import * as departmentHistories from "./contract/department-histories.ts";
import * as departments from "./contract/departments.ts";
import * as differences from "./contract/differences.ts";
import * as headlines from "./contract/headlines.ts";
import * as health from "./contract/health.ts";
import * as historyImport from "./contract/history-import.ts";
import * as judging from "./contract/judging.ts";
import * as life from "./contract/life.ts";
import * as lights from "./contract/lights.ts";
import * as months from "./contract/months.ts";
import * as news from "./contract/news.ts";
import * as notes from "./contract/notes.ts";
import * as outlook from "./contract/outlook.ts";
import * as paper from "./contract/paper.ts";
import * as planEdits from "./contract/plan-edits.ts";
import * as plans from "./contract/plans.ts";
import * as progress from "./contract/progress.ts";
import * as reporting from "./contract/reporting.ts";
import * as reviews from "./contract/reviews.ts";
import * as revisions from "./contract/revisions.ts";
import * as running from "./contract/running.ts";
import * as session from "./contract/session.ts";
import * as shortfalls from "./contract/shortfalls.ts";
import * as steps from "./contract/steps.ts";
import * as subject from "./contract/subject.ts";
import * as tables from "./contract/tables.ts";
import * as wall from "./contract/wall.ts";
import * as workbook from "./contract/workbook.ts";
import type { Dependencies } from "./dependencies.ts";
import { isSecure, plainEntrance } from "./entrance.ts";
import { logOptions, requestIds } from "./logging.ts";
import { readersOfFigures, registerAccess } from "./plugins/access.ts";
import { registerMethods, registerUnknown } from "./plugins/addresses.ts";
import { buildSerializer, registerChecks } from "./plugins/compilers.ts";
import { registerDocument } from "./plugins/document.ts";
import { registerFigures } from "./plugins/figures.ts";
import { pageSender } from "./plugins/first-sight.ts";
import { addNamedSchemas } from "./plugins/named-schemas.ts";
import { registerNoQuestion } from "./plugins/no-question.ts";
import { registerPace } from "./plugins/pace.ts";
import { registerCompression, registerPages } from "./plugins/pages.ts";
import { registerRefusals, sendUnreadable } from "./plugins/refusals.ts";
import { registerRequestLog } from "./plugins/request-log.ts";
import { registerScanning } from "./plugins/scanning.ts";
import { registerSecurity, securityHeaders } from "./plugins/security.ts";
import { registerCookies } from "./plugins/sessions.ts";
import { registerSignInLimit } from "./plugins/sign-in-limit.ts";
import { registerStopping } from "./plugins/stopping.ts";
import { answerUnread } from "./plugins/unread-requests.ts";
import { openReads } from "./reads/reads.ts";
import { accountsRoutes } from "./routes/accounts.ts";
import { appraisalRoutes } from "./routes/appraisal.ts";
import { auditRoutes } from "./routes/audit.ts";
import { backupsRoute } from "./routes/backups.ts";
import { briefingRoutes } from "./routes/briefing.ts";
import { chartsRoute } from "./routes/charts.ts";
import { departmentsRoutes } from "./routes/departments.ts";
import { differencesRoutes } from "./routes/differences.ts";
import { documentRoute } from "./routes/document.ts";
import { evidenceRoutes } from "./routes/evidence.ts";
import { headlineRoutes } from "./routes/headlines.ts";
import { healthRoute } from "./routes/health.ts";
import { historyImportRoutes } from "./routes/history-import.ts";
import { judgingRoutes } from "./routes/judging.ts";
import { lifeRoute } from "./routes/life.ts";
import { monthReviewRoutes } from "./routes/month-review.ts";
import { monthRoutes } from "./routes/months.ts";
import { notesRoutes } from "./routes/notes.ts";
import { papersRoutes } from "./routes/papers.ts";
import { planRoute } from "./routes/plan.ts";
import { planEditsRoutes } from "./routes/plan-edits.ts";
import { plansRoute } from "./routes/plans.ts";
import { progressRoute } from "./routes/progress.ts";
import { referenceRoute } from "./routes/reference.ts";
import { reportingRoute } from "./routes/reporting.ts";
import { reviewRoutes } from "./routes/reviews.ts";
import { revisionsRoutes } from "./routes/revisions.ts";
import { runningRoutes } from "./routes/running.ts";
import { securityRoutes } from "./routes/security.ts";
import { sessionRoutes } from "./routes/session.ts";
import { signInRoutes } from "./routes/sign-in.ts";
import { singleSignOnRoutes } from "./routes/single-sign-on.ts";
import { subjectRoutes } from "./routes/subject.ts";
import { tablesRoute } from "./routes/tables.ts";
import { trendRoute } from "./routes/trend.ts";
import { wallRoute } from "./routes/wall.ts";
import { workbookRoutes } from "./routes/workbook.ts";

const contract = [
  common,
  assessment,
  plans,
  progress,
  departments,
  departmentHistories,
  subject,
  steps,
  comparison,
  reporting,
  headlines,
  health,
  running,
  session,
  audit,
  paper,
  reviews,
  life,
  months,
  wall,
  workbook,
  historyImport,
  accounts,
  revisions,
  differences,
  planEdits,
  judging,
  appraisal,
  changes,
  lights,
  shortfalls,
  outlook,
  tables,
  charts,
  notes,
  news,
  briefing,
  briefings,
  briefingPaper,
  backups,
];

const routes = [
  healthRoute,
  documentRoute,
  referenceRoute,
  plansRoute,
  planRoute,
  progressRoute,
  monthReviewRoutes,
  tablesRoute,
  departmentsRoutes,
  subjectRoutes,
  trendRoute,
  wallRoute,
  reportingRoute,
  differencesRoutes,
  headlineRoutes,
  sessionRoutes,
  auditRoutes,
  papersRoutes,
  evidenceRoutes,
  reviewRoutes,
  lifeRoute,
  monthRoutes,
  workbookRoutes,
  historyImportRoutes,
  signInRoutes,
  singleSignOnRoutes,
  accountsRoutes,
  securityRoutes,
  revisionsRoutes,
  planEditsRoutes,
  notesRoutes,
  judgingRoutes,
  appraisalRoutes,
];

/** How long an open request may hold up the end of the process. */
const drainMilliseconds = 10_000;

/** The application, ready to listen or to be injected into. */
export async function buildApp(dependencies: Dependencies) {
  const { entrance = plainEntrance } = dependencies;
  const headers = await securityHeaders(isSecure(entrance));
  const app = fastify({
    logger: dependencies.isLogged && logOptions(dependencies.kind, dependencies.writeLog),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    genReqId: requestIds(),
    schemaController: { compilersFactory: { buildSerializer } },
    frameworkErrors: (_error, request, reply) => sendUnreadable(request, reply.headers(headers)),
    clientErrorHandler: answerUnread(headers),
    trustProxy: entrance.trustedProxies.length === 0 ? false : [...entrance.trustedProxies],
    forceCloseConnections: "idle",
    return503OnClosing: false,
    requestTimeout: drainMilliseconds,
    bodyLimit: 1024 * 1024,
  }).withTypeProvider<TypeBoxTypeProvider>();
  registerChecks(app);
  const reads = openReads(dependencies);
  registerRequestLog(app);
  registerStopping(app, headers, drainMilliseconds);
  await registerCookies(app);
  registerSignInLimit(app, dependencies, headers);
  registerAccess(app, dependencies, headers);
  registerFigures(app, reads.state, headers);
  registerPace(app, dependencies, headers);
  registerScanning(app, dependencies);
  registerSecurity(app, headers);
  registerRefusals(app, headers);
  await registerCompression(app);
  addNamedSchemas(app, contract);
  await registerDocument(app, dependencies.build, contract);
  const methods = registerMethods(app);
  registerNoQuestion(app);
  const workshop =
    dependencies.workshop ?? openWorkshop((fault) => app.log.error({ err: fault }, "files were not made"));
  if (dependencies.workshop === undefined) app.addHook("onClose", () => workshop.close());
  runningRoutes(app, reads, workshop);
  for (const route of routes) route(app, reads);
  chartsRoute(app, reads, workshop);
  briefingRoutes(app, reads, workshop);
  backupsRoute(app, reads, dependencies.backups ?? null);
  methods.close();
  const { webRoot } = dependencies;
  if (webRoot !== null) await registerPages(app, webRoot);
  registerUnknown(app, webRoot === null ? null : pageSender(app, webRoot, readersOfFigures(dependencies)));
  await app.ready();
  return app;
}
