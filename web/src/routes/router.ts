import type { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { parseSearch, writeSearch } from "../lib/search.ts";
import { deskPages } from "./desk-pages.ts";
import { figurePages } from "./figure-pages.ts";
import { placesPage } from "./places-page.ts";
import { rootRoute, startRoute } from "./root.ts";

const routeTree = rootRoute.addChildren([startRoute, ...deskPages, placesPage, figurePages]);

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
