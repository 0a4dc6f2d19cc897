/**
 * Images of a store's file and its log as a power loss or a failing disk leaves them, each opened and held against what
 * had been committed. TRUST R2.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { openStore } from "@beizeng/db";
import Database from "better-sqlite3";
import { drawnFrom } from "../helpers/drawn.ts";
import { allPapers } from "./plan-of-papers.ts";
import { type History, hashOf, writePaper } from "./recorded-history.ts";
import { expectSound, expectWholeChain } from "./whole-file.ts";
import { pagesIn } from "./write-ahead-log.ts";

const sector = 512;

/** What was done to a stretch of the log. */
const damages = ["cut", "zeroed", "lost", "flipped", "shuffled"] as const;

/** An image, and the states it may open to: their places in the history, both included. */
interface Image {
  readonly name: string;
  readonly file: Buffer;
  readonly log: Buffer;
  readonly from: number;
  readonly until: number;
}

/** What a run of images showed. */
export interface ImagesSurvived {
  readonly images: number;
  /** Images that opened to the last acknowledged state, or to one that was being written when the power went. */
  readonly powerLosses: number;
  /** Images damaged where the disk had said it was safe; they opened to an earlier state. */
  readonly shortened: number;
}

type Draw = () => number;
const below = (draw: Draw, most: number) => Math.floor(draw() * most);

/** Damages the bytes from `from` up to `to`; `before` is what the disk held there, nothing behind its end. */
function damaged(draw: Draw, log: Buffer, before: Buffer, [from, to]: readonly [number, number]): [string, Buffer] {
  const kind = damages[below(draw, damages.length)] ?? "cut";
  const at = from + below(draw, to - from);
  const old = Buffer.alloc(log.length);
  before.copy(old, 0, 0, log.length);
  const image = Buffer.from(log);
  const sectorsOf = (place: number): readonly [number, number] => {
    const start = Math.floor(place / sector) * sector;
    return [Math.max(from, start), Math.min(to, start + sector)];
  };
  if (kind === "cut") {
    // What was written before the power went is there; behind it stands what stood there before, or nothing.
    old.copy(image, at, at);
    return [kind, before.length > log.length ? image : image.subarray(0, at)];
  }
  if (kind === "shuffled") {
    // A disk writes sectors in any order: each of these came to it or did not.
    for (let place = from; place < to; place += sector) {
      const [start, end] = sectorsOf(place);
      if (draw() < 0.5) old.copy(image, start, start, end);
    }
  } else {
    const [start, end] = sectorsOf(at);
    if (kind === "zeroed") image.fill(0, start, end);
    else if (kind === "lost") old.copy(image, start, start, end);
    else image.writeUInt8(image.readUInt8(at) ^ (1 << below(draw, 8)), at);
  }
  return [kind, image];
}

/** The power goes while the transaction after state `k` is being written: what was synced stands, the rest is anything. */
function powerLoss(draw: Draw, { base, log, logBefore, ends }: History): Image {
  const k = below(draw, ends.length - 1);
  const stretch = [ends[k] ?? 0, ends[k + 1] ?? 0] as const;
  // Of what came later nothing was written yet: there stands what the earlier generation left.
  const written = Buffer.concat([log.subarray(0, stretch[1]), logBefore.subarray(stretch[1])]);
  const [kind, image] = damaged(draw, written, logBefore, stretch);
  return { name: `power loss after state ${k}, ${kind}`, file: base, log: image, from: k, until: k + 1 };
}

/** The power goes while the log is taken over into the file: of each page that it holds any sectors may be torn. */
function tornTakingOver(draw: Draw, { base, log, content, states }: History): Image {
  const file = Buffer.alloc(Math.max(base.length, content.length));
  base.copy(file);
  const { pages, pageBytes } = pagesIn(log);
  for (const page of pages) {
    for (let at = (page - 1) * pageBytes; at < page * pageBytes; at += sector) {
      const drawn = draw();
      if (drawn < 0.4) content.copy(file, at, at, at + sector);
      else if (drawn < 0.6) file.fill(below(draw, 256), at, at + sector);
    }
  }
  const last = states.length - 1;
  return { name: "power loss while the log is taken over", file, log, from: last, until: last };
}

/** The disk breaks what it had said was safe, anywhere in the log: what follows is lost, and nothing else. */
function brokenPromise(draw: Draw, { base, log, logBefore, ends }: History): Image {
  const end = ends.at(-1) ?? 0;
  const at = below(draw, end);
  const stretch = [at, Math.min(end, at + 1 + below(draw, 16 * sector))] as const;
  const [kind, image] = damaged(draw, log, logBefore, stretch);
  const before = ends.findLastIndex((each) => each <= at);
  return {
    name: `a disk that ${kind} byte ${at}`,
    file: base,
    log: image,
    from: Math.max(0, before),
    until: ends.length - 1,
  };
}

/** Opens an image as the engine does after the power came back; answers the state's place, -1 for none that ever was. */
function stateOf(path: string, { log }: Image, { states }: History): number {
  rmSync(`${path}-shm`, { force: true });
  writeFileSync(`${path}-wal`, log, { mode: 0o600 });
  const database = new Database(path, { readonly: true });
  try {
    return states.indexOf(hashOf(database.serialize()));
  } finally {
    database.close();
  }
}

/** Every so many images the whole product opens one, and goes on writing. */
const wholeEvery = 100;

/** Opens the image by the store itself, writes a paper that nobody has written, and looks at everything. */
async function goOn(path: string): Promise<void> {
  const now = () => "2026-02-03T02:00:00.000Z";
  const store = await openStore({ engine: "sqlite", file: path, now, migrate: false, minimumFreeBytes: 0 });
  const paper = allPapers().at(-1);
  if (paper !== undefined) for await (const _ of writePaper(store, paper));
  await store.close();
  const database = new Database(path, { readonly: true });
  expectSound(database);
  database.close();
  await expectWholeChain(path);
}

/** Makes and opens so many images of a history; throws where one opens to anything but a state that was, or loses what it must not. */
export async function openDamaged(
  history: History,
  { images, seed }: { images: number; seed: number },
): Promise<ImagesSurvived> {
  const draw = drawnFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), "beizeng-images-"));
  const path = join(folder, "store.db");
  const count = { powerLosses: 0, shortened: 0 };
  // Whoever only reads leaves the file as it is: it is written anew where it must differ.
  let standing: Buffer | null = null;
  try {
    for (let number = 0; number < images; number += 1) {
      const drawn = draw();
      const make = drawn < 0.7 ? powerLoss : drawn < 0.75 ? tornTakingOver : brokenPromise;
      const image = make(draw, history);
      if (standing !== image.file) writeFileSync(path, image.file, { mode: 0o600 });
      standing = image.file;
      const state = stateOf(path, image, history);
      // The engine's copy of a file is given back in a later turn of the loop, not before.
      await turn();
      if (state < image.from || state > image.until) {
        throw new Error(
          `seed ${seed}, image ${number}: ${image.name} opens to state ${state}, not ${image.from} to ${image.until}`,
        );
      }
      if (make !== brokenPromise) count.powerLosses += 1;
      else if (state < image.until) count.shortened += 1;
      if (number % wholeEvery !== 0) continue;
      await goOn(path);
      standing = null;
    }
    return { images, ...count };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
