/** TRUST R6 through files: as many drawn plans as are asked for, each with all its files held against the API's answer. */
import { openTestApp, type TestApp } from "../app.ts";
import { drawnPlan } from "./drawn-plans.ts";
import { disagreements, type FetchedFiles } from "./figures-agree.ts";

const question = "month=2022-09&horizon=2022-12";

/** The answer of a plan's briefing and its files. */
export async function fetchedBriefing(app: TestApp["app"], plan: string) {
  const base = `/api/plans/${plan}/briefing`;
  const answer = await app.inject(`${base}?${question}`);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  const file = async (name: string): Promise<Uint8Array> => {
    const fetched = await app.inject(`${base}/files/${name}?${question}`);
    if (fetched.statusCode !== 200) throw new Error(fetched.body);
    return fetched.rawPayload;
  };
  const drawing = async (chart: string): Promise<string> => {
    const fetched = await app.inject(`/api/plans/${plan}/charts/${chart}?${question}&format=svg`);
    if (fetched.statusCode !== 200) throw new Error(fetched.body);
    return fetched.body;
  };
  const files: FetchedFiles = {
    document: await file("document"),
    slides: await file("slides"),
    tables: await file("tables"),
    csv: await file("flat-csv"),
    json: await file("flat-json"),
    drawings: await Promise.all(["headline", "chains", "shortfalls", "outlook"].map(drawing)),
  };
  return { briefing: answer.json(), files };
}

/** What disagrees in the files of the plans of those seeds, each fault with its seed. */
export async function faultsOfDrawn(seeds: readonly number[]): Promise<string[]> {
  const drawn = seeds.map(drawnPlan);
  const { app, store, dispose } = await openTestApp(drawn.map(({ plan }) => plan));
  try {
    const faults: string[] = [];
    for (const [index, { plan, report }] of drawn.entries()) {
      await report(store);
      const { briefing, files } = await fetchedBriefing(app, plan.id);
      faults.push(...disagreements(files, briefing).map((fault) => `seed ${seeds[index]}: ${fault}`));
    }
    return faults;
  } finally {
    await dispose();
  }
}
