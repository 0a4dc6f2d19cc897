import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { EntryCalendarTrial, LightRuleTrial } from "../../api/types.ts";
import type { Search } from "../../lib/search.ts";

/** A rule as the address has it: 2024-01_points_10_in. */
export const ruleOnAddress = ({ from, mode, tolerancePercent, isInclusive }: LightRuleTrial): string =>
  [from, mode, tolerancePercent, isInclusive ? "in" : "out"].join("_");

/** The rule of an address; null where it has none. */
export function ruleOfAddress(text: string | undefined): LightRuleTrial | null {
  const [, from = "", mode, percent, bound] = /^(\d{4}-\d\d)_(points|ratio)_(\d{1,3})_(in|out)$/.exec(text ?? "") ?? [];
  if (mode !== "points" && mode !== "ratio") return null;
  return { from, mode, tolerancePercent: Number(percent), isInclusive: bound === "in" };
}

/** A calendar as the address has it: 2024-01_0-10-…-100_2023x2, the weights of years last. */
export const calendarOnAddress = ({ from, monthlyPercent, yearWeights = {} }: EntryCalendarTrial): string =>
  [
    from,
    monthlyPercent.join("-"),
    Object.entries(yearWeights)
      .map(([year, weight]) => `${year}x${weight}`)
      .join("-"),
  ].join("_");

/** The calendar of an address; null where it has none. */
export function calendarOfAddress(text: string | undefined): Required<EntryCalendarTrial> | null {
  const [, from, percents, weights] =
    /^(\d{4}-\d\d)_(\d{1,3}(?:-\d{1,3}){11})_((?:\d{4}x\d{1,3}(?:-\d{4}x\d{1,3})*)?)$/.exec(text ?? "") ?? [];
  if (from === undefined || percents === undefined) return null;
  const named = weights ? weights.split("-").map((each) => each.split("x")) : [];
  return {
    from,
    monthlyPercent: percents.split("-").map(Number),
    yearWeights: Object.fromEntries(named.map(([year = "", weight]) => [year, Number(weight)])),
  };
}

/** Keeps what is tried on the address once it is another than at first, so that a link leads to exactly this view. */
export function useTrialOnAddress(tried: string | null): void {
  const navigate = useNavigate();
  const first = useRef(tried);
  useEffect(() => {
    if (tried === null || tried === first.current) return;
    first.current = null;
    void navigate({ to: ".", search: (old: Search) => ({ ...old, trial: tried }), replace: true, resetScroll: false });
  }, [tried, navigate]);
}
