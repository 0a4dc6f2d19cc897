import { type Static, Type } from "typebox";
import { nullable, Role, Text } from "./common.ts";

/** One thing that an audit row says: `before` is what stood in its place, null where nothing did or none was kept. */
export const AuditFact = Type.Object({ name: Text, before: nullable(Text), value: Text }, { $id: "AuditFact" });

/** What a row says together: of the deed as a whole (no name), or of one of the things that it is about. */
export const AuditPart = Type.Object({ name: nullable(Text), facts: Type.Array(AuditFact) }, { $id: "AuditPart" });

/** A row of the audit. */
export const AuditRow = Type.Object(
  {
    row: Type.Integer({ description: "Its number in the chain, from 1 without gaps." }),
    at: Type.String({ description: "The instant, ISO UTC." }),
    actor: Type.String(),
    role: Role,
    action: Type.String(),
    actionName: Text,
    entity: Type.String(),
    entityName: Text,
    isRefused: Type.Boolean(),
    revision: nullable(Type.Integer({ description: "The ledger's revision that the write raised." })),
    parts: Type.Array(AuditPart),
    hash: Type.String(),
  },
  { $id: "AuditRow" },
);

/** Rows of the audit, newest first. */
export const AuditPage = Type.Object(
  {
    rows: Type.Array(AuditRow),
    next: nullable(Type.Integer({ description: "Give it as `before` for the rows that follow; null after the last." })),
    /** How many rows the whole chain has. */
    total: Type.Integer(),
    /** The actions that can be asked for. */
    actions: Type.Array(Type.Object({ action: Type.String(), name: Text })),
  },
  { $id: "AuditPage" },
);

/** What pins the chain from outside: printed and kept, it shows a tail that was cut and a file that is older. */
export const AuditAnchor = Type.Object(
  {
    rows: Type.Integer(),
    hash: Type.String(),
    at: nullable(Type.String({ description: "The instant of the last row, ISO UTC." })),
    /** The day by the workspace's own clock. */
    today: Type.String(),
    text: Type.String({ description: "As `audit:verify --anchor=` takes it." }),
    command: Type.String({ description: "The whole command that holds the chain against it, as it is typed here." }),
  },
  { $id: "AuditAnchor" },
);

export type AuditAnchor = Static<typeof AuditAnchor>;
export type AuditFact = Static<typeof AuditFact>;
export type AuditPage = Static<typeof AuditPage>;
export type AuditPart = Static<typeof AuditPart>;
export type AuditRow = Static<typeof AuditRow>;
