import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation, useMatches, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { plansQuery } from "../api/plans.ts";
import { sessionQuery } from "../api/session.ts";
import type { Power } from "../api/types.ts";
import type { Search } from "../lib/search.ts";
import { firstPage } from "../lib/sign-in.ts";
import { BasisContext, basisOf } from "../words/basis.ts";
import { learnBelowHeadline } from "../words/languages.ts";
import { useWords } from "../words/use-words.ts";
import { BasisLine, BasisSwitch } from "./basis-switch.tsx";
import { DemonstrationBanner } from "./demonstration-banner.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Pickers } from "./pickers.tsx";
import { Reauthentication } from "./reauthentication.tsx";
import { SessionMenu } from "./session-menu.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

/** The pages that are always in reach, each for those who have its power. */
const pages = [
  { page: "tasks", power: "write-figures" },
  { page: "reviews", power: "review-submissions" },
  { page: "overview", power: "read-figures" },
  { page: "places", power: "read-figures" },
  { page: "chain", power: "read-figures" },
  { page: "departments", power: "read-figures" },
  { page: "plan", power: "read-figures" },
  { page: "months", power: "close-months" },
  { page: "audit", power: "read-audit" },
  { page: "accounts", power: "manage-accounts" },
  { page: "security", power: "manage-security" },
  { page: "backups", power: "see-backups" },
] as const satisfies readonly { page: string; power: Power }[];

/** Pages whose figures can be looked at on either basis; what compares the two is reached from there. */
const onEitherBasis = [
  "/overview",
  "/places",
  "/changes",
  "/briefing",
  "/chain",
  "/departments",
  "/department",
  "/compare-departments",
  "/edition",
];
/** An edition is about no other plan and month than its own: its switch stands on the page, with nothing else to choose. */
const withBasisSwitch = [
  "/overview",
  "/changes",
  "/briefing",
  "/chain",
  "/departments",
  "/department",
  "/compare-departments",
  "/differences",
  "/appraisal",
];

/** Pages whose figures can be looked at as they were known on a past day. */
const asKnown = withBasisSwitch.filter((page) => page !== "/briefing");

/** Pages that are about a plan and no month of it. */
const withoutMonth = ["/plan", "/plan-editing", "/months", "/history-import", "/judging"];
/** Pages that are views of one in the menu. */
const within: Readonly<Record<string, string>> = {
  "/changes": "overview",
  "/briefing": "overview",
  "/department": "departments",
  "/compare-departments": "departments",
  "/reporting": "departments",
  "/history-import": "departments",
  "/paper": "tasks",
  "/submission": "reviews",
  "/revision": "plan",
  "/edition": "months",
  "/plan-editing": "plan",
  "/judging": "plan",
  "/appraisal": "departments",
};

// The headline is painted before whoever looks at it can want another month.
const TimeStrip = lazy(async () => {
  const [{ TimeStrip: Strip }] = await Promise.all([import("./time-strip.tsx"), learnBelowHeadline()]);
  return { default: Strip };
});

/** The frame of every page: what workspace this is, where one can go, what is shown, and the page itself. */
export function AppShell() {
  const { t } = useWords();
  const { data: session, isPending } = useQuery(sessionQuery);
  // Until it is known who is there, the pages of figures stand as they mostly will; nothing is asked that may be refused.
  const powers: readonly Power[] = session?.powers ?? ["read-figures"];
  const { data } = useQuery({ ...plansQuery, enabled: !isPending && powers.includes("read-figures") });
  const whole = useLocation({ select: ({ pathname }) => within[pathname] });
  const isAboutMonth = useLocation({ select: ({ pathname }) => !withoutMonth.includes(pathname) });
  const hasBasisSwitch = useLocation({ select: ({ pathname }) => withBasisSwitch.includes(pathname) });
  const isOnEitherBasis = useLocation({ select: ({ pathname }) => onEitherBasis.includes(pathname) });
  const isAsKnown = useLocation({ select: ({ pathname }) => asKnown.includes(pathname) });
  // What is printed of a month is that month's alone; nobody plays through it.
  const isBriefing = useLocation({ select: ({ pathname }) => pathname === "/briefing" });
  const { basis, plan: askedPlan, month }: Search = useSearch({ strict: false });
  // What is chosen above a page is what its address is completed with; elsewhere nothing is to be chosen.
  const isAboutPlan = useMatches({ select: (matches) => matches.some(({ routeId }) => routeId === "/asked") });
  const plan = data?.plans.find(({ key }) => key === askedPlan);
  const workspace = data?.workspace ?? (session && { kind: session.isDemonstration && "demonstration", ...session });
  const demonstrationDay = workspace?.kind === "demonstration" ? workspace.today : null;
  // One plan has nothing to be compared with.
  const hasPlaces = (data?.plans.length ?? 0) > 1;
  const open = pages.filter(({ page, power }) => powers.includes(power) && (page !== "places" || hasPlaces));
  return (
    <BasisContext value={isOnEitherBasis ? basisOf(basis) : "department"}>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      {demonstrationDay && <DemonstrationBanner today={demonstrationDay} />}
      <header className="masthead">
        <Link to={firstPage(powers)} className="masthead-name">
          <img src="/mark.svg" alt="" width="24" height="24" />
          {t("product")}
        </Link>
        <nav className="pages" aria-label={t("navigation")}>
          {open.map(({ page }) => (
            <Link
              key={page}
              to={`/${page}`}
              activeOptions={{ includeSearch: false }}
              className="masthead-page"
              aria-current={page === whole ? "true" : undefined}
            >
              {t(`pages.${page}`)}
            </Link>
          ))}
        </nav>
        <SessionMenu />
        <ThemeSwitch />
        <LanguageSwitch />
      </header>
      {isAboutPlan &&
        (data ? (
          <Pickers plans={data.plans} isAboutMonth={isAboutMonth}>
            {hasBasisSwitch && <BasisSwitch />}
          </Pickers>
        ) : (
          <div className="pickers pickers-empty" />
        ))}
      {isAboutPlan && isAboutMonth && !isBriefing && (
        <div className="time-place screen-only">
          {data && plan && month && (
            <Suspense>
              <TimeStrip plan={plan} month={month} today={data.workspace.today} hasKnownOn={isAsKnown} />
            </Suspense>
          )}
        </div>
      )}
      <main id="content" tabIndex={-1}>
        {isOnEitherBasis && <BasisLine />}
        {isAboutPlan && data?.plans.length === 0 ? <NoPlans /> : <Outlet />}
      </main>
      <Reauthentication />
    </BasisContext>
  );
}

/** Stands where the pages would, while no plan has been imported. */
function NoPlans() {
  const { t } = useWords();
  return (
    <section className="note">
      <h1>{t("noPlans.title")}</h1>
      <p>{t("noPlans.detail")}</p>
    </section>
  );
}
