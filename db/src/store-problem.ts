import type { Text } from "./schema/column-makers.ts";

/** Every refusal of the store: one clear sentence each, to which the detail of the case is added. */
export const storeProblems = {
  "engine-too-old": {
    zh: "数据库引擎版本过低，不能保证写入安全",
    en: "The database engine is too old to keep its promises",
  },
  "no-write-ahead-log": {
    zh: "数据库不在预写日志（WAL）模式",
    en: "The database does not keep a write-ahead log",
  },
  "synchronous-not-full": {
    zh: "数据库没有在每次提交时落盘，断电会丢失已确认的数据",
    en: "The database does not sync every commit to disk, so acknowledged writes could be lost",
  },
  "foreign-keys-off": { zh: "数据库没有检查外键", en: "The database does not check foreign keys" },
  "file-in-use": {
    zh: "数据文件正被另一个进程使用，请先停止它",
    en: "Another process is using the data file; stop it first",
  },
  "file-world-readable": {
    zh: "数据文件可被本机所有用户读取，请把权限改为 600",
    en: "Every user of this machine can read the data file; change its mode to 600",
  },
  "folder-missing": { zh: "数据目录不存在或不能写入", en: "The data folder is missing or cannot be written" },
  "disk-nearly-full": { zh: "磁盘剩余空间不足", en: "The disk is nearly full" },
  "not-a-store": { zh: "这个文件不是本产品的数据文件", en: "The file is not a store of this product" },
  "schema-unmigrated": {
    zh: "数据结构尚未升级到本版本",
    en: "The schema has not been migrated to this version",
  },
  "schema-newer": {
    zh: "数据文件由更新的版本写成，本版本不能打开",
    en: "The data was written by a newer version and cannot be opened by this one",
  },
  "schema-foreign": {
    zh: "数据结构的升级记录与本版本不一致",
    en: "The recorded migrations are not those of this version",
  },
  "server-unreachable": { zh: "连接不上数据库服务器", en: "The database server cannot be reached" },
  "store-closed": { zh: "数据库已经关闭", en: "The store is closed" },
  "write-outside-transaction": {
    zh: "写入必须在事务之内",
    en: "A write must stand inside inTransaction",
  },
  "nested-transaction": {
    zh: "事务之内不能再开事务",
    en: "A transaction cannot be opened inside another",
  },
  "transaction-over": { zh: "事务已经结束", en: "The transaction is over" },
  "revision-raised-twice": {
    zh: "一次写入只能产生一个台账版本号",
    en: "One accepted write raises exactly one ledger revision",
  },
  "revision-without-audit": {
    zh: "台账版本号必须有且只有一条审计记录",
    en: "A ledger revision must come with exactly one audit row",
  },
  "correction-mismatch": {
    zh: "更正所指的不是该指标该月现行的数据",
    en: "The correction does not point at the value that stands for this measure and month",
  },
  "definition-differs": {
    zh: "同一编码的行政区、单位或指标已有不同的定义",
    en: "A place, unit or indicator is stored already with another definition",
  },
  "append-only": { zh: "台账只增不改", en: "The ledger only grows: rows are never changed or deleted" },
  "constraint-violated": { zh: "数据不符合约束", en: "The row breaks a constraint of the store" },
  "storage-full": { zh: "磁盘已满，写入未生效", en: "The disk is full; nothing was written" },
  "storage-read-only": { zh: "存储只读，写入未生效", en: "The storage is read-only; nothing was written" },
  "backup-under-way": { zh: "另一个备份正在进行", en: "Another backup is under way" },
  "backup-unwritable": { zh: "备份写不进目标目录", en: "The backup cannot be written" },
  "backup-without-room": {
    zh: "磁盘剩余空间不够放下备份",
    en: "The disk has no room for the backup",
  },
  "backup-without-manifest": {
    zh: "没有这份备份，或旁边缺它的清单",
    en: "There is no such backup, or its manifest does not lie beside it",
  },
  "backup-damaged": {
    zh: "备份与清单不符：内容被改动或已损坏",
    en: "The backup is not what its manifest says: it was changed or is damaged",
  },
  "backup-unsound": {
    zh: "备份里的数据库检查不合格",
    en: "The database within the backup is not sound",
  },
  "backup-of-another-kind": {
    zh: "这份备份不是这种库（正式库、演示库）的",
    en: "The backup is of another kind of workspace",
  },
  "backup-key-missing": {
    zh: "备份是加密的，请用 BACKUP_KEY_FILE 指明密钥文件",
    en: "The backup is encrypted: name the file of its key by BACKUP_KEY_FILE",
  },
  "backup-key-other": {
    zh: "密钥不是加密这份备份的那一个",
    en: "The key is not the one that the backup was encrypted with",
  },
  "backup-key-open": {
    zh: "密钥文件可被本机所有用户读取，请把权限改为 0640 或更严",
    en: "Every user of this machine can read the key file; make it 0640 or stricter",
  },
  "backup-key-unusable": {
    zh: "密钥文件读不到，或内容不是64位十六进制数字（openssl rand -hex 32）",
    en: "The key file cannot be read, or holds no 64 hexadecimal digits (openssl rand -hex 32)",
  },
  "backup-before-migration": {
    zh: "升级数据结构前的备份没有做成，未升级",
    en: "The backup before the migration could not be made; nothing was migrated",
  },
  "storage-failed": { zh: "存储出错，写入未生效", en: "The storage failed; nothing was written" },
} as const satisfies Record<string, Text>;

export type StoreProblemCode = keyof typeof storeProblems;

const storageCodes = ["storage-full", "storage-read-only", "storage-failed"] as const;

/** The refusals that say nothing of what was asked, only of the disk below. */
export type StorageProblemCode = (typeof storageCodes)[number];

/** A refusal of the store; `code` names it, `sentence` says it in Chinese and English with the detail of the case. */
export class StoreProblem extends Error {
  readonly code: StoreProblemCode;
  readonly sentence: Text;

  constructor(code: StoreProblemCode, detail?: string, options?: ErrorOptions) {
    const { zh, en } = storeProblems[code];
    super(detail === undefined ? `${en}.` : `${en}: ${detail}.`, options);
    this.name = "StoreProblem";
    this.code = code;
    this.sentence = { zh: detail === undefined ? `${zh}。` : `${zh}：${detail}。`, en: this.message };
  }
}

/** The storage's refusal of what was to be written or read, null of any other error. */
export function storageProblemOf(error: unknown): StorageProblemCode | null {
  return error instanceof StoreProblem ? (storageCodes.find((code) => code === error.code) ?? null) : null;
}
