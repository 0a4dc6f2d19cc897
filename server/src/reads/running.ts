/** How the product runs, for the machines that watch it. */
import { countSessions, findLedgerRevision, findStorage, findWriteFault, leastFreeBytes } from "@beizeng/db";
import type { Ready } from "../contract/running.ts";
import { type Gauge, gauge } from "../metrics.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Reads } from "./reads.ts";

/**
 * How long a write that the storage has failed counts. A later one that is kept ends it at once; without any, whoever sends
 * people elsewhere while this is not ready would else keep away the very write that showed it to be well again.
 */
const faultMilliseconds = 60_000;

const because = (zh: string, en: string) => refuse({ code: "not-ready", allowed: { zh, en } });

/** The answer of GET /api/ready: the first thing that is in the way, if any is. */
export async function readReady({ store }: Reads): Promise<Answer<Ready>> {
  const fault = findWriteFault(store);
  if (fault !== null && fault.milliseconds < faultMilliseconds)
    return because("最近一次写入失败", "the latest write failed");
  try {
    await findLedgerRevision(store);
    const storage = findStorage(store);
    if (storage !== null && storage.freeBytes < leastFreeBytes) return because("磁盘将满", "the disk is nearly full");
  } catch {
    return because("数据库没有应答", "the store does not answer");
  }
  return give({ status: "ready" });
}

/** What is to be told of store and ledger at this moment. */
export async function readGauges({ store, build, isDemonstration }: Reads): Promise<readonly Gauge[]> {
  const storage = findStorage(store);
  const kind = isDemonstration ? "demonstration" : "production";
  const room: readonly Gauge[] =
    storage === null
      ? []
      : [
          {
            name: "beizeng_store_bytes",
            help: "Size of the workspace's file and of its write-ahead log.",
            kind: "gauge",
            values: [
              [{ part: "file" }, storage.fileBytes],
              [{ part: "wal" }, storage.logBytes],
            ],
          },
          gauge("beizeng_disk_free_bytes", "Free room on the disk of the workspace's file.", storage.freeBytes),
        ];
  return [
    {
      name: "beizeng_build_info",
      help: "Version of the product and kind of the workspace.",
      kind: "gauge",
      values: [[{ version: build, workspace: kind, node: process.versions.node }, 1]],
    },
    gauge("beizeng_ledger_revision", "The ledger's revision.", await findLedgerRevision(store), "counter"),
    gauge(
      "beizeng_sessions",
      "Sessions that are kept, those that are over and not yet forgotten too.",
      await countSessions(store),
    ),
    gauge(
      "beizeng_write_failed",
      "1 where the storage has failed the latest write.",
      findWriteFault(store) === null ? 0 : 1,
    ),
    ...room,
  ];
}
