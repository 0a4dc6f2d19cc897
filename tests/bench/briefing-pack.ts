/**
 * `npm run briefing-pack -w tests`: how long the whole 材料包 of 吕梁 2025-09 takes from the asking to the last byte, how much memory
 * the product holds at most meanwhile, and how long whoever looks at pages waits then and otherwise. It starts the product as
 * `npm start` does, in the folder that DATA_DIR names or in one of its own. Measured, never a test.
 */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endCommand, startCommand } from "../e2e/processes.ts";
import { median, mixed, quantile } from "./measure/times.ts";

const pack = { plan: "lvliang-2022", months: ["2025-09", "2025-06", "2025-03"] } as const;
/** Between two packs, for so long, somebody looks at pages alone. */
const alone = 3_000;
/** Between two questions. */
const rest = 10;
const startMilliseconds = 300_000;

/** Where the product says that it listens. */
async function listening(started: ReturnType<typeof startCommand>): Promise<string> {
  for (const began = performance.now(); performance.now() - began < startMilliseconds; ) {
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(started.said())?.[0];
    if (origin !== undefined) return origin;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the product did not start: ${started.said()}`);
}

/** Asks and answers the milliseconds until the last byte; anything but 200 is a fault of the bench. */
async function asked(origin: string, path: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${origin}${path}`);
  const bytes = await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${Buffer.from(bytes)}`);
  return performance.now() - began;
}

/** What pages ask of every month of four plans: each address once, so that no answer is ready. */
function questions(): string[] {
  const horizons = {
    "gaoping-2022": ["2022-12", "2025-12"],
    "wenshang-2022": ["2023-12", "2025-12"],
    "jincheng-2023": ["2025-12"],
    "sanmenxia-2022": ["2022-12", "2025-12"],
  };
  const months = ["2023", "2024", "2025"]
    .flatMap((year) => Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`))
    .filter((month) => month <= pack.months[0]);
  return mixed(
    Object.entries(horizons).flatMap(([plan, ends]) =>
      ["progress", "departments", "shortfalls", "outlook"].flatMap((kind) =>
        months.flatMap((month) =>
          ends.flatMap((horizon) =>
            ["department", "statistics"].map(
              (basis) => `/api/plans/${plan}/${kind}?month=${month}&horizon=${horizon}&basis=${basis}`,
            ),
          ),
        ),
      ),
    ),
  );
}

/** The most memory that the process held since it was last asked, in MB; Linux alone tells it. */
function peakMemory(pid: number): number {
  const [, kilobytes = "0"] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
  return Number(kilobytes) / 1024;
}

const folder = process.env.DATA_DIR ?? mkdtempSync(join(tmpdir(), "beizeng-pack-"));
const started = startCommand("demo", { DATA_DIR: folder, PORT: "0", HOST: "127.0.0.1" });
const pid = started.process.pid ?? 0;
try {
  const origin = await listening(started);
  const waiting = questions();
  /** One user who asks one thing after another until it is enough. */
  const looked = async (isEnough: () => boolean): Promise<number[]> => {
    const times: number[] = [];
    while (!isEnough()) {
      const question = waiting.shift();
      if (question === undefined) throw new Error("all questions were asked before all packs were made");
      times.push(await asked(origin, question));
      await new Promise((resolve) => setTimeout(resolve, rest));
    }
    return times;
  };
  const [normal, meanwhile] = [Array.of<number>(), Array.of<number>()];
  const [seconds, peaks] = [Array.of<number>(), Array.of<number>()];
  await looked(() => waiting.length < questions().length - 40);
  for (const month of pack.months) {
    const began = performance.now();
    normal.push(...(await looked(() => performance.now() - began > alone)));
    peakMemory(pid);
    let isMade = false;
    const path = `/api/plans/${pack.plan}/briefing/files/pack?month=${month}&horizon=2025-12`;
    const making = asked(origin, path).finally(() => {
      isMade = true;
    });
    meanwhile.push(...(await looked(() => isMade)));
    seconds.push((await making) / 1000);
    peaks.push(peakMemory(pid));
  }
  const [p99, p99Meanwhile] = [quantile(normal, 0.99), quantile(meanwhile, 0.99)];
  console.log(`the pack: ${seconds.map((each) => each.toFixed(2)).join(", ")} s (first ${pack.months[0]}; wanted ≤ 5)`);
  console.log(`memory: at most ${Math.max(...peaks).toFixed(0)} MB (wanted ≤ 400)`);
  console.log(`pages alone: p50 ${median(normal).toFixed(1)}, p99 ${p99.toFixed(1)} ms of ${normal.length}`);
  console.log(
    `pages meanwhile: p50 ${median(meanwhile).toFixed(1)}, p99 ${p99Meanwhile.toFixed(1)} ms of ${meanwhile.length}`,
  );
  console.log(`p99 ${(p99Meanwhile / p99).toFixed(2)}× (wanted ≤ 2)`);
} finally {
  await endCommand(started);
}
