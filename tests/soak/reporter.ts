/** Writes what a run found into results.json and the table, harness after harness as they end. */
import { cpus } from "node:os";
import { basename } from "node:path";
import type { Reporter, TestCase, TestModule } from "vitest/node";
import "./harness.ts";
import { keepRows, readRows, type SoakRow, withRow } from "./results.ts";

const machine = `${cpus().length} × ${cpus()[0]?.model.replaceAll(/\(R\)|\(TM\)/g, "") ?? "?"}, Node ${process.versions.node}`;
const today = () => new Date().toISOString().slice(0, 10);
const firstLine = (text: string) => text.split("\n", 1)[0]?.replaceAll("|", "/").slice(0, 200) ?? "";

function rowOf(test: TestCase): SoakRow | null {
  const said = test.meta().soak;
  const result = test.result();
  if (said === undefined || result.state === "pending") return null;
  const isGood = result.state === "passed";
  const found = isGood ? said.found : firstLine(result.errors?.[0]?.message ?? "");
  const seconds = (test.diagnostic()?.duration ?? 0) / 1000;
  return { ...said, isGood, found, seconds, day: today(), machine };
}

/** The row of a file whose tests say nothing of themselves: how many of them passed. */
function rowOfFile(module: TestModule): SoakRow {
  const [, promise = "—", what = ""] = /^(?:([RS]\d+)-)?(.*)\.soak\.ts$/.exec(basename(module.moduleId)) ?? [];
  const tests = [...module.children.allTests()];
  const failed = tests.filter((test) => test.result().state !== "passed");
  const isGood = module.ok() && tests.length > 0;
  const fault = failed[0]?.result().errors?.[0]?.message ?? module.errors()[0]?.message ?? "";
  const found = isGood ? "nothing" : firstLine(`${failed.map(({ name }) => name).join("; ")} ${fault}`);
  const size = { size: tests.length, full: tests.length, unit: "cases", seed: null };
  const seconds = module.diagnostic().duration / 1000;
  return { promise, what: what.replaceAll("-", " "), ...size, isGood, found, seconds, day: today(), machine };
}

/** The reporter of `npm run soak`. */
export default class SoakReporter implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()];
    const own = tests.map(rowOf).filter((row) => row !== null);
    const rows = own.length > 0 ? own : [rowOfFile(module)];
    keepRows(rows.reduce(withRow, readRows()));
  }
}
