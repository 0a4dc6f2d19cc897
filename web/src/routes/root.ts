import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, redirect, retainSearchParams } from "@tanstack/react-router";
import { plansQuery } from "../api/plans.ts";
import { sessionQuery } from "../api/session.ts";
import { PageFrame } from "../components/page-frame.tsx";
import { BrokenPage, MissingPage } from "../components/whole-page-notes.tsx";
import { openingHorizon } from "../lib/horizons.ts";
import type { Question } from "../lib/question.ts";
import { readSearch, type Search } from "../lib/search.ts";
import { asksToSignIn } from "../lib/sign-in.ts";
import { languageOf } from "../words/language.ts";
import { learn, learnWall, speak } from "../words/languages.ts";

/** What the routes are given. */
export interface Context {
  readonly queryClient: QueryClient;
}

/** The frame of every page. */
export const rootRoute = createRootRouteWithContext<Context>()({
  validateSearch: readSearch,
  search: {
    middlewares: [retainSearchParams(["plan", "month", "horizon", "basis", "asKnownOn", "attribution", "lang"])],
  },
  beforeLoad: async ({ search, location, preload }) => {
    const language = languageOf(search.lang);
    await learn(language, ["/", "/overview", "/wall"].includes(location.pathname));
    if (location.pathname === "/wall") await learnWall(language);
    // A link that is only looked at must not change the language of the page.
    if (!preload) speak(language);
  },
  component: PageFrame,
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

/** The bare address leads to the month. */
export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/overview", search: (search: Search) => search, replace: true });
  },
});

/** Completes the address of a page of figures, or leads whoever must sign in first to where that is done. */
export async function forReaders<Filled>(
  queryClient: QueryClient,
  { lang }: Search,
  href: string,
  completed: () => Promise<Filled>,
): Promise<Filled> {
  const signIn = () => redirect({ to: "/sign-in", search: { lang, from: href }, replace: true });
  // Whoever could not be told who is there is told so by the page's own question.
  const session = await queryClient.ensureQueryData(sessionQuery).catch(() => null);
  if (session?.account === null && !session.powers.includes("read-figures")) throw signIn();
  return completed().catch((error: unknown) => {
    throw asksToSignIn(error) ? signIn() : error;
  });
}

/** Every page that is about a plan at a month: its address is completed before it is shown. */
export const askedRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "asked",
  beforeLoad: async ({ context, search, location }) => {
    const { queryClient } = context;
    const filled = await forReaders(queryClient, search, location.href, () => complete(queryClient, search));
    if (filled) throw redirect({ to: location.pathname, search: filled, hash: location.hash, replace: true });
  },
});
