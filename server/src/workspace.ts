/** The workspace of a store and its clock. */
import { findWorkspace, type Store } from "@beizeng/db";
import type { WorkspaceKind } from "@beizeng/db/vocabulary";
import { ConfigError } from "./config.ts";
import { dayInChina } from "./plans/china-day.ts";

/** The workspace as it must be; throws `ConfigError` for one that is absent or of another kind. The demonstration's day stands still. */
export async function workspaceOf(
  store: Store,
  kind: WorkspaceKind,
): Promise<{ kind: WorkspaceKind; today: () => string }> {
  const workspace = await findWorkspace(store);
  if (workspace?.kind !== kind) {
    throw new ConfigError(
      `数据文件里没有${kind === "demonstration" ? "演示库" : "正式库"}，请先用 npm start 或 npm run serve 建立。 The data file holds no ${kind} workspace: make one by npm start or npm run serve.`,
    );
  }
  const { today } = workspace;
  return { kind, today: today === null ? () => dayInChina(store.now()) : () => today };
}
