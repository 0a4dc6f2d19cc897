import { getRouteApi } from "@tanstack/react-router";
import type { Search } from "./search.ts";

/** A page's address with its three answers given: which plan, which horizon, which month. */
export type Question = Search & { readonly plan: string; readonly month: string; readonly horizon: string };

const askedRoute = getRouteApi("/asked");

/** What the page is asked, from its address. Only inside the pages below `asked`, whose address is completed first. */
export function useQuestion(): Question {
  const search: Search = askedRoute.useSearch();
  return { ...search, plan: search.plan ?? "", month: search.month ?? "", horizon: search.horizon ?? "" };
}
