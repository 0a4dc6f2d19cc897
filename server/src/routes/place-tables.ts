/** The tables of the page about all places, made of the same answers as the page. */
import type { HeadlineKinds, Headlines } from "../contract/headlines.ts";
import type { PlaceTableQuery } from "../contract/tables.ts";
import { placeLightsTable, placesTable, type TablePlace } from "../exports/tables/places.ts";
import type { TableSource } from "../exports/tables/table.ts";
import { type Answer, give } from "../problems.ts";
import { readHeadlineKinds } from "../reads/headline-kinds.ts";
import { readHeadlineLights } from "../reads/headline-lights.ts";
import { readHeadlines } from "../reads/headlines.ts";
import type { Reads } from "../reads/reads.ts";
import type { Taken } from "./taken-table.ts";

type Kind = HeadlineKinds["kinds"][number];
type Asked = Omit<PlaceTableQuery, "format" | "lang">;

async function placesOf(reads: Reads): Promise<(plan: string, scope: TablePlace["scope"]) => TablePlace> {
  const plans = new Map((await reads.plans()).map((plan) => [plan.key, plan]));
  return (key, scope) => {
    const plan = plans.get(key);
    if (plan === undefined) throw new Error(`there is no plan ${key}`);
    const { name, parent } = plan.jurisdiction;
    return { name, parent: parent?.name ?? null, scope, plan: plan.title };
  };
}

async function kindOf(reads: Reads, query: Asked): Promise<Kind> {
  const { kinds } = await readHeadlineKinds(reads);
  const found = kinds.find(
    ({ indicator, reading, horizon }) =>
      indicator === query.indicator && reading === query.reading && horizon === query.horizon,
  );
  if (found === undefined) throw new Error(`there is no headline target ${query.indicator} ${query.reading}`);
  return found;
}

const sourceOf = (reads: Reads, { month, horizon, basis = "department" }: Asked): TableSource => ({
  plan: {
    title: { zh: "各方案", en: "All plans" },
    jurisdiction: { name: { zh: "各地", en: "All places" } },
  },
  quotation: { month, basis, asKnownOn: null, isDemonstration: reads.isDemonstration },
  horizon,
});

/** A table over all places, of the answers that the page shows. */
export async function takePlaceTable(
  reads: Reads,
  table: "places" | "lights",
  { format: _format, lang: _lang, ...query }: PlaceTableQuery,
): Promise<Answer<Taken>> {
  const asked = await readHeadlines(reads, query);
  if (!asked.ok) return asked;
  const { month: _month, ...ofAllMonths } = query;
  const lights = await readHeadlineLights(reads, ofAllMonths);
  if (!lights.ok) return lights;
  const [source, kind, placeOf] = [sourceOf(reads, query), await kindOf(reads, query), await placesOf(reads)];
  const scopes = new Map(lights.value.rows.map(({ plan, target, scopeName }) => [`${plan} ${target}`, scopeName]));
  if (table === "lights") {
    const { months, rows } = lights.value;
    const placed = rows.map((row) => ({ lights: row.lights, of: placeOf(row.plan, row.scopeName) }));
    return give({ source, table: placeLightsTable(source, kind, months, placed) });
  }
  // The rows are bytes that this server wrote by the contract.
  const { rows } = JSON.parse(asked.value.toString()) as Headlines;
  const placed = rows.map((row) => ({
    ...row,
    of: placeOf(row.plan, scopes.get(`${row.plan} ${row.target}`) ?? null),
  }));
  return give({ source, table: placesTable(source, kind, placed) });
}
