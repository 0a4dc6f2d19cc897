/** The backups of a folder. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { StoreProblem } from "../store-problem.ts";
import { type BackupManifest, manifestOf } from "./manifest.ts";
import { keepNames } from "./streams.ts";

function readManifest(path: string): BackupManifest | null {
  try {
    return manifestOf(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** The manifest beside a backup's file. Throws StoreProblem `backup-without-manifest` or, for a manifest that was changed, `backup-damaged`. */
export function readManifestOf(backup: string): BackupManifest {
  const path = `${backup}.json`;
  if (!existsSync(backup) || !existsSync(path)) throw new StoreProblem("backup-without-manifest", backup);
  const manifest = readManifest(path);
  if (manifest === null) throw new StoreProblem("backup-damaged", path);
  return manifest;
}

/**
 * The manifests of the whole backups in a folder, newest first: those whose manifest is unchanged and whose file is there in
 * its size. What it holds is not read; a folder that is not there has none.
 */
export function findBackups(folder: string): readonly BackupManifest[] {
  const names = new Set(existsSync(folder) ? readdirSync(folder) : []);
  return [...names]
    .filter((name) => name.endsWith(".json") && names.has(name.slice(0, -".json".length)))
    .flatMap((name) => {
      const manifest = readManifest(join(folder, name));
      if (manifest === null || `${manifest.file}.json` !== name) return [];
      return statSync(join(folder, manifest.file)).size === manifest.stored.bytes ? [manifest] : [];
    })
    .sort((one, other) => (one.madeAt < other.madeAt ? 1 : -1));
}

/** Deletes a backup of a folder; cut off midway it leaves a manifest alone, which is none. */
export function deleteBackup(folder: string, { file }: BackupManifest): void {
  rmSync(join(folder, file), { force: true });
  rmSync(join(folder, `${file}.json`), { force: true });
  keepNames(folder);
}
