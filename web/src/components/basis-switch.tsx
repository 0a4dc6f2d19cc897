import { Link, useLocation } from "@tanstack/react-router";
import { useContext } from "react";
import type { Search } from "../lib/search.ts";
import { type Basis, BasisContext } from "../words/basis.ts";
import { useWords } from "../words/use-words.ts";

const bases = ["department", "statistics"] as const satisfies readonly Basis[];

/** Whose figures are shown, 部门填报 or 统计核定, each an address of its own; and the way to where they differ. */
export function BasisSwitch() {
  const { t } = useWords();
  const chosen = useContext(BasisContext);
  const areCompared = useLocation({ select: ({ pathname }) => pathname === "/differences" });
  return (
    <div className="picker basis">
      <nav className="basis-choices" aria-label={t("pick.basis")}>
        {bases.map((each) => (
          <Link
            key={each}
            to={areCompared ? "/overview" : "."}
            search={(old: Search): Search => ({ ...old, basis: each === "department" ? undefined : each })}
            // Without this the way to 部门填报, which only leaves a word out, would count as where one is on either basis.
            activeOptions={{ exact: true, explicitUndefined: true }}
            className="basis-choice"
            aria-current={!areCompared && each === chosen ? "true" : undefined}
          >
            {t(`pick.basisOf.${each}`)}
          </Link>
        ))}
      </nav>
      <Link
        to="/differences"
        search={(old: Search) => old}
        activeOptions={{ includeSearch: false }}
        className="basis-way"
      >
        {t("pages.differences")}
      </Link>
    </div>
  );
}

/** What has to be said of the figures of a page: on paper of the departments' that nobody confirmed, always of confirmed ones. */
export function BasisLine() {
  const { t } = useWords();
  const basis = useContext(BasisContext);
  return (
    <p className={basis === "statistics" ? "basis-line" : "basis-line paper-only"} role="note">
      {t(`basisLine.${basis}`)}
    </p>
  );
}
