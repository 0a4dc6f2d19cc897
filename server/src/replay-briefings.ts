/** Issued briefings and skeletons, built again from the audit and read from the tables; each file is hashed anew. */
import { createHash } from "node:crypto";
import { type AuditRow, findBriefingFile, findBriefings, findSkeletons, type Reader } from "@beizeng/db";
import { type Kept, type Member, membersOf } from "./audit-members.ts";

/** All that is kept of a briefing beside its files, in one order. */
function briefingText(briefing: Member): string {
  const { title, month, horizon, basis, edition, hash, skeleton, actor, actorRole, at } = briefing;
  return JSON.stringify([title, month, horizon, basis, edition, hash, skeleton, actor, actorRole, at]);
}

const fileText = ({ mediaType, bytes, sha256 }: Member) => JSON.stringify([mediaType, bytes, sha256]);

/** What a row says was issued, and how briefings were to be built. */
export function replayBriefings({ at, actor, actorRole, action }: AuditRow, payload: Member, into: Kept): void {
  const { plan, year, issue: number, version, skeleton } = payload;
  if (action === "set-skeleton") {
    into.set(`${plan} skeleton ${version}`, JSON.stringify([skeleton, actor, actorRole, at]));
  }
  if (action !== "issue-briefing") return;
  into.set(`${plan} ${year}-${number}`, briefingText({ ...payload, actor, actorRole, at }));
  for (const file of membersOf(payload.files)) into.set(`${plan} ${year}-${number} ${file.name}`, fileText(file));
}

/** What the tables hold of a plan's briefings: its place, its text. */
export async function* keptBriefings(
  reader: Reader,
  { key, id: planId }: { readonly key: string; readonly id: number },
): AsyncGenerator<readonly [string, string]> {
  for (const briefing of await findBriefings(reader, planId)) {
    const { year, number, files } = briefing;
    yield [`${key} ${year}-${number}`, briefingText({ ...briefing })];
    for (const { name, mediaType } of files) {
      const content = (await findBriefingFile(reader, { planId, year, number, name }))?.content ?? Buffer.alloc(0);
      const sha256 = createHash("sha256").update(content).digest("hex");
      yield [`${key} ${year}-${number} ${name}`, fileText({ mediaType, bytes: content.byteLength, sha256 })];
    }
  }
  for (const { version, skeleton, actor, actorRole, at } of await findSkeletons(reader, planId)) {
    yield [`${key} skeleton ${version}`, JSON.stringify([skeleton, actor, actorRole, at])];
  }
}
