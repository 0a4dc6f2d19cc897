/**
 * `npm run bench [-- --sizes=county,province,nation] [--without-pages]`: measures the API on generated data and the weight
 * of the pages, prints the figures beside the aims, and writes them to results.json and README.md beside this file.
 * A run of all three sizes and the pages replaces what stands there; a part of it is only printed.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { dataFolder, type MadeWorkspace, type Size, sizes, workspaceOf } from "./generator/workspace.ts";
import { compareCold, compareRepeated, type Servers } from "./measure/compare.ts";
import { compareCounty } from "./measure/county-in-nation.ts";
import { longestHold } from "./measure/held-up.ts";
import { measureQuarterEnd } from "./measure/quarter-end.ts";
import { median } from "./measure/times.ts";
import { measureWrites } from "./measure/writes.ts";
import { startProcess } from "./processes/conversation.ts";
import { type Question, questions } from "./questions.ts";
import { reportOf } from "./report.ts";
import type { QuestionResult, Results, SizeResult } from "./results.ts";
import { weighPages } from "./weights.ts";

const options = process.argv.slice(2);
const unknown = options.filter((option) => !/^--(sizes=[a-z,]+|without-pages)$/.test(option));
const named = options
  .find((option) => option.startsWith("--sizes="))
  ?.slice("--sizes=".length)
  .split(",");
const isSize = (word: string): word is Size => Object.hasOwn(sizes, word);
const chosen = (named ?? Object.keys(sizes)).filter(isSize);
if (unknown.length > 0 || (named !== undefined && chosen.length !== named.length)) {
  console.error(
    `unknown: ${[...unknown, ...(named ?? []).filter((word) => !isSize(word))].join(" ")}; known: --sizes=${Object.keys(sizes)} --without-pages`,
  );
  process.exit(1);
}
const withPages = !options.includes("--without-pages");
const say = (words: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${words}`);

async function measureQuestion(servers: Servers, question: Question): Promise<QuestionResult> {
  const { name, title, isOfAllPlaces, addresses } = question;
  const afterWrite = isOfAllPlaces ? null : await compareCold(servers, question, true);
  const cold = await compareCold(servers, question, false);
  const repeated = await compareRepeated(servers, question, false);
  const notModified = await compareRepeated(servers, question, true);
  const statements = median(await servers.plain.ask("statements", addresses(1)[0] ?? "", isOfAllPlaces ? 5 : 100));
  return { question: name, title, afterWrite, cold, repeated, notModified, statements };
}

async function measureSize(size: Size, made: MadeWorkspace, folder: string): Promise<SizeResult> {
  const counties = sizes[size];
  const copy = (name: string) => {
    const file = join(folder, `${size}-${name}.sqlite`);
    copyFileSync(made.file, file);
    return file;
  };
  const [product, plain, bare] = [
    await startProcess("product.ts", copy("read")),
    await startProcess("plain.ts", made.file),
    await startProcess("bare.ts"),
  ];
  const results: QuestionResult[] = [];
  for (const question of questions) {
    say(`${size}: ${question.title}`);
    results.push(await measureQuestion({ product, plain, bare, counties }, question));
  }
  for (const server of [product, plain, bare]) await server.end();
  say(`${size}: longest statement`);
  const longest = await longestHold(join(folder, `${size}-read.sqlite`), questions, counties);
  say(`${size}: durable writes`);
  const writes = await measureWrites(copy("write"), copy("plain"), counties, counties === 1 ? 40 : 200);
  const database = new Database(made.file, { readonly: true });
  const observations = Number(database.prepare("SELECT count(*) FROM observations").pluck().get());
  database.close();
  const megabytes = statSync(made.file).size / 1e6;
  const secondsToMake = made.secondsToMake === 0 ? null : made.secondsToMake;
  return { size, counties, observations, megabytes, secondsToMake, questions: results, longest, writes };
}

function copyOf({ file }: MadeWorkspace, folder: string): string {
  const copy = join(folder, "quarter-end.sqlite");
  copyFileSync(file, copy);
  return copy;
}

async function run(): Promise<Results> {
  const [loadBefore = 0] = loadavg();
  const files = new Map<Size, MadeWorkspace>();
  for (const size of chosen) {
    say(`data of a ${size}`);
    files.set(size, await workspaceOf(size));
  }
  const began = performance.now();
  const folder = mkdtempSync(join(dataFolder, "run-"));
  try {
    const measured: SizeResult[] = [];
    for (const [size, made] of files) measured.push(await measureSize(size, made, folder));
    const [question] = questions;
    const isWhole = files.has("county") && files.has("nation") && question !== undefined;
    if (isWhole) say("one county in the nation's file");
    const within = { own: join(folder, "county-read.sqlite"), nation: join(folder, "nation-read.sqlite") };
    const countyInNation = isWhole ? await compareCounty(within, question) : null;
    const province = files.get("province");
    if (province !== undefined) say("a province: a quarter's end");
    const quarterEnd =
      province === undefined ? null : await measureQuarterEnd(copyOf(province, folder), sizes.province);
    if (withPages) say("weight of the pages");
    const pages = withPages ? weighPages() : [];
    const database = new Database(":memory:");
    const sqlite = String(database.prepare("SELECT sqlite_version()").pluck().get());
    database.close();
    const [load = 0] = loadavg();
    const machine = {
      cores: cpus().length,
      processor: cpus()[0]?.model ?? "unknown",
      memoryGigabytes: Math.round(totalmem() / 2 ** 30),
      node: process.versions.node,
      sqlite,
      load: [loadBefore, load] as const,
    };
    return { machine, seconds: (performance.now() - began) / 1000, sizes: measured, countyInNation, quarterEnd, pages };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Puts the report between the README's markers. */
function keep(results: Results): void {
  const readme = new URL("README.md", import.meta.url);
  const [begin, end] = ["<!-- measured -->", "<!-- end of measured -->"];
  const text = readFileSync(readme, "utf8");
  const [before] = text.split(begin);
  const [, after] = text.split(end);
  writeFileSync(readme, `${before}${begin}\n\n${reportOf(results)}\n\n${end}${after}`);
  writeFileSync(new URL("results.json", import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
}

const results = await run();
console.log(reportOf(results));
if (withPages && chosen.length === Object.keys(sizes).length) keep(results);
