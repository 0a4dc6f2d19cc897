/** The weight of the pages: what a fresh build makes a browser load for each of them, gzipped. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** A file of the build as vite's manifest names it, by its source. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

/** Kilobytes (1,000 bytes) of gzipped script and style. */
export interface PageWeight {
  readonly page: string;
  /** Script without which nothing of the page can be shown: entry, words of the first language, the page itself. */
  readonly script: number;
  /** The same and everything that the page loads later, such as its charts. */
  readonly whole: number;
  /** What the whole page asks for beyond what 本月研判 needs before its headline. */
  readonly beyondFirst: number;
  readonly style: number;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const entry = "index.html";
const firstWords = "src/words/zh-CN/first.ts";
const pageOf = /^src\/pages\/[^/]+\/([^/]+)-page\.tsx$/;
const first = "overview";

/** The chunk and everything that it imports before it can run. */
function needed(manifest: Manifest, ...names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const add = (name: string) => {
    if (found.has(name)) return;
    const chunk = manifest[name];
    // A name that the build does not know would weigh nothing.
    if (chunk === undefined) throw new Error(`the build has no ${name}`);
    found.add(name);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  names.forEach(add);
  return found;
}

/** The chunks of a page and those that it asks for once it is there; what the frame may ask for is another page's. */
function neededLater(manifest: Manifest, page: string, frame: ReadonlySet<string>): Set<string> {
  const found = needed(manifest, page);
  for (const name of found) {
    if (frame.has(name)) continue;
    for (const later of manifest[name]?.dynamicImports ?? []) for (const one of needed(manifest, later)) found.add(one);
  }
  return found;
}

/** Builds the pages into a temporary folder and weighs them. */
export function weighPages(): PageWeight[] {
  const folder = mkdtempSync(join(tmpdir(), "beizeng-weights-"));
  try {
    const options = ["--manifest", "--outDir", folder, "--emptyOutDir", "--logLevel", "error"];
    const build = ["run", "build", "--workspace", "web", "--silent", "--", ...options];
    const { status, stderr } = spawnSync("npm", build, { cwd: root, encoding: "utf8" });
    if (status !== 0) throw new Error(`the pages do not build: ${stderr}`);
    return weigh(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function weigh(folder: string): PageWeight[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, ".vite", "manifest.json"), "utf8"));
  const sizes = new Map<string, number>();
  const sizeOf = (file: string) => {
    const known = sizes.get(file) ?? gzipSync(readFileSync(join(folder, file), "utf8")).length;
    sizes.set(file, known);
    return known;
  };
  const kilobytes = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + sizeOf(file), 0) / 1000;
  const scripts = (names: Iterable<string>) =>
    new Set([...names].flatMap((name) => manifest[name]?.file ?? []).filter((file) => file.endsWith(".js")));
  const styles = (names: Iterable<string>) => new Set([...names].flatMap((name) => manifest[name]?.css ?? []));

  const pages = Object.keys(manifest).filter((name) => pageOf.test(name));
  const opening = [entry, firstWords];
  const firstPage = pages.find((name) => pageOf.exec(name)?.[1] === first);
  if (firstPage === undefined) throw new Error(`the build has no page ${first}`);
  const frame = needed(manifest, ...opening);
  const before = scripts(needed(manifest, ...opening, firstPage));
  return pages.map((name) => {
    const atOnce = needed(manifest, ...opening, name);
    const all = new Set([...atOnce, ...neededLater(manifest, name, frame)]);
    const whole = scripts(all);
    return {
      page: pageOf.exec(name)?.[1] ?? name,
      script: kilobytes(scripts(atOnce)),
      whole: kilobytes(whole),
      beyondFirst: kilobytes([...whole].filter((file) => !before.has(file))),
      style: kilobytes(styles(all)),
    };
  });
}
