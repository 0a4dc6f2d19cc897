/** What a wall shows of a plan: the month's review in one answer. */
import type { WallQuery } from "../contract/questions.ts";
import type { Wall } from "../contract/wall.ts";
import { addMonths } from "../domain/month.ts";
import { type Answer, give } from "../problems.ts";
import { readChanges } from "./changes.ts";
import { readLightMap } from "./light-map.ts";
import { readOutlook } from "./outlook.ts";
import { planSummary } from "./plan-summary.ts";
import { readProgress } from "./progress.ts";
import { askMonth, askPlan, knowledgeOf } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { readShortfalls } from "./shortfalls.ts";

/** The answer of GET /api/plans/{plan}/wall; without a month that of the latest period due, so that a wall goes on by itself. */
export async function readWall(reads: Reads, plan: string, query: WallQuery): Promise<Answer<Wall>> {
  const known = await askPlan(reads, plan, knowledgeOf(query));
  if (!known.ok) return known;
  const { outline } = known.value.view;
  const asked = askMonth(reads, outline, "month", query.month ?? planSummary(reads, outline).latestPeriod);
  if (!asked.ok) return asked;
  const question = { ...query, month: asked.value };
  const progress = await readProgress(reads, plan, question);
  if (!progress.ok) return progress;
  const lights = await readLightMap(reads, plan, {
    horizon: query.horizon,
    ...(query.basis && { basis: query.basis }),
  });
  if (!lights.ok) return lights;
  const shortfalls = await readShortfalls(reads, plan, question);
  if (!shortfalls.ok) return shortfalls;
  const outlook = await readOutlook(reads, plan, question);
  if (!outlook.ok) return outlook;
  const since = addMonths(question.month, -1);
  const changes = since < outline.firstMonth ? null : await readChanges(reads, plan, { ...question, since });
  if (changes !== null && !changes.ok) return changes;
  return give({
    progress: progress.value,
    changes: changes === null ? null : changes.value,
    lights: lights.value,
    shortfalls: shortfalls.value,
    outlook: outlook.value,
  });
}
