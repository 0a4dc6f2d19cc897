import { and, asc, desc, eq } from "drizzle-orm";
import { firstRow, insertedId } from "../rows.ts";
import { inserting, type NewRow, type RowOf, reading, type Scope } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";

type OfPlan = { planId: number };
type Numbered = OfPlan & { year: number; number: number };

const briefingRows = reading(({ select, t, p }: Scope<OfPlan>) => {
  const { id, planId, year, number, title, month, horizon, basis, edition, hash, skeleton } = t.briefings;
  const { actor, actorRole, at } = t.briefings;
  const quoted = { title, month, horizon, basis, edition, hash, skeleton };
  return select({ id, planId, year, number, ...quoted, actor, actorRole, at })
    .from(t.briefings)
    .where(eq(planId, p.planId))
    .orderBy(asc(id));
});

const fileRows = reading(({ select, t, p }: Scope<OfPlan>) => {
  const { id, briefingId, name, mediaType, bytes, sha256 } = t.briefingFiles;
  return select({ id, briefingId, name, mediaType, bytes, sha256 })
    .from(t.briefingFiles)
    .innerJoin(t.briefings, eq(t.briefings.id, briefingId))
    .where(eq(t.briefings.planId, p.planId))
    .orderBy(asc(id));
});

const oneFile = reading(({ select, t, p }: Scope<Numbered & { name: string }>) => {
  const { name, mediaType, sha256, content } = t.briefingFiles;
  const { planId, year, number } = t.briefings;
  return select({ name, mediaType, sha256, content })
    .from(t.briefingFiles)
    .innerJoin(t.briefings, eq(t.briefings.id, t.briefingFiles.briefingId))
    .where(and(eq(planId, p.planId), eq(year, p.year), eq(number, p.number), eq(name, p.name)));
});

const skeletonRows = reading(({ select, t, p }: Scope<OfPlan>) => {
  const { planId, version, skeleton, actor, actorRole, at } = t.briefingSkeletons;
  return select({ version, skeleton, actor, actorRole, at })
    .from(t.briefingSkeletons)
    .where(eq(planId, p.planId))
    .orderBy(desc(version));
});

const briefingInsertion = inserting("briefings");
const fileInsertion = inserting("briefingFiles");
const skeletonInsertion = inserting("briefingSkeletons");

/** A file of an issued briefing without its bytes. */
export type RecordedBriefingFile = RowOf<typeof fileRows>;

/** An issued briefing with its files. */
export type RecordedBriefing = RowOf<typeof briefingRows> & { readonly files: readonly RecordedBriefingFile[] };

/** A file as it went out. */
export type BriefingFileContent = RowOf<typeof oneFile>;

/** A version of how a plan's briefings are built. */
export type RecordedSkeleton = RowOf<typeof skeletonRows>;

/** The briefings of a plan in the order in which they were issued. */
export async function findBriefings(reader: Reader, planId: number): Promise<RecordedBriefing[]> {
  const files = await reader.all(fileRows, { planId });
  return (await reader.all(briefingRows, { planId })).map((briefing) => ({
    ...briefing,
    files: files.filter(({ briefingId }) => briefingId === briefing.id),
  }));
}

/** A file of a plan's briefing with its bytes; null where there is none of that name. */
export async function findBriefingFile(
  reader: Reader,
  file: { planId: number; year: number; number: number; name: string },
): Promise<BriefingFileContent | null> {
  return firstRow(reader.all(oneFile, file));
}

/** How a plan's briefings are built, the version that holds first; empty while the product's own does. */
export async function findSkeletons(reader: Reader, planId: number): Promise<RecordedSkeleton[]> {
  return reader.all(skeletonRows, { planId });
}

/** Keeps an issued briefing with its files; a number that the plan has in that year breaks a constraint. */
export async function insertBriefing(
  transaction: Transaction,
  briefing: NewRow<"briefings">,
  files: readonly Omit<NewRow<"briefingFiles">, "briefingId">[],
): Promise<void> {
  const briefingId = await insertedId(transaction.all(briefingInsertion, briefing));
  for (const file of files) await transaction.all(fileInsertion, { ...file, briefingId });
}

/** Appends a version of how a plan's briefings are built. */
export async function insertSkeleton(transaction: Transaction, skeleton: NewRow<"briefingSkeletons">): Promise<void> {
  await transaction.all(skeletonInsertion, skeleton);
}
