import { firstRow } from "../rows.ts";
import { reading, type Scope, writing } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";
import type { WorkspaceKind } from "../vocabulary.ts";

/** What kind of workspace the store is; `today` is the demonstration's own date, null in production. */
export type Workspace = { kind: WorkspaceKind; name: string; createdAt: string; today: string | null };

const workspaceRow = reading(({ select, t }) => {
  const { kind, name, createdAt, today } = t.workspaces;
  return select({ kind, name, createdAt, today }).from(t.workspaces);
});

const workspaceInsertion = writing(({ build, t, p }: Scope<Workspace>) =>
  build
    .insert(t.workspaces)
    .values({ id: 1, kind: p.kind, name: p.name, createdAt: p.createdAt, today: p.today })
    .returning({ id: t.workspaces.id }),
);

/** The workspace, null while the store has none. */
export async function findWorkspace(reader: Reader): Promise<Workspace | null> {
  return firstRow(reader.all(workspaceRow, {}));
}

/** Makes the store's one workspace; a second breaks a constraint. */
export async function insertWorkspace(transaction: Transaction, workspace: Workspace): Promise<void> {
  await transaction.all(workspaceInsertion, workspace);
}
