/** Who may do what: one table of powers, every role a list. DOMAIN section 8, TRUST S2. */
import type { Role } from "../../../db/src/vocabulary.ts";

/** What can be allowed. */
export const powers = [
  "read-figures",
  "write-figures",
  "review-submissions",
  "close-months",
  "revise-plans",
  "write-comments",
  "manage-accounts",
  "manage-security",
  "read-audit",
  "load-plans",
] as const;
export type Power = (typeof powers)[number];

/**
 * The powers of each role. No person both writes and reviews figures; leaders and reviewers write none; administrator,
 * security officer and auditor exclude each other and write none. `system` is the product itself when it loads plans and
 * the demonstration, whose reviews are made by another of its accounts than its reports.
 */
export const powersOf: Readonly<Record<Role, readonly Power[]>> = {
  reporter: ["read-figures", "write-figures"],
  head: ["read-figures", "write-figures"],
  office: ["read-figures", "review-submissions", "close-months", "revise-plans", "write-comments"],
  statistics: ["read-figures", "write-figures"],
  leader: ["read-figures", "write-comments"],
  security: ["manage-security"],
  admin: ["manage-accounts"],
  auditor: ["read-figures", "read-audit"],
  system: ["read-figures", "write-figures", "review-submissions", "close-months", "load-plans"],
};

/** True when a role has a power. */
export function may(role: Role, power: Power): boolean {
  return powersOf[role].includes(power);
}
