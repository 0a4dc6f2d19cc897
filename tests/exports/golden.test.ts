/**
 * The files of six briefings as they were when somebody last looked at them, unzipped: whatever changes one is named by its part
 * and line. After a change that is meant, `npm run golden -w tests` keeps today's; look at what it changes before it is committed.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { type GoldenFile, goldenCases, goldenFiles } from "../helpers/briefing/golden-cases.ts";
import { differencesOf, type Parts, partsOf } from "../helpers/briefing/kept-parts.ts";
import { packageFaults } from "../helpers/office/package-faults.ts";

const folder = fileURLToPath(new URL("./golden/", import.meta.url));
/** Where a part is kept as it is in most cases. */
const shared = "shared";
const isKept = process.env.GOLDEN === "keep";
/** So many differences are told of a case. */
const mostTold = 20;

/** The place of a part: an Office file is a folder, any other is a text of its own. */
const placeOf = (owner: string, file: string, part: string) =>
  join(folder, owner, part === "" ? `${file}.txt` : join(file, part));
const listOf = (owner: string, file: string) => join(folder, owner, `${file}.parts.txt`);

function write(place: string, lines: readonly string[]): void {
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, `${lines.join("\n")}\n`);
}

const read = (place: string) => readFileSync(place, "utf8").slice(0, -1).split("\n");

/** A file as it is kept; nothing for one that never was. */
function keptParts(owner: string, file: string): Parts {
  const list = listOf(owner, file);
  if (!existsSync(list)) return new Map();
  return new Map(
    read(list).map((part) => {
      const own = placeOf(owner, file, part);
      return [part, read(existsSync(own) ? own : placeOf(shared, file, part))];
    }),
  );
}

const made = new Map<string, ReadonlyMap<string, Parts>>();

/** The text of each place that most cases have there; none where no two agree. */
function commonTexts(): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const files of made.values()) {
    for (const [file, parts] of files) {
      for (const [part, lines] of parts) {
        const [place, text] = [placeOf(shared, file, part), lines.join("\n")];
        const ofPlace = counts.get(place) ?? new Map<string, number>();
        counts.set(place, ofPlace.set(text, (ofPlace.get(text) ?? 0) + 1));
      }
    }
  }
  return new Map(
    [...counts].flatMap(([place, ofPlace]): [string, string][] => {
      const [[text, count] = ["", 0]] = [...ofPlace].toSorted(([, one], [, other]) => other - one);
      return count > 1 ? [[place, text]] : [];
    }),
  );
}

/** Writes all cases anew; what most of them share is written once. */
function keep(): void {
  rmSync(folder, { recursive: true, force: true });
  const common = commonTexts();
  for (const [owner, files] of made) {
    for (const [file, parts] of files) {
      write(listOf(owner, file), [...parts.keys()]);
      for (const [part, lines] of parts) {
        const place = placeOf(shared, file, part);
        write(common.get(place) === lines.join("\n") ? place : placeOf(owner, file, part), lines);
      }
    }
  }
}

afterAll(() => {
  if (isKept && made.size === goldenCases.length) keep();
});

const openedFiles = (files: readonly GoldenFile[]) =>
  new Map(files.map(({ name, content }) => [name, partsOf(name, content)]));

test.each(goldenCases)(
  "$name is as it was kept, sound, and the same bytes when asked again",
  {
    timeout: 180_000,
  },
  async (golden) => {
    const [files = [], again = []] = await goldenFiles(golden);
    const otherwise = files.filter(
      ({ content }, index) => !Buffer.from(content).equals(again[index]?.content ?? Buffer.of()),
    );
    expect(otherwise.map(({ name }) => name)).toEqual([]);
    const packages = files.filter(({ name }) => !/\.(csv|json|zip)$/.test(name));
    expect(packages.flatMap(({ name, content }) => packageFaults(content).map((fault) => `${name}: ${fault}`))).toEqual(
      [],
    );
    const now = openedFiles(files);
    made.set(golden.name, now);
    if (isKept) return;
    const differences = [...now].flatMap(([file, parts]) => differencesOf(file, keptParts(golden.name, file), parts));
    expect(differences.slice(0, mostTold), `${differences.length} differences`).toEqual([]);
  },
);

test("a changed part is told by file, part and line; parts that came, went or moved are told too", () => {
  const kept: Parts = new Map([
    ["a.xml", ["<a>", "<b>1</b></a>"]],
    ["b.xml", ["<b/>"]],
  ]);
  const told = (now: [string, string[]][]) => differencesOf("document.docx", kept, new Map(now));
  expect(told([...kept].map(([part, lines]) => [part, [...lines]]))).toEqual([]);
  expect(
    told([
      ["a.xml", ["<a>", "<b>2</b></a>"]],
      ["c.xml", ["<c/>"]],
    ]),
  ).toEqual([
    "document.docx b.xml is not there any more",
    "document.docx a.xml line 2: <b>2</b></a>, kept: <b>1</b></a>",
    "document.docx c.xml was not there",
  ]);
  expect(
    told([
      ["b.xml", ["<b/>"]],
      ["a.xml", ["<a>", "<b>1</b></a>", ""]],
    ]),
  ).toEqual(["document.docx a.xml line 3: , kept: (end)"]);
  expect(
    told([
      ["b.xml", ["<b/>"]],
      ["a.xml", ["<a>", "<b>1</b></a>"]],
    ]),
  ).toEqual(["document.docx: its parts stand in another order"]);
});

test("a long part is kept by its first lines, and a changed line beyond them is found", () => {
  const csv = (changed: number) =>
    Buffer.from(Array.from({ length: 2000 }, (_, line) => `${line === changed ? "x" : line}\r\n`).join(""));
  const kept = partsOf("flat.csv", csv(-1));
  expect(kept.get("")?.length).toBeLessThan(70);
  expect(differencesOf("flat.csv", kept, partsOf("flat.csv", csv(-1)))).toEqual([]);
  expect(differencesOf("flat.csv", kept, partsOf("flat.csv", csv(1234)))[0]).toMatch(
    /^flat\.csv {2}line 45: … lines 1221 to 1270/,
  );
});
