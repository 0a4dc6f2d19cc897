/** The audit as a table to take away: every row as it is hashed, and at the end what pins the range. */
import type { Text } from "../domain/model.ts";
import { byteOrderMark, csvLine } from "./csv.ts";

/** A row of the audit as it is kept. */
interface KeptRow {
  readonly id: number;
  readonly revision: number | null;
  readonly at: string;
  readonly actor: string;
  readonly actorRole: string;
  readonly action: string;
  readonly entity: string;
  readonly payload: string;
  readonly previousHash: string;
  readonly hash: string;
}

const headings: readonly Text[] = [
  { zh: "行号", en: "Row" },
  { zh: "时间（UTC）", en: "Time (UTC)" },
  { zh: "账号", en: "Account" },
  { zh: "角色", en: "Role" },
  { zh: "操作", en: "Action" },
  { zh: "操作代码", en: "Code of the action" },
  { zh: "对象", en: "About" },
  { zh: "台账版本", en: "Ledger revision" },
  { zh: "内容", en: "Content" },
  { zh: "上一行校验码", en: "Hash of the row before" },
  { zh: "本行校验码", en: "Hash of the row" },
];
const ends = {
  first: { zh: "首行", en: "First row" },
  last: { zh: "末行", en: "Last row" },
  none: { zh: "没有符合条件的记录", en: "No row was found" },
} as const;

/** The table in pieces of text, in a language; `nameOf` words the actions. */
export async function* auditTable(
  pieces: AsyncIterable<readonly KeptRow[]>,
  language: "zh" | "en",
  nameOf: (action: string) => Text,
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(headings.map((heading) => heading[language]));
  let first: KeptRow | null = null;
  let last: KeptRow | null = null;
  for await (const piece of pieces) {
    first ??= piece[0] ?? null;
    last = piece.at(-1) ?? last;
    yield piece.map((row) => csvLine(cellsOf(row, nameOf(row.action)[language]))).join("");
  }
  if (first === null || last === null) {
    yield csvLine([ends.none[language]]);
    return;
  }
  yield csvLine([ends.first[language], first.id, first.hash]) + csvLine([ends.last[language], last.id, last.hash]);
}

function cellsOf(row: KeptRow, name: string): readonly (string | number | null)[] {
  const { id, at, actor, actorRole, action, entity, revision, payload, previousHash, hash } = row;
  return [id, at, actor, actorRole, name, action, entity, revision, payload, previousHash, hash];
}
