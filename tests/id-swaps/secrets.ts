/** What stands in the ledger that not everybody may know, each marked so that it is found wherever it comes out. */
import type { Role } from "@beizeng/db/vocabulary";

/** Who may know a secret: the unit's own people, the statistics bureau, whoever reviews besides the unit, who administers, nobody. */
export type Audience = "unit" | "bureau" | "handed-in" | "administrator" | "nobody";

/** A text or a figure that stands nowhere else. */
export interface Secret {
  readonly text: string;
  readonly audience: Audience;
  /** The unit that it is of, null of an account's. */
  readonly unit: string | null;
}

/** Somebody who asks; null is a role of nobody signed in. */
export interface Asker {
  readonly name: string;
  readonly role: Role | null;
  readonly units: readonly string[];
}

const reviewing: readonly (Role | null)[] = ["office", "leader", "auditor", "statistics"];

/** True when somebody may know what an audience may know, by the rules and by nothing of the code. DOMAIN section 8. */
export function mayKnow({ role, units }: Asker, { audience, unit }: Omit<Secret, "text">, route: string): boolean {
  // The audit keeps what was written, and is the auditor's to read.
  if (role === "auditor" && route.startsWith("GET /api/audit")) return audience !== "nobody";
  const isOwn = (role === "reporter" || role === "head") && unit !== null && units.includes(unit);
  if (audience === "unit") return isOwn;
  if (audience === "bureau") return role === "statistics";
  if (audience === "handed-in") return isOwn || reviewing.includes(role);
  return audience === "administrator" && role === "admin";
}

/** Which secrets differ between two ledgers that are otherwise the same. */
export type Differing = "drafts" | "everything";

/**
 * Makes the secrets of one ledger; `isOther` of the second of two, in which those that differ are others. What the units
 * of those who ask have written for themselves is the same in both.
 */
export function newSecrets(isOther: boolean, differing: Differing, unitsOfAskers: readonly string[]) {
  const secrets: Secret[] = [];
  const keep = (audience: Audience, unit: string | null, make: (isChanged: boolean) => string): string => {
    const isDraft = audience === "unit" || audience === "bureau";
    const isOwn = audience !== "bureau" && unit !== null && unitsOfAskers.includes(unit);
    const text = make(isOther && !isOwn && (differing === "everything" || isDraft));
    secrets.push({ text, audience, unit });
    return text;
  };
  return {
    secrets,
    isOther,
    /** Notes a text as a secret; `make` is told whether it is to be another one than in the first ledger. */
    keep,
    word: (audience: Audience, unit: string | null, label: string) =>
      keep(audience, unit, (isChanged) => `mi-${secrets.length}-${label}-${isChanged ? "qx" : "zv"}-jian`),
    /** Seven digits. */
    figure: (audience: Audience, unit: string) => {
      const place = secrets.length;
      return keep(audience, unit, (isChanged) => String(7_130_021 + place * 13_577 + (isChanged ? 5_003 : 0)));
    },
  };
}

/** The secrets of a ledger, and their making. */
export type Secrets = ReturnType<typeof newSecrets>;
