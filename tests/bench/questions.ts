/** What is asked of the product in the bench: the same questions that its pages ask, each in many distinct addresses. */
import { farHorizon, nearHorizon, planOf } from "./generator/county-plan.ts";
import { monthAt, monthCount } from "./generator/figures.ts";

/** A question; `ofCounty` answers its addresses for one county, those of all places answer them for any. */
export interface Question {
  readonly name: "progress" | "departments" | "trend" | "headlines";
  readonly title: string;
  readonly isOfAllPlaces: boolean;
  /** Distinct addresses of the question about a county (1, 2 …). */
  readonly addresses: (county: number) => readonly string[];
}

const horizons = [farHorizon, nearHorizon];
/** From the second year on, so that every question has a year or more of reports behind it. */
const months = Array.from({ length: monthCount - 12 }, (_, place) => monthAt(place + 13));
const indicators = ["above-scale-industry", "small-and-micro", "output", "matchmaking"];
const headlineReadings = { "above-scale-industry": "new", "small-and-micro": "net" };

const ofMonths = (name: string) => (county: number) =>
  months.flatMap((month) =>
    horizons.map((horizon) => `/api/plans/${planOf(county)}/${name}?month=${month}&horizon=${horizon}`),
  );

export const questions: readonly Question[] = [
  { name: "progress", title: "chains of a county's month", isOfAllPlaces: false, addresses: ofMonths("progress") },
  { name: "departments", title: "its departments", isOfAllPlaces: false, addresses: ofMonths("departments") },
  {
    name: "trend",
    title: "a 60-month trend of one indicator",
    isOfAllPlaces: false,
    addresses: (county) =>
      indicators.map(
        (indicator) =>
          `/api/plans/${planOf(county)}/trend?from=${monthAt(1)}&to=${monthAt(monthCount)}&horizon=${farHorizon}&indicator=${indicator}`,
      ),
  },
  {
    name: "headlines",
    title: "the headline of all places",
    isOfAllPlaces: true,
    addresses: () =>
      Object.entries(headlineReadings).flatMap(([indicator, reading]) =>
        months.flatMap((month) =>
          horizons.map(
            (horizon) => `/api/headlines?indicator=${indicator}&reading=${reading}&horizon=${horizon}&month=${month}`,
          ),
        ),
      ),
  },
];
