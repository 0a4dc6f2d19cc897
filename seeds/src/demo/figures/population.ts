/** Invented entries, exits and stock of a population (规上企业, 中小微企业 …). */
import { addMonths, type Month, monthsBetween } from "@beizeng/server/domain/month.ts";
import { baseOf, type Figures, type FollowedMeasure, type Series } from "../followed-measure.ts";
import { paceAt } from "../paces.ts";
import { dueOn, type Way, type Waypoint, waypoints } from "../way.ts";

/** A measure whose entries make up, at least in part, those of a headline. */
export type Part = { readonly followed: FollowedMeasure; readonly series: Series };

/** Months after the origin by which a standing demand is to be met. */
const monthsToStanding = 12;

/** How fast entries go on once all deadlines are past. */
const onward = 0.4;

/** The figures of a population at its periods; a headline's entries contain those of its parts. */
export function populationSeries(followed: FollowedMeasure, periods: readonly Month[], parts: readonly Part[]): Series {
  const base = baseOf(followed) ?? inventedBase(followed);
  const way = wayOf(followed, base, parts);
  const fields = fieldsOf(followed);
  const series = new Map<Month, Figures>();
  let own = 0;
  for (const period of periods) {
    own = Math.max(own, Math.floor(dueOn(way, period) * paceAt(followed.pace, period, followed.name) + 1e-9));
    const entries = own + parts.reduce((sum, part) => sum + (part.series.get(period)?.entries ?? 0), 0);
    const exits = exitsBy(followed, period);
    const all = { entries, exits, stock: base + entries - exits };
    series.set(period, Object.fromEntries(fields.map((field) => [field, all[field]])));
  }
  return series;
}

/** Half of what is asked for, where the plan says nothing of the stock and the scenario neither; 0 where no stock is asked. */
function inventedBase({ aims }: FollowedMeasure): number {
  const totals = aims.filter(({ target }) => target.reading === "total" && target.deadline !== null);
  return Math.floor(Math.min(...totals.map(({ value }) => value), totals.length === 0 ? 0 : Infinity) / 2);
}

function fieldsOf({ aims, story }: FollowedMeasure): readonly ("entries" | "exits" | "stock")[] {
  const readings = new Set(aims.map(({ target }) => target.reading));
  const usual = readings.has("new") ? (readings.size > 1 ? "full" : "entries") : "stock";
  switch (story.figures ?? usual) {
    case "full":
      return ["entries", "exits", "stock"];
    case "stock":
      return ["stock"];
    case "entries":
      return story.exits === undefined ? ["entries"] : ["entries", "exits"];
  }
}

function exitsBy({ story, origin }: FollowedMeasure, month: Month): number {
  return Math.floor(((story.exits ?? 0) * Math.max(monthsBetween(origin, month), 0)) / 12);
}

/** The way of the entries that are not in the parts. */
function wayOf(followed: FollowedMeasure, base: number, parts: readonly Part[]): Way {
  const points: Waypoint[] = [{ month: followed.origin, value: 0 }];
  for (const { target, deadline, value } of followed.aims) {
    const month = deadline ?? addMonths(followed.origin, monthsToStanding);
    const exits = exitsBy(followed, month);
    const entries = {
      new: value,
      net: value + exits,
      total: value - base + exits,
      growth: (base * value) / 100 + exits,
    }[target.reading as string];
    if (entries !== undefined) points.push({ month, value: entries - promisedBy(parts, month) });
  }
  const curve = followed.aims[0]?.target.curve ?? "linear";
  return { points: waypoints(points, true), curve, onward };
}

/** What the parts are to bring by a month. */
function promisedBy(parts: readonly Part[], month: Month): number {
  const promises = parts.map(({ followed }) =>
    followed.aims.filter((aim) => aim.target.reading === "new" && (aim.deadline ?? month) <= month),
  );
  return promises.reduce((sum, aims) => sum + Math.max(0, ...aims.map(({ value }) => value)), 0);
}
