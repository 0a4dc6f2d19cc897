/** The addresses of the pages that are somebody's desk or one document: they say themselves what they are about. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { tasksQuery } from "../api/papers.ts";
import { reviewsQuery } from "../api/reviews.ts";
import { rootRoute } from "./root.ts";

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("../pages/sign-in/sign-in-page.tsx"), "SignInPage"),
});

const signInReturnRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in/return",
  component: lazyRouteComponent(() => import("../pages/sign-in/return-page.tsx"), "ReturnPage"),
});

const tasksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/tasks",
  loader: ({ context }) => void context.queryClient.prefetchQuery(tasksQuery),
  component: lazyRouteComponent(() => import("../pages/tasks/tasks-page.tsx"), "TasksPage"),
});

const paperRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/paper",
  component: lazyRouteComponent(() => import("../pages/paper/paper-page.tsx"), "PaperPage"),
});

const reviewsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/reviews",
  loader: ({ context }) => void context.queryClient.prefetchQuery(reviewsQuery),
  component: lazyRouteComponent(() => import("../pages/reviews/reviews-page.tsx"), "ReviewsPage"),
});

const submissionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/submission",
  component: lazyRouteComponent(() => import("../pages/submission/submission-page.tsx"), "SubmissionPage"),
});

const newsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/news",
  component: lazyRouteComponent(() => import("../pages/news/news-page.tsx"), "NewsPage"),
});

const wallRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/wall",
  component: lazyRouteComponent(() => import("../pages/wall/wall-page.tsx"), "WallPage"),
});

const lifeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/life",
  component: lazyRouteComponent(() => import("../pages/life/life-page.tsx"), "LifePage"),
});

const editionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/edition",
  component: lazyRouteComponent(() => import("../pages/edition/edition-page.tsx"), "EditionPage"),
});

const revisionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/revision",
  component: lazyRouteComponent(() => import("../pages/revision/revision-page.tsx"), "RevisionPage"),
});

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/audit",
  component: lazyRouteComponent(() => import("../pages/audit/audit-page.tsx"), "AuditPage"),
});

const anchorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/audit/anchor",
  component: lazyRouteComponent(() => import("../pages/audit/anchor-page.tsx"), "AnchorPage"),
});

const accountsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/accounts",
  component: lazyRouteComponent(() => import("../pages/accounts/accounts-page.tsx"), "AccountsPage"),
});

const securityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/security",
  component: lazyRouteComponent(() => import("../pages/security/security-page.tsx"), "SecurityPage"),
});

const backupsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/backups",
  component: lazyRouteComponent(() => import("../pages/backups/backups-page.tsx"), "BackupsPage"),
});

/** All of them. */
export const deskPages = [
  signInRoute,
  signInReturnRoute,
  tasksRoute,
  paperRoute,
  reviewsRoute,
  submissionRoute,
  lifeRoute,
  newsRoute,
  wallRoute,
  editionRoute,
  revisionRoute,
  auditRoute,
  anchorRoute,
  accountsRoute,
  securityRoute,
  backupsRoute,
] as const;
