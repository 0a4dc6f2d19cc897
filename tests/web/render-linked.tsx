import { RouterContextProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { makeQueryClient } from "../../web/src/api/query-client.ts";
import { makeRouter } from "../../web/src/routes/router.ts";

/** Draws a part of a page that leads to other pages. */
export const renderLinked = (part: ReactNode) =>
  render(<RouterContextProvider router={makeRouter(makeQueryClient())}>{part}</RouterContextProvider>);
