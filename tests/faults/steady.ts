/** The product served for long at an even pace: what it answers, what memory it holds, how it ends. TRUST R11. */
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { allPapers, measureOf, textOf, unitOf } from "./plan-of-papers.ts";
import { openProductionFolder, type ProductionFolder, signInAnew } from "./production-folder.ts";
import { bundleProduct, startServed } from "./served.ts";

const requestsASecond = 50;
/** Each so many requests one writes. */
const oneWrites = 10;
const sampleMilliseconds = 1000;
/** A session lasts twelve hours at most, a time of serving longer. */
const samplesASession = 3600;
/** How many are under way when it is told to end. */
const underWay = 20;

/** What a time of serving came to. */
export interface Steadiness {
  readonly requests: number;
  /** Statuses that no request should have had, with how often. */
  readonly wrong: Readonly<Record<string, number>>;
  /** The least memory within the second quarter of the time and within the last, in MB: what it comes down to after collecting. */
  readonly megabytes: readonly [second: number, last: number];
  /** From SIGTERM, while some were under way, until the process was gone. */
  readonly endingMilliseconds: number;
}

const megabytesOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

/** What leaders, reviewers and clerks open, and every so often a figure that is typed. */
function requestsOf(address: string, { clerks, reviewer }: ProductionFolder) {
  const plan = `${address}/api/plans/sample-2022`;
  const months = ["2022-06", "2022-09", "2022-12"];
  const reads = months.flatMap((month) =>
    ["progress", "shortfalls", "departments", "outlook"].map(
      (name) => `${plan}/${name}?month=${month}&horizon=standing`,
    ),
  );
  const papers = allPapers();
  const versions = new Map<string, number>();
  return async (number: number): Promise<Response> => {
    if (number % oneWrites !== 0) {
      const url = reads[number % reads.length] ?? plan;
      return fetch(url, { headers: reviewer });
    }
    const paper = papers[(number / oneWrites) % papers.length] ?? { unit: 0, period: "2022-03" };
    const { unit, period } = paper;
    const url = `${plan}/papers/${unitOf(unit)}/${period}/lines/${measureOf(unit)}?kind=report`;
    const version = versions.get(url) ?? 0;
    versions.set(url, version + 1);
    const body = JSON.stringify({ typed: { amount: { text: textOf(paper), as: "cumulative" } }, version });
    return fetch(url, { method: "PUT", headers: { ...clerks[unit], "content-type": "application/json" }, body });
  };
}

/** Serves for so many seconds at an even pace, then ends it while some are under way. */
export async function serveSteadily(seconds: number): Promise<Steadiness> {
  await bundleProduct();
  const folder = await openProductionFolder();
  const served = await startServed(folder.folder);
  const send = requestsOf(served.address, folder);
  const wrong: Record<string, number> = {};
  const samples: number[] = [];
  const open = new Set<Promise<void>>();
  let requests = 0;
  const ask = (): Promise<void> => {
    const number = requests;
    requests += 1;
    const asking = send(number)
      .then(async (response) => {
        await response.arrayBuffer();
        if (response.status !== 200) wrong[response.status] = (wrong[response.status] ?? 0) + 1;
      })
      .catch(() => {
        wrong["no answer"] = (wrong["no answer"] ?? 0) + 1;
      });
    const kept = asking.finally(() => open.delete(kept));
    open.add(kept);
    return asking;
  };
  try {
    const began = performance.now();
    const sinceBegin = () => performance.now() - began;
    while (sinceBegin() < seconds * 1000) {
      const due = Math.floor((sinceBegin() / 1000) * requestsASecond);
      while (requests < due) void ask();
      if (sinceBegin() > samples.length * sampleMilliseconds) {
        samples.push(megabytesOf(served.process.pid ?? 0));
        if (samples.length % samplesASession === 0) signInAnew(folder);
      }
      await pause(1000 / requestsASecond / 2);
    }
    await Promise.all(open);
    const seen = { requests, wrong: { ...wrong } };
    // What becomes of those is not counted: what has not reached the product yet is refused, as it should be.
    const last = Array.from({ length: underWay }, ask);
    const told = performance.now();
    await served.end("SIGTERM");
    const endingMilliseconds = performance.now() - told;
    await Promise.all(last);
    const quarter = Math.floor(samples.length / 4);
    const least = (from: number, until: number) => Math.min(...samples.slice(from, until));
    return {
      ...seen,
      megabytes: [least(quarter, 2 * quarter), least(3 * quarter, samples.length)],
      endingMilliseconds,
    };
  } finally {
    await served.end("SIGKILL");
    folder.dispose();
  }
}
