/** The address of the page about all places, which is about no plan of its own. */
import type { QueryClient } from "@tanstack/react-query";
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { headlineKindsQuery } from "../api/places.ts";
import { plansQuery } from "../api/plans.ts";
import { kindKey, openingKind } from "../lib/headline-kinds.ts";
import type { Search } from "../lib/search.ts";
import { forReaders, rootRoute } from "./root.ts";

/** The month and the target that an address leaves out: the latest period of any plan, and what most places have. */
async function complete(queryClient: QueryClient, search: Search): Promise<Search | null> {
  if (search.month && search.indicator) return null;
  const [{ plans }, { kinds }] = await Promise.all([
    queryClient.ensureQueryData(plansQuery),
    queryClient.ensureQueryData(headlineKindsQuery),
  ]);
  const month =
    search.month ??
    plans
      .map(({ latestPeriod }) => latestPeriod)
      .sort()
      .at(-1) ??
    "";
  const kind = openingKind(kinds, month);
  if (month === "" || kind === undefined) return null;
  return { ...search, month, indicator: search.indicator ?? kindKey(kind) };
}

/** 各地对照. */
export const placesPage = createRoute({
  getParentRoute: () => rootRoute,
  path: "/places",
  beforeLoad: async ({ context, search, location }) => {
    const { queryClient } = context;
    const filled = await forReaders(queryClient, search, location.href, () => complete(queryClient, search));
    if (filled) throw redirect({ to: "/places", search: filled, replace: true });
  },
  component: lazyRouteComponent(() => import("../pages/places/places-page.tsx"), "PlacesPage"),
});
