import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { departmentsQuery } from "./api/departments.ts";
import { differencesQuery } from "./api/differences.ts";
import { changesQuery } from "./api/month-review.ts";
import { monthsQuery } from "./api/months.ts";
import { tasksQuery } from "./api/papers.ts";
import { planQuery, plansQuery } from "./api/plans.ts";
import { progressQuery } from "./api/progress.ts";
import { reportingQuery } from "./api/reporting.ts";
import { reviewsQuery } from "./api/reviews.ts";
import { sessionQuery } from "./api/session.ts";
import { subjectQuery } from "./api/subject.ts";
import { AppShell } from "./components/app-shell.tsx";
import { BrokenPage, MissingPage } from "./components/whole-page-notes.tsx";
import { openingHorizon } from "./lib/horizons.ts";
import type { Question } from "./lib/question.ts";
import { parseSearch, readSearch, type Search, writeSearch } from "./lib/search.ts";
import { asksToSignIn } from "./lib/sign-in.ts";
import { languageOf, learn, speak } from "./words/languages.ts";

interface Context {
  readonly queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<Context>()({
  validateSearch: readSearch,
  search: {
    middlewares: [retainSearchParams(["plan", "month", "horizon", "basis", "asKnownOn", "attribution", "lang"])],
  },
  beforeLoad: async ({ search, location, preload }) => {
    const language = languageOf(search.lang);
    await learn(language, location.pathname === "/" || location.pathname === "/overview");
    // A link that is only looked at must not change the language of the page.
    if (!preload) await speak(language);
  },
  component: AppShell,
  errorComponent: BrokenPage,
  notFoundComponent: MissingPage,
});

/** The plan, month and horizon of an address, with what it leaves out filled from the plan's latest period. */
async function complete(queryClient: QueryClient, search: Search): Promise<Question | null> {
  if (search.plan && search.month && search.horizon) return null;
  const { plans } = await queryClient.ensureQueryData(plansQuery);
  // With an unknown plan the question is still made whole, so that the server's refusal is about the plan.
  const plan = plans.find(({ key }) => key === search.plan) ?? plans[0];
  const month = search.month ?? plan?.latestPeriod ?? "";
  const horizon = search.horizon ?? (plan ? openingHorizon(plan, month) : "");
  const filled = { ...search, plan: search.plan ?? plan?.key ?? "", month, horizon };
  return filled.plan && filled.month && filled.horizon ? filled : null;
}

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/overview", search: (search: Search) => search, replace: true });
  },
});

/** Every page that is about a plan at a month: its address is completed before it is shown. */
const askedRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "asked",
  beforeLoad: async ({ context, search, location }) => {
    const signIn = () =>
      redirect({ to: "/sign-in", search: { lang: search.lang, from: location.href }, replace: true });
    // Whoever could not be told who is there is told so by the page's own question.
    const session = await context.queryClient.ensureQueryData(sessionQuery).catch(() => null);
    if (session?.account === null && !session.powers.includes("read-figures")) throw signIn();
    const filled = await complete(context.queryClient, search).catch((error: unknown) => {
      throw asksToSignIn(error) ? signIn() : error;
    });
    if (filled) throw redirect({ to: location.pathname, search: filled, replace: true });
  },
});

const overviewRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/overview",
  loaderDeps: ({ search: { plan, month, horizon, basis, asKnownOn } }) => ({ plan, month, horizon, basis, asKnownOn }),
  loader: ({ context, deps }) => {
    const { plan = "", month = "", horizon = "" } = deps;
    void context.queryClient.prefetchQuery(progressQuery({ ...deps, plan, month, horizon }));
  },
  component: lazyRouteComponent(() => import("./pages/overview/overview-page.tsx"), "OverviewPage"),
});

const changesRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/changes",
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps: { plan = "", month = "", horizon = "", since, basis, asKnownOn } }) => {
    if (since) void context.queryClient.prefetchQuery(changesQuery({ plan, month, horizon, since, basis, asKnownOn }));
  },
  component: lazyRouteComponent(() => import("./pages/changes/changes-page.tsx"), "ChangesPage"),
});

const chainRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/chain",
  loaderDeps: ({ search: { plan, month, basis, asKnownOn, subject } }) => ({ plan, month, basis, asKnownOn, subject }),
  loader: ({ context, deps: { plan = "", month = "", subject, ...knowledge } }) => {
    void context.queryClient.prefetchQuery(planQuery(plan));
    if (subject) void context.queryClient.prefetchQuery(subjectQuery({ ...knowledge, plan, month, subject }));
  },
  component: lazyRouteComponent(() => import("./pages/chain/chain-page.tsx"), "ChainPage"),
});

const departmentsRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/departments",
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps: { plan = "", month = "", horizon = "", basis, asKnownOn, attribution } }) => {
    const asked = { plan, month, horizon, basis, asKnownOn, attribution };
    void context.queryClient.prefetchQuery(departmentsQuery(asked));
  },
  component: lazyRouteComponent(() => import("./pages/departments/departments-page.tsx"), "DepartmentsPage"),
});

const departmentRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/department",
  component: lazyRouteComponent(() => import("./pages/department/department-page.tsx"), "DepartmentPage"),
});

const reportingRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/reporting",
  loaderDeps: ({ search: { plan, month } }) => ({ plan, month }),
  loader: ({ context, deps: { plan = "", month = "" } }) =>
    void context.queryClient.prefetchQuery(reportingQuery({ plan, month })),
  component: lazyRouteComponent(() => import("./pages/reporting/reporting-page.tsx"), "ReportingPage"),
});

const monthsRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/months",
  loaderDeps: ({ search: { plan } }) => ({ plan }),
  loader: ({ context, deps: { plan = "" } }) => void context.queryClient.prefetchQuery(monthsQuery(plan)),
  component: lazyRouteComponent(() => import("./pages/months/months-page.tsx"), "MonthsPage"),
});

const editionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/edition",
  component: lazyRouteComponent(() => import("./pages/edition/edition-page.tsx"), "EditionPage"),
});

const differencesRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/differences",
  loaderDeps: ({ search: { plan, month, asKnownOn } }) => ({ plan, month, asKnownOn }),
  loader: ({ context, deps: { plan = "", month = "", asKnownOn } }) =>
    void context.queryClient.prefetchQuery(differencesQuery({ plan, month, asKnownOn })),
  component: lazyRouteComponent(() => import("./pages/differences/differences-page.tsx"), "DifferencesPage"),
});

const historyImportRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/history-import",
  component: lazyRouteComponent(() => import("./pages/history-import/history-import-page.tsx"), "HistoryImportPage"),
});

const planRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/plan",
  loaderDeps: ({ search: { plan } }) => ({ plan }),
  loader: ({ context, deps: { plan = "" } }) => void context.queryClient.prefetchQuery(planQuery(plan)),
  component: lazyRouteComponent(() => import("./pages/plan/plan-page.tsx"), "PlanPage"),
});

const planEditingRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/plan-editing",
  component: lazyRouteComponent(() => import("./pages/plan-editing/plan-editing-page.tsx"), "PlanEditingPage"),
});

const revisionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/revision",
  component: lazyRouteComponent(() => import("./pages/revision/revision-page.tsx"), "RevisionPage"),
});

const tasksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/tasks",
  loader: ({ context }) => void context.queryClient.prefetchQuery(tasksQuery),
  component: lazyRouteComponent(() => import("./pages/tasks/tasks-page.tsx"), "TasksPage"),
});

const paperRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/paper",
  component: lazyRouteComponent(() => import("./pages/paper/paper-page.tsx"), "PaperPage"),
});

const reviewsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/reviews",
  loader: ({ context }) => void context.queryClient.prefetchQuery(reviewsQuery),
  component: lazyRouteComponent(() => import("./pages/reviews/reviews-page.tsx"), "ReviewsPage"),
});

const submissionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/submission",
  component: lazyRouteComponent(() => import("./pages/submission/submission-page.tsx"), "SubmissionPage"),
});

const lifeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/life",
  component: lazyRouteComponent(() => import("./pages/life/life-page.tsx"), "LifePage"),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("./pages/sign-in/sign-in-page.tsx"), "SignInPage"),
});

const signInReturnRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in/return",
  component: lazyRouteComponent(() => import("./pages/sign-in/return-page.tsx"), "ReturnPage"),
});

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/audit",
  component: lazyRouteComponent(() => import("./pages/audit/audit-page.tsx"), "AuditPage"),
});

const anchorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/audit/anchor",
  component: lazyRouteComponent(() => import("./pages/audit/anchor-page.tsx"), "AnchorPage"),
});

const accountsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/accounts",
  component: lazyRouteComponent(() => import("./pages/accounts/accounts-page.tsx"), "AccountsPage"),
});

const securityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/security",
  component: lazyRouteComponent(() => import("./pages/security/security-page.tsx"), "SecurityPage"),
});

const routeTree = rootRoute.addChildren([
  startRoute,
  signInRoute,
  signInReturnRoute,
  auditRoute,
  anchorRoute,
  tasksRoute,
  paperRoute,
  revisionRoute,
  reviewsRoute,
  submissionRoute,
  lifeRoute,
  editionRoute,
  accountsRoute,
  securityRoute,
  askedRoute.addChildren([
    overviewRoute,
    changesRoute,
    chainRoute,
    departmentsRoute,
    departmentRoute,
    reportingRoute,
    monthsRoute,
    historyImportRoute,
    differencesRoute,
    planRoute,
    planEditingRoute,
  ]),
]);

/** The pages and their addresses. */
export const makeRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch: writeSearch,
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
  });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
