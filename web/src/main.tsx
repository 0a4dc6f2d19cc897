import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import { plansQuery } from "./api/plans.ts";
import { makeQueryClient } from "./api/query-client.ts";
import { sessionQuery } from "./api/session.ts";
import { hasFirstSight } from "./lib/first-sight.ts";
import { reloadForNewBuild } from "./lib/new-build.ts";
import { openOnPaper } from "./lib/open-on-paper.ts";
import { followToSignIn } from "./lib/sign-in.ts";
import { followTheme } from "./lib/theme.ts";
import { makeRouter } from "./routes/router.ts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/marks.css";
import "./styles/tables.css";
import "./styles/print.css";

followTheme();
const queryClient = makeQueryClient();
// Asked before anything is drawn: every page needs to know who is there, and which plans there are for those who may see them.
void queryClient
  .ensureQueryData(sessionQuery)
  .then(async ({ powers }) => {
    if (powers.includes("read-figures")) await queryClient.prefetchQuery(plansQuery);
  })
  .catch(() => undefined);
const router = makeRouter(queryClient);
followToSignIn(queryClient, router);

/** Puts the pages where the server's first sight of a month may stand, which then stays until they are whole. */
async function open(place: HTMLElement): Promise<void> {
  if (hasFirstSight()) await router.load();
  const root = createRoot(place);
  // Drawn in pieces, so that a finger on a slow telephone is answered in between.
  startTransition(() =>
    root.render(
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>,
    ),
  );
}

const place = document.getElementById("root");
if (place) void open(place);

openOnPaper();
reloadForNewBuild();

// The served font is a fallback for machines without a Chinese font: its 100 kB of subset rules wait until a page is drawn.
const drawn = router.subscribe("onRendered", () => {
  drawn();
  void import("@fontsource-variable/noto-sans-sc/wght.css");
});
