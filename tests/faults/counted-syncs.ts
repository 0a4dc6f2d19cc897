/** The product under strace, which counts how often it has the disk keep the log. TRUST R2. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { allPapers } from "./plan-of-papers.ts";
import { openProductionFolder } from "./production-folder.ts";
import { bundleProduct, startServed } from "./served.ts";
import { Writers } from "./writers.ts";

/** Commits that the ledger tells of, and syncs of the log while they were made. */
export interface CountedSyncs {
  readonly commits: number;
  readonly syncs: number;
}

/** Has eight people hand so many papers in and have them accepted. Needs strace (apt-get install -y strace). */
export async function countSyncs(papers: number): Promise<CountedSyncs> {
  execFileSync("strace", ["-V"], { stdio: "ignore" });
  await bundleProduct();
  const folder = await openProductionFolder();
  const calls = join(folder.folder, "calls");
  try {
    const auditRows = () => {
      const database = new Database(folder.file, { readonly: true });
      const count = Number(database.prepare("SELECT count(*) FROM audit_rows").pluck().get());
      database.close();
      return count;
    };
    const before = auditRows();
    const trace = ["strace", "-D", "-f", "-y", "--seccomp-bpf", "-e", "trace=fsync,fdatasync", "-o", calls];
    const served = await startServed(folder.folder, trace);
    const work = new Writers(folder, allPapers().slice(0, papers));
    await work.work(served.address, 8);
    const syncs = readFileSync(calls, "utf8").split("\n");
    // Each write of the ledger leaves one row of the audit in its own transaction.
    const commits = auditRows() - before;
    await served.end("SIGTERM");
    return { commits, syncs: syncs.filter((call) => /production\.sqlite-wal>\)\s*= 0/.test(call)).length };
  } finally {
    folder.dispose();
  }
}
