/** The store: the engine on this machine, and the workspace's file as it stands. */
import { inspectStore, type StoreInspection, StoreProblem, tryEngine } from "@beizeng/db";
import { commandText } from "../command-text.ts";
import { about, type Finding, text } from "./finding.ts";

/** What a store's refusal says, as a finding's. */
function problemOf(error: unknown) {
  if (error instanceof StoreProblem) return text(error.sentence.zh, error.sentence.en);
  return text("", error instanceof Error ? error.message : String(error));
}

/** Whether the engine keeps what the store promises: version, write-ahead log, a sync for each commit, foreign keys. */
export async function engineFinding(attempt: () => Promise<string> = tryEngine): Promise<Finding> {
  const engine = about("数据库引擎", "Engine");
  try {
    const version = await attempt();
    return engine.ok(
      text(
        `SQLite ${version}，预写日志，每次提交落盘（FULL），检查外键。`,
        "write-ahead log, a sync for each commit, foreign keys.",
      ),
    );
  } catch (error) {
    return engine.bad(
      problemOf(error),
      text("请重新安装本版本，不要换用别的 SQLite。", "Install this version anew, with the SQLite that it carries."),
    );
  }
}

/** What was found of a file that is there: the findings, and what else is told by it. */
export async function storeFindings(
  file: string,
): Promise<{ readonly findings: readonly Finding[]; readonly inspection: StoreInspection | null }> {
  const schema = about("数据结构", "Schema");
  try {
    const inspection = await inspectStore(file);
    return { findings: [lockFinding(inspection), ...fileFindings(inspection)], inspection };
  } catch (error) {
    const advice = text(
      `不要改动这个文件。用写它的版本打开，或用备份恢复（${commandText("restore")}）。`,
      `Leave the file as it is. Open it by the version that wrote it, or restore a backup (${commandText("restore")}).`,
    );
    return { findings: [schema.bad(problemOf(error), advice)], inspection: null };
  }
}

function lockFinding({ holder }: StoreInspection): Finding {
  const lock = about("占用", "Lock");
  if (!holder.isHeld) return lock.ok(text("没有进程在使用数据文件。", "no process uses the file."));
  return lock.ok(text(`进程 ${holder.pid ?? "?"} 正在使用。`, `process ${holder.pid ?? "?"} serves it.`));
}

function fileFindings(inspection: StoreInspection): readonly Finding[] {
  const schema = about("数据结构", "Schema");
  const { pendingMigrations: pending, looseTables, hasWriteAheadLog } = inspection;
  const findings = [
    pending === 0
      ? schema.ok(text("与本版本一致。", "as this version has it."))
      : schema.notice(
          text(`有 ${pending} 步升级未做。`, `${pending} migrations are pending.`),
          text("下次启动会自动升级，升级前先备份。", "The next start applies them; make a backup before."),
        ),
  ];
  if (looseTables.length > 0) {
    findings.push(
      about("表", "Tables").bad(
        text(`${looseTables.join("、")} 不是 STRICT 表。`, "are not STRICT."),
        text(
          `文件被别的程序改过：用备份恢复（${commandText("restore")}）。`,
          `Another program has changed the file: restore a backup (${commandText("restore")}).`,
        ),
      ),
    );
  }
  const log = about("预写日志", "Write-ahead log");
  findings.push(
    hasWriteAheadLog
      ? log.ok(text("WAL。", ""))
      : log.notice(
          text("文件不在 WAL 模式。", "the file keeps none."),
          text("下次启动会改回；查一查是谁改了它。", "The next start sets it right; find out who changed it."),
        ),
  );
  return findings;
}
