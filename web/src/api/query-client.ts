import { QueryClient } from "@tanstack/react-query";
import { Refusal } from "./call.ts";

/** The memory of answers: a minute fresh, then asked again (304 when nothing was accepted); a refusal is not asked twice. */
export const makeQueryClient = () =>
  new QueryClient({
    // The browser may think itself offline while the office's network stands: it is asked all the same, and what fails says so
    // instead of waiting in silence.
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        retry: (failures, error) =>
          failures < 1 && !(error instanceof Refusal && error.status >= 400 && error.status < 500),
        retryDelay: 800,
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
