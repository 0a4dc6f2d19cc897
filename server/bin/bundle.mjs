/**
 * Makes one script of many: loaded file by file through a loader of TypeScript, the rooms alone would take longer than
 * a whole start may. Packages stay packages, but for the two that are hundreds of small files themselves.
 */
import { readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { root } from "./install.mjs";

const taken = ["typebox", "drizzle-orm"];

/** What the rooms' packages name as their dependencies and is not taken in. */
function packagesLeft() {
  const named = ["db", "server", "seeds"].flatMap((room) => {
    const { dependencies } = JSON.parse(readFileSync(join(root, room, "package.json"), "utf8"));
    return Object.keys(dependencies);
  });
  return named.filter((name) => !name.startsWith("@beizeng/") && !taken.includes(name));
}

/** What runs in threads and processes of its own: each is a script beside the others, so that a thread begins as fast as the process. */
const threads = {
  "sheets-worker": "server/src/imports/sheets-worker.ts",
  "files-worker": "server/src/briefing/files-worker.ts",
  "backup-worker": "server/src/backups/backup-worker.ts",
};

/** `new URL("./sheets-worker.mjs", import.meta.url)`, which stays as it is. */
const threadPlace = new RegExp(
  `(new URL\\("\\./(?:${Object.keys(threads).join("|")})\\.mjs", )import\\.meta\\.url`,
  "g",
);

/** A file that looks for its neighbours from where it stands must find them from the bundle too. */
const keepPlaces = (folder) => ({
  name: "keep-places",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/](db|server|seeds|tests)[\\/].*\.ts$/ }, ({ path }) => {
      const place = JSON.stringify(relative(folder, path).replaceAll("\\", "/"));
      const contents = readFileSync(path, "utf8")
        .replaceAll(threadPlace, "$1import.meta.thread")
        .replaceAll("import.meta.url", `new URL(${place}, import.meta.url).href`)
        .replaceAll("import.meta.thread", "import.meta.url");
      return { contents, loader: "ts", resolveDir: dirname(path) };
    }),
});

/** Writes the entries, the threads and what they share into a folder, as .mjs beside their source maps; rejects with what esbuild says. */
export async function bundle(entries, folder) {
  await build({
    absWorkingDir: root,
    entryPoints: { ...entries, ...threads },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    sourcemap: true,
    external: packagesLeft().flatMap((name) => [name, `${name}/*`]),
    plugins: [keepPlaces(folder)],
    logLevel: "silent",
  });
}

/** The two steps of a start. */
const start = { prepare: "seeds/src/prepare-workspace.ts", serve: "server/src/main.ts" };

/** What is done beside it by hand, which a checkout runs from the sources and a release from here. */
export const commands = {
  doctor: "server/src/doctor-command.ts",
  verify: "server/src/verify-command.ts",
  "audit-verify": "server/src/audit-verify-command.ts",
  recover: "server/src/recover-command.ts",
  backup: "server/src/backup-command.ts",
  restore: "server/src/restore-command.ts",
};

/** The two steps of a start, `prepare.mjs` and `serve.mjs`, and whatever other entries, into server/dist. */
export async function bundleServer(others = {}) {
  const entries = { ...start, ...others };
  const folder = join(root, "server", "dist");
  rmSync(folder, { recursive: true, force: true });
  await bundle(entries, folder);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleServer();
