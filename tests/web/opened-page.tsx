import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { configure, render } from "@testing-library/react";
import { vi } from "vitest";
import { makeQueryClient } from "../../web/src/api/query-client.ts";
import { makeRouter } from "../../web/src/routes/router.ts";
import { planSummaryOf } from "./plan-samples.ts";

/** 高平's plan with the two horizons of the pages about units. */
export const plan = planSummaryOf(["2022-12", "2025-12"]);
/** What every answer of the sample says of itself. */
export const quotation = {
  month: "2022-09",
  basis: "department",
  asKnownOn: null,
  revision: 7,
  latestPeriod: "2022-09",
  isDemonstration: true,
} as const;

/** The question that the sample's addresses ask. */
export const question = "plan=gaoping-2022&month=2022-09&horizon=2022-12";

// The pages load their parts lazily, and a busy machine takes its time to compile them.
configure({ asyncUtilTimeout: 15_000 });

/** Nobody is signed in, and may look around. */
const visitor = { account: null, powers: ["read-figures"], isDemonstration: true };

/**
 * Opens an address of the pages against an API that answers below the plan from a table, with `status`, or as the answer itself
 * says where it is a Response; answers what was asked but who is signed in.
 */
export function openPage(
  address: string,
  answer: (asked: string, sent: RequestInit) => unknown,
  status = 200,
  plans: readonly object[] = [plan],
  session: object = visitor,
): readonly string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string, sent: RequestInit) => {
    if (url !== "/api/session") asked.push(url);
    const isList = url === "/api/plans";
    const list = { workspace: { kind: "demonstration", today: "2025-10-12" }, plans };
    const isOfAll = url === "/api/session" || isList;
    const body = url === "/api/session" ? session : isList ? list : await answer(url, sent);
    if (body instanceof Response) return body;
    return new Response(JSON.stringify(body ?? { code: "not-found", message: "没有这个事项。" }), {
      status: isOfAll ? 200 : body ? status : 404,
    });
  });
  window.history.replaceState(null, "", address);
  const queryClient = makeQueryClient();
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={makeRouter(queryClient)} />
    </QueryClientProvider>,
  );
  return asked;
}
