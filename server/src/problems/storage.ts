import type { StorageProblemCode } from "@beizeng/db";
import type { Wording } from "./wording.ts";

/** What is said when the disk below the store does not do its part. Nothing of the request stands. */
export const storageWordings = {
  "storage-full": {
    status: 507,
    zh: "磁盘已满，这次操作没有保存；查看不受影响。请联系管理员清理磁盘，再试一次。",
    en: "The disk is full: nothing of this was saved. Reading goes on; ask the administrator to make room, then try again.",
  },
  "storage-read-only": {
    status: 503,
    zh: "数据目录目前只能读取，这次操作没有保存；查看不受影响。请联系管理员，再试一次。",
    en: "The data folder can only be read at present: nothing of this was saved. Reading goes on; ask the administrator, then try again.",
  },
  "storage-failed": {
    status: 503,
    zh: "存储出错，这次操作没有完成。请稍后再试；仍不行请联系管理员。",
    en: "The storage failed and nothing of this was done. Try again in a moment; if it fails again, ask the administrator.",
  },
} as const satisfies Record<StorageProblemCode, Wording>;
