/** All that the doctor looks at, in the order in which it is told. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { readBackupSettings } from "../backups/settings.ts";
import { type Config, readConfig } from "../config.ts";
import { sentenceOf } from "../start-problems.ts";
import { backupFindings } from "./backups.ts";
import { diskFinding, fileFinding, folderFinding, freeBytes, isUsable } from "./data.ts";
import { entranceFindings } from "./entrance.ts";
import { about, type Finding, text } from "./finding.ts";
import { buildFindings, builtAt, clockFinding, fontFinding, nodeFinding, zoneFinding } from "./machine.ts";
import { engineFinding, storeFindings } from "./store.ts";

/** What the doctor is asked about. */
export interface Examined {
  /** `demo` or `serve`; undefined for the workspace that is there, the production one before the demonstration. */
  readonly mode: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder of the product. */
  readonly root: string;
  /** ISO UTC. */
  readonly now: string;
}

function configOf({ mode, environment, root }: Examined): Config {
  if (mode !== undefined) return readConfig(mode, environment, root);
  const production = readConfig("serve", environment, root);
  const demonstration = join(production.dataDirectory, "demonstration.sqlite");
  return existsSync(production.file) || !existsSync(demonstration) ? production : readConfig("demo", environment, root);
}

async function workspaceFindings(config: Config, { root, now, environment }: Examined): Promise<readonly Finding[]> {
  const { dataDirectory, file, kind } = config;
  const folder = folderFinding(dataDirectory);
  if (folder.level === "bad") return [folder];
  // What is invented needs no backup; a setting that cannot be used is told before a file is looked at.
  const backups = kind === "production" ? readBackupSettings(environment, dataDirectory) : null;
  // What cannot be read is not looked into.
  const { findings, inspection } = isUsable(file) ? await storeFindings(file) : { findings: [], inspection: null };
  return [
    folder,
    fileFinding(file),
    diskFinding(freeBytes(dataDirectory), existsSync(file) ? statSync(file).size : 0),
    ...findings,
    clockFinding(now, builtAt(root), inspection?.lastAuditAt ?? null),
    ...(backups === null || !existsSync(file) ? [] : backupFindings(backups, config, now)),
  ];
}

/** Looks at everything and changes nothing. */
export async function examine(examined: Examined): Promise<readonly Finding[]> {
  const { now, root } = examined;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const machine = [
    nodeFinding(process.versions.node, now),
    zoneFinding(timeZone, new Date(now).getTimezoneOffset()),
    fontFinding(),
    ...buildFindings(root),
    await engineFinding(),
  ];
  try {
    const config = configOf(examined);
    return [...machine, ...entranceFindings(config), ...(await workspaceFindings(config, examined))];
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === null) throw error;
    const settings = about("设置", "Settings");
    return [
      ...machine,
      settings.bad(
        text(sentence, ""),
        text(
          "改正后再看一次：数据目录和数据文件还没有看。",
          "Ask again once it is right: folder and file were not looked at.",
        ),
      ),
    ];
  }
}
