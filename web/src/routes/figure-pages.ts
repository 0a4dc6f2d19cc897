/** The addresses of the pages that are about a plan at a month, each with what it asks for before it is drawn. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appraisalQuery, quarterBy } from "../api/appraisal.ts";
import { departmentsQuery } from "../api/departments.ts";
import { differencesQuery } from "../api/differences.ts";
import { judgingQuery } from "../api/judging.ts";
import { changesQuery } from "../api/month-review.ts";
import { monthsQuery } from "../api/months.ts";
import { planQuery } from "../api/plans.ts";
import { progressQuery } from "../api/progress.ts";
import { reportingQuery } from "../api/reporting.ts";
import { subjectQuery } from "../api/subject.ts";
import { hasFirstSight } from "../lib/first-sight.ts";
import { OverviewPage } from "../pages/overview/overview-page.tsx";
import { askedRoute } from "./root.ts";

const overviewRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/overview",
  loaderDeps: ({ search: { plan, month, horizon, basis, asKnownOn } }) => ({ plan, month, horizon, basis, asKnownOn }),
  loader: ({ context, deps }) => {
    const { plan = "", month = "", horizon = "" } = deps;
    const fetched = context.queryClient.prefetchQuery(progressQuery({ ...deps, plan, month, horizon }));
    // Where the server wrote the month's sentence into the page, it stays until its figures are here too.
    return hasFirstSight() ? fetched : undefined;
  },
  // Not asked for by itself: the page that opens first would wait for one more answer of the line.
  component: OverviewPage,
});

const changesRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/changes",
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps: { plan = "", month = "", horizon = "", since, basis, asKnownOn } }) => {
    if (since) void context.queryClient.prefetchQuery(changesQuery({ plan, month, horizon, since, basis, asKnownOn }));
  },
  component: lazyRouteComponent(() => import("../pages/changes/changes-page.tsx"), "ChangesPage"),
});

const briefingRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/briefing",
  loaderDeps: ({ search: { plan } }) => ({ plan }),
  loader: ({ context, deps: { plan = "" } }) => void context.queryClient.prefetchQuery(monthsQuery(plan)),
  component: lazyRouteComponent(() => import("../pages/briefing/briefing-page.tsx"), "BriefingPage"),
});

const chainRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/chain",
  loaderDeps: ({ search: { plan, month, basis, asKnownOn, subject } }) => ({ plan, month, basis, asKnownOn, subject }),
  loader: ({ context, deps: { plan = "", month = "", subject, ...knowledge } }) => {
    void context.queryClient.prefetchQuery(planQuery(plan));
    if (subject) void context.queryClient.prefetchQuery(subjectQuery({ ...knowledge, plan, month, subject }));
  },
  component: lazyRouteComponent(() => import("../pages/chain/chain-page.tsx"), "ChainPage"),
});

const departmentsRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/departments",
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps: { plan = "", month = "", horizon = "", basis, asKnownOn, attribution } }) => {
    const asked = { plan, month, horizon, basis, asKnownOn, attribution };
    void context.queryClient.prefetchQuery(departmentsQuery(asked));
  },
  component: lazyRouteComponent(() => import("../pages/departments/departments-page.tsx"), "DepartmentsPage"),
});

const departmentRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/department",
  component: lazyRouteComponent(() => import("../pages/department/department-page.tsx"), "DepartmentPage"),
});

const compareDepartmentsRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/compare-departments",
  component: lazyRouteComponent(
    () => import("../pages/compare-departments/compare-departments-page.tsx"),
    "CompareDepartmentsPage",
  ),
});

const reportingRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/reporting",
  loaderDeps: ({ search: { plan, month } }) => ({ plan, month }),
  loader: ({ context, deps: { plan = "", month = "" } }) =>
    void context.queryClient.prefetchQuery(reportingQuery({ plan, month })),
  component: lazyRouteComponent(() => import("../pages/reporting/reporting-page.tsx"), "ReportingPage"),
});

const monthsRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/months",
  loaderDeps: ({ search: { plan } }) => ({ plan }),
  loader: ({ context, deps: { plan = "" } }) => void context.queryClient.prefetchQuery(monthsQuery(plan)),
  component: lazyRouteComponent(() => import("../pages/months/months-page.tsx"), "MonthsPage"),
});

const differencesRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/differences",
  loaderDeps: ({ search: { plan, month, asKnownOn } }) => ({ plan, month, asKnownOn }),
  loader: ({ context, deps: { plan = "", month = "", asKnownOn } }) =>
    void context.queryClient.prefetchQuery(differencesQuery({ plan, month, asKnownOn })),
  component: lazyRouteComponent(() => import("../pages/differences/differences-page.tsx"), "DifferencesPage"),
});

const historyImportRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/history-import",
  component: lazyRouteComponent(() => import("../pages/history-import/history-import-page.tsx"), "HistoryImportPage"),
});

const planRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/plan",
  loaderDeps: ({ search: { plan } }) => ({ plan }),
  loader: ({ context, deps: { plan = "" } }) => void context.queryClient.prefetchQuery(planQuery(plan)),
  component: lazyRouteComponent(() => import("../pages/plan/plan-page.tsx"), "PlanPage"),
});

const planEditingRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/plan-editing",
  component: lazyRouteComponent(() => import("../pages/plan-editing/plan-editing-page.tsx"), "PlanEditingPage"),
});

const judgingRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/judging",
  loaderDeps: ({ search: { plan } }) => ({ plan }),
  loader: ({ context, deps: { plan = "" } }) => void context.queryClient.prefetchQuery(judgingQuery(plan)),
  component: lazyRouteComponent(() => import("../pages/judging/judging-page.tsx"), "JudgingPage"),
});

const appraisalRoute = createRoute({
  getParentRoute: () => askedRoute,
  path: "/appraisal",
  loaderDeps: ({ search: { plan, month, basis, asKnownOn } }) => ({ plan, month, basis, asKnownOn }),
  loader: ({ context, deps: { plan = "", month = "", basis, asKnownOn } }) =>
    void context.queryClient.prefetchQuery(appraisalQuery({ plan, quarter: quarterBy(month), basis, asKnownOn })),
  component: lazyRouteComponent(() => import("../pages/appraisal/appraisal-page.tsx"), "AppraisalPage"),
});

/** All of them, below the route that completes their address. */
export const figurePages = askedRoute.addChildren([
  overviewRoute,
  changesRoute,
  briefingRoute,
  chainRoute,
  departmentsRoute,
  departmentRoute,
  compareDepartmentsRoute,
  reportingRoute,
  monthsRoute,
  differencesRoute,
  historyImportRoute,
  planRoute,
  planEditingRoute,
  judgingRoute,
  appraisalRoute,
]);
