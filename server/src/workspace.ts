/** Opening the workspace that a command is about. */
import { existsSync } from "node:fs";
import { findWorkspace, openStore, type Store } from "@beizeng/db";
import type { WorkspaceKind } from "@beizeng/db/vocabulary";
import { commandText } from "./command-text.ts";
import type { Config } from "./config.ts";
import { ConfigError } from "./config-error.ts";
import { dayInChina } from "./plans/china-day.ts";

/** An open workspace with its clock; the demonstration's day stands still. */
export interface OpenWorkspace {
  readonly store: Store;
  readonly kind: WorkspaceKind;
  /** The day, YYYY-MM-DD. */
  readonly today: () => string;
}

function absent(kind: WorkspaceKind): ConfigError {
  const start = commandText(kind === "demonstration" ? "demo" : "serve");
  const name = kind === "demonstration" ? "演示库" : "正式库";
  return new ConfigError(
    `数据目录里没有${name}，请先用 ${start} 建立。 The data folder holds no ${kind} workspace: make it by ${start}.`,
    "workspace-missing",
  );
}

/** Opens the configured workspace as it is. Throws `ConfigError` where there is none of its kind, StoreProblem where it is unsafe. */
export async function openWorkspace({ kind, file }: Config): Promise<OpenWorkspace> {
  if (!existsSync(file)) throw absent(kind);
  const now = () => new Date().toISOString();
  const store = await openStore({ engine: "sqlite", file, now, migrate: false });
  const workspace = await findWorkspace(store);
  if (workspace?.kind === kind) {
    const { today } = workspace;
    return { store, kind, today: today === null ? () => dayInChina(now()) : () => today };
  }
  await store.close();
  throw absent(kind);
}
