import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Search } from "../lib/search.ts";
import { useWords } from "../words/use-words.ts";

/**
 * A reported figure as the way to its life: who entered, returned, accepted and corrected it. `month` is the month that
 * the figure is of, which may be before the one that is looked at; the plan is the address's where none is given.
 */
export function FigureLife({
  plan,
  measure,
  month,
  children,
}: {
  readonly plan?: string;
  readonly measure: string;
  readonly month: string;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <Link
      to="/life"
      search={(old: Search): Search => ({ plan: plan ?? old.plan, measure, period: month })}
      className="figure-life"
      title={t("value.life")}
      preload={false}
    >
      {children}
    </Link>
  );
}
