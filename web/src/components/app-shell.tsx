import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { plansQuery } from "../api/plans.ts";
import { useWords } from "../words/use-words.ts";
import { DemonstrationBanner } from "./demonstration-banner.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Pickers } from "./pickers.tsx";

const pages = ["overview", "chain", "departments", "plan"] as const;

/** The frame of every page: what workspace this is, where one can go, what is shown, and the page itself. */
export function AppShell() {
  const { t } = useWords();
  const { data } = useQuery(plansQuery);
  // One unit and the reports of all of them are views of 责任单位.
  const isAboutUnits = useLocation({
    select: ({ pathname }) => pathname === "/department" || pathname === "/reporting",
  });
  const isAboutMonth = useLocation({ select: ({ pathname }) => pathname !== "/plan" });
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      {data?.workspace.kind === "demonstration" && <DemonstrationBanner today={data.workspace.today} />}
      <header className="masthead">
        <Link to="/overview" className="masthead-name">
          <img src="/mark.svg" alt="" width="24" height="24" />
          {t("product")}
        </Link>
        <nav className="pages" aria-label={t("navigation")}>
          {pages.map((page) => (
            <Link
              key={page}
              to={`/${page}`}
              activeOptions={{ includeSearch: false }}
              className="masthead-page"
              aria-current={page === "departments" && isAboutUnits ? "true" : undefined}
            >
              {t(`pages.${page}`)}
            </Link>
          ))}
        </nav>
        <LanguageSwitch />
      </header>
      {data ? <Pickers plans={data.plans} isAboutMonth={isAboutMonth} /> : <div className="pickers pickers-empty" />}
      <main id="content" tabIndex={-1}>
        {data?.plans.length === 0 ? <NoPlans /> : <Outlet />}
      </main>
    </>
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
