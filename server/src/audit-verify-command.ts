/**
 * `npm run audit:verify [demo|serve] [-- --anchor=<rows>:<hash>] [--file=<path>]`: replays the chain of the audit and
 * builds figures, targets, steps of months, extensions and returned lines again from it. Reads alone, also while the workspace is served, also a copy of it. Ends
 * with exit code 1 and the first row that is wrong; against an anchor that was printed, a cut tail and an older file show.
 */
import { fileURLToPath } from "node:url";
import { type AuditAnchor, type AuditChain, findAuditChain, openReader } from "@beizeng/db";
import { readConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";
import { replayAudit } from "./replay-audit.ts";
import { sentenceOf } from "./start-problems.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The value of `--name=value` among the arguments. */
function optionOf(name: string): string | null {
  const start = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(start))?.slice(start.length) ?? null;
}

function anchorOf(text: string | null): AuditAnchor | null {
  if (text === null) return null;
  const [, rows, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? [];
  if (rows !== undefined && hash !== undefined) return { rows: Number(rows), hash };
  throw new ConfigError(
    `存证应写成 行数:校验码（64位），现为“${text}”。 The anchor is written rows:hash (64 digits), not "${text}".`,
  );
}

const faults = {
  broken: (row: number) =>
    `第 ${row} 行与前面接不上：它或它前面的一行被改、被删、被插入或被调换。 Row ${row} does not follow from the one before it: one of them was changed, deleted, inserted or moved.`,
  missing: (row: number) =>
    `从第 ${row} 行起的记录没有了：末尾被截去，或文件是较早的副本。 The rows from ${row} on are not there: the tail was cut, or the file is an older one.`,
  other: (row: number) =>
    `第 ${row} 行不是留存时的那一行：整条记录被重写过，或不是同一个库。 Row ${row} is not the one that was printed: the chain was written anew, or this is another workspace.`,
};

function say(chain: AuditChain): boolean {
  if (!chain.isWhole) {
    console.error(faults[chain.fault](chain.brokenAt));
    return false;
  }
  console.log(
    `审计记录 ${chain.rows} 行，首尾相接，无改动。 ${chain.rows} audit rows, each following from the one before.\n存证 anchor：${chain.rows}:${chain.hash}`,
  );
  return true;
}

try {
  const mode = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
  const reader = openReader(optionOf("file") ?? readConfig(mode ?? "demo", process.env, root).file);
  const isWhole = say(await findAuditChain(reader, anchorOf(optionOf("anchor"))));
  const { observations, targetValues, monthMoves, extensions, returnedLines, additions, differences } =
    await replayAudit(reader);
  reader.close();
  for (const difference of differences) console.error(difference);
  console.log(
    `由审计记录重建 ${observations} 个数据、${targetValues} 个目标值、${monthMoves} 次结账与重新打开、${extensions} 次延期、${returnedLines} 行退回意见、${additions} 项方案增补：${differences.length} 处与台账不符。 ${observations} figures, ${targetValues} target values, ${monthMoves} steps of months, ${extensions} extensions, ${returnedLines} returned lines and ${additions} additions to plans built again from it: ${differences.length} differences.`,
  );
  process.exitCode = isWhole && differences.length === 0 ? 0 : 1;
} catch (error) {
  console.error(sentenceOf(error) ?? error);
  process.exitCode = 1;
}
