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
const readings = {
  "above-scale-industry": "new",
  "small-and-micro": "net",
  output: "level",
  matchmaking: "cumulative",
};
const headlineReadings = {
  "above-scale-industry": readings["above-scale-industry"],
  "small-and-micro": readings["small-and-micro"],
};

const ofMonths = (name: string) => (county: number) =>
  months.flatMap((month) =>
    horizons.map((horizon) => `/api/plans/${planOf(county)}/${name}?month=${month}&horizon=${horizon}`),
  );

/** The 60 months; the month before them and the month after, in which there is nothing yet, make further addresses. */
const spans = [monthAt(1), monthAt(0)].flatMap((from) =>
  [monthAt(monthCount), monthAt(monthCount + 1)].map((to) => ({ from, to })),
);

function trendAddresses(county: number): string[] {
  const about = `/api/plans/${planOf(county)}/trend?horizon=${farHorizon}`;
  return spans.flatMap(({ from, to }) =>
    Object.entries(readings).flatMap(([indicator, reading]) => {
      const address = `${about}&from=${from}&to=${to}&indicator=${indicator}`;
      return [address, `${address}&reading=${reading}`];
    }),
  );
}

export const questions: readonly Question[] = [
  { name: "progress", title: "chains of a county's month", isOfAllPlaces: false, addresses: ofMonths("progress") },
  { name: "departments", title: "its departments", isOfAllPlaces: false, addresses: ofMonths("departments") },
  {
    name: "trend",
    title: "a 60-month trend of one indicator",
    isOfAllPlaces: false,
    addresses: trendAddresses,
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
