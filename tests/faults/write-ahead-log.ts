/** A write-ahead log of SQLite as bytes: where its transactions end. https://sqlite.org/fileformat2.html#walformat */

const headerBytes = 32;
const frameHeaderBytes = 24;

/** The offsets behind each committed transaction of the log's present generation, in order; frames of earlier ones are left out. */
export function commitEnds(log: Buffer): readonly number[] {
  if (log.length < headerBytes) return [];
  const frameBytes = frameHeaderBytes + log.readUInt32BE(8);
  const salts = log.subarray(16, 24);
  const ends: number[] = [];
  for (let at = headerBytes; at + frameBytes <= log.length; at += frameBytes) {
    if (!log.subarray(at + 8, at + 16).equals(salts)) break;
    const pagesAfterCommit = log.readUInt32BE(at + 4);
    if (pagesAfterCommit > 0) ends.push(at + frameBytes);
  }
  return ends;
}

/** The numbers of the pages that the log holds in this generation, from 1. */
export function pagesIn(log: Buffer): { readonly pages: ReadonlySet<number>; readonly pageBytes: number } {
  const pageBytes = log.readUInt32BE(8);
  const end = commitEnds(log).at(-1) ?? headerBytes;
  const pages = new Set<number>();
  for (let at = headerBytes; at < end; at += frameHeaderBytes + pageBytes) pages.add(log.readUInt32BE(at));
  return { pages, pageBytes };
}

/** Which generation of the log it is: its salts, which each beginning anew changes. */
export const generationOf = (log: Buffer): string => log.subarray(16, 24).toString("hex");
