/** Who may do what: the powers of each role, and what each route asks for. DOMAIN section 8, TRUST S1 and S2. */
import type { Basis, Role } from "../../../db/src/vocabulary.ts";

/** What can be allowed. */
export const powers = [
  "read-figures",
  "read-papers",
  "write-figures",
  "confirm-figures",
  "review-submissions",
  "close-months",
  "revise-plans",
  "import-history",
  "issue-briefings",
  "write-comments",
  "manage-accounts",
  "manage-security",
  "read-audit",
  "see-backups",
  "load-plans",
] as const;
export type Power = (typeof powers)[number];

/**
 * The powers of each role. No person both writes and reviews figures; leaders and reviewers write none (what the office
 * brings in of history is a draft, which is no figure until the unit hands it in); administrator,
 * security officer and auditor exclude each other and write none. `system` is the product itself when it loads plans and
 * the demonstration, whose reviews are made by another of its accounts than its reports.
 */
export const powersOf: Readonly<Record<Role, readonly Power[]>> = {
  reporter: ["read-figures", "read-papers", "write-figures"],
  head: ["read-figures", "read-papers", "write-figures"],
  office: [
    "read-figures",
    "read-papers",
    "review-submissions",
    "close-months",
    "revise-plans",
    "import-history",
    "issue-briefings",
    "write-comments",
  ],
  statistics: ["read-figures", "read-papers", "write-figures", "confirm-figures"],
  leader: ["read-figures", "write-comments"],
  security: ["manage-security", "see-backups"],
  admin: ["manage-accounts", "see-backups"],
  auditor: ["read-figures", "read-papers", "read-audit"],
  system: ["read-figures", "read-papers", "write-figures", "review-submissions", "close-months", "load-plans"],
};

/** True when a role has a power. */
export function may(role: Role, power: Power): boolean {
  return powersOf[role].includes(power);
}

/** Who wants to read a unit's papers: an account, its role, and the units (by key) that it reports for. */
export interface PaperReader {
  readonly id: string;
  readonly role: Role;
  readonly departments: readonly string[];
}

/**
 * True for who may read a unit's papers before they are accepted: who reviews, leads or audits, the statistics bureau
 * that confirms the figures of every unit, and the unit's own people.
 */
export function mayReadPapers({ role, departments }: PaperReader, department: string): boolean {
  if (may(role, "review-submissions") || role === "leader" || role === "auditor" || role === "statistics") {
    return true;
  }
  return may(role, "write-figures") && departments.includes(department);
}

/** Where a file that proves a figure of a unit (by key) stands. */
export interface FileStanding {
  readonly department: string;
  /** The account that added it. */
  readonly addedBy: string;
  /** True once it was handed in with a line. */
  readonly isHandedIn: boolean;
  /** The bases of the drafts in which it stands. */
  readonly drafts: readonly Basis[];
}

/**
 * True for who may read a file: one that was handed in is read as its paper is; one that only stands in a draft by those
 * who write on that draft; one that stands nowhere any more by who added it.
 */
export function mayReadFile(reader: PaperReader, { department, addedBy, isHandedIn, drafts }: FileStanding): boolean {
  if (!mayReadPapers(reader, department)) {
    return false;
  }
  if (isHandedIn) {
    return true;
  }
  if (drafts.length === 0) {
    return reader.id === addedBy;
  }
  const isBureau = may(reader.role, "confirm-figures");
  const isOfUnit = may(reader.role, "write-figures") && !isBureau && reader.departments.includes(department);
  return drafts.some((basis) => (basis === "statistics" ? isBureau : isOfUnit));
}

/**
 * What a route asks of whoever calls it: nothing, a begun session whatever it still lacks, to be signed in, or a power; of a
 * wall nothing where the security officer has opened it, and else the power to read figures; of the machine that watches the
 * product its token, which no role stands in for.
 */
export type Access = "anyone" | "signing-in" | "signed-in" | "open-wall" | "metrics-token" | Power;

/** Every route with what it asks for; the application does not start with a route that has no row. */
export const routeAccess = {
  "GET /api/health": "anyone",
  "GET /api/ready": "anyone",
  "GET /api/metrics": "metrics-token",
  "GET /api/openapi.json": "anyone",
  "GET /api/reference": "anyone",
  "GET /api/reference.css": "anyone",
  "GET /api/session": "anyone",
  "DELETE /api/session": "anyone",
  "POST /api/session": "anyone",
  "PUT /api/session/password": "signing-in",
  "POST /api/session/password": "signing-in",
  "POST /api/session/second-factor/secret": "signing-in",
  "PUT /api/session/second-factor": "signing-in",
  "POST /api/session/second-factor": "signing-in",
  "POST /api/session/single-sign-on": "anyone",
  "POST /api/session/single-sign-on/return": "anyone",
  "POST /api/set-up": "anyone",
  "GET /api/session/demonstration": "anyone",
  "POST /api/session/demonstration": "anyone",
  "GET /api/accounts": "manage-accounts",
  "POST /api/accounts": "manage-accounts",
  "PUT /api/accounts/:account": "manage-accounts",
  "POST /api/accounts/:account/password": "manage-accounts",
  "DELETE /api/accounts/:account/second-factor": "manage-accounts",
  "GET /api/backups": "see-backups",
  "GET /api/security": "manage-security",
  "PUT /api/security": "manage-security",
  "DELETE /api/security/locks/:name": "manage-security",
  "GET /api/plans": "read-figures",
  "GET /api/plans/:plan": "read-figures",
  "GET /api/plans/:plan/progress": "read-figures",
  "GET /api/plans/:plan/changes": "read-figures",
  "GET /api/plans/:plan/lights": "read-figures",
  "GET /api/plans/:plan/shortfalls": "read-figures",
  "GET /api/plans/:plan/briefing": "read-figures",
  "GET /api/plans/:plan/briefing/paper": "read-figures",
  "POST /api/plans/:plan/briefing/paper": "issue-briefings",
  "GET /api/plans/:plan/briefing/files/:file": "read-figures",
  "GET /api/plans/:plan/briefings": "read-figures",
  "POST /api/plans/:plan/briefings": "issue-briefings",
  "GET /api/plans/:plan/briefings/:briefing/files/:filename": "read-figures",
  "GET /api/plans/:plan/briefings/:briefing/errata": "read-figures",
  "GET /api/plans/:plan/briefings/:briefing/errata/document": "read-figures",
  "GET /api/plans/:plan/briefing-skeleton": "read-figures",
  "PUT /api/plans/:plan/briefing-skeleton": "issue-briefings",
  "GET /api/plans/:plan/outlook": "read-figures",
  "GET /api/plans/:plan/wall": "open-wall",
  "GET /api/plans/:plan/tables/:table": "read-figures",
  "GET /api/plans/:plan/charts/:chart": "read-figures",
  "GET /api/plans/:plan/departments": "read-figures",
  "GET /api/plans/:plan/department-histories": "read-figures",
  "GET /api/plans/:plan/subjects/:subject": "read-figures",
  "GET /api/plans/:plan/subjects/:subject/steps": "read-figures",
  "GET /api/plans/:plan/subjects/:subject/comparison": "read-figures",
  "GET /api/plans/:plan/trend": "read-figures",
  "GET /api/plans/:plan/reporting": "read-figures",
  "GET /api/plans/:plan/targets/:target/revisions": "read-figures",
  "GET /api/plans/:plan/targets/:target/revisions/preview": "revise-plans",
  "POST /api/plans/:plan/targets/:target/revisions": "revise-plans",
  "GET /api/plans/:plan/edits": "read-figures",
  "POST /api/plans/:plan/units": "revise-plans",
  "POST /api/plans/:plan/subjects": "revise-plans",
  "POST /api/plans/:plan/units/:unit/aliases": "revise-plans",
  "POST /api/plans/:plan/subjects/:subject/units": "revise-plans",
  "POST /api/plans/:plan/subjects/:subject/measures": "revise-plans",
  "POST /api/plans/:plan/subjects/:subject/measures/preview": "revise-plans",
  "GET /api/plans/:plan/judging": "read-figures",
  "POST /api/plans/:plan/light-rules": "revise-plans",
  "POST /api/plans/:plan/light-rules/preview": "revise-plans",
  "GET /api/plans/:plan/light-rules/preview/table": "revise-plans",
  "POST /api/plans/:plan/entry-calendars": "revise-plans",
  "POST /api/plans/:plan/entry-calendars/preview": "revise-plans",
  "GET /api/plans/:plan/entry-calendars/preview/table": "revise-plans",
  "GET /api/plans/:plan/appraisal": "read-figures",
  "POST /api/plans/:plan/appraisal-rules": "revise-plans",
  "POST /api/plans/:plan/appraisal-rules/preview": "revise-plans",
  "GET /api/headlines": "read-figures",
  "GET /api/headlines/charts/lights": "read-figures",
  "GET /api/headlines/kinds": "read-figures",
  "GET /api/headlines/lights": "read-figures",
  "GET /api/headlines/tables/:table": "read-figures",
  "GET /api/audit": "read-audit",
  "GET /api/audit/export": "read-audit",
  "GET /api/audit/anchor": "read-audit",
  "GET /api/plans/:plan/differences": "read-figures",
  "GET /api/plans/:plan/confirmations": "confirm-figures",
  "GET /api/tasks": "write-figures",
  "GET /api/plans/:plan/papers/:department/:period": "read-papers",
  "PUT /api/plans/:plan/papers/:department/:period/lines/:measure": "write-figures",
  "POST /api/plans/:plan/papers/:department/:period/lines/:measure/evidence": "write-figures",
  "POST /api/plans/:plan/papers/:department/:period/unchanged": "write-figures",
  "POST /api/plans/:plan/papers/:department/:period/agreement": "confirm-figures",
  "POST /api/plans/:plan/papers/:department/:period/submission": "write-figures",
  "GET /api/plans/:plan/papers/:department/:period/workbook": "read-papers",
  "POST /api/plans/:plan/papers/:department/:period/workbook": "write-figures",
  "POST /api/plans/:plan/papers/:department/:period/workbook/corrected": "write-figures",
  "PUT /api/plans/:plan/papers/:department/:period/workbook/draft": "write-figures",
  "GET /api/plans/:plan/history": "import-history",
  "GET /api/plans/:plan/history/:department/workbook": "import-history",
  "POST /api/plans/:plan/history/:department/workbook": "import-history",
  "POST /api/plans/:plan/history/:department/workbook/corrected": "import-history",
  "PUT /api/plans/:plan/history/:department/workbook/drafts": "import-history",
  "GET /api/evidence/:id": "signed-in",
  "GET /api/reviews": "review-submissions",
  "POST /api/reviews/acceptances": "review-submissions",
  "GET /api/submissions/:submission": "signed-in",
  "POST /api/submissions/:submission/acceptance": "review-submissions",
  "POST /api/submissions/:submission/return": "review-submissions",
  "GET /api/plans/:plan/measures/:measure/life": "read-figures",
  "GET /api/plans/:plan/reminders": "close-months",
  "GET /api/plans/:plan/months": "read-figures",
  "GET /api/plans/:plan/months/:month/editions/:edition": "read-figures",
  "POST /api/plans/:plan/months/:month/closing": "close-months",
  "POST /api/plans/:plan/months/:month/reopening": "close-months",
  "POST /api/plans/:plan/months/:month/reopening/decision": "close-months",
  "POST /api/plans/:plan/extensions": "close-months",
  "GET /api/plans/:plan/notes": "read-figures",
  "POST /api/plans/:plan/notes": "write-comments",
  "POST /api/plans/:plan/notes/:note/steps": "signed-in",
  "GET /api/news": "read-figures",
} as const satisfies Record<string, Access>;

/** What a route, written as in `routeAccess`, asks for; null for one without a row. */
export function accessOf(route: string): Access | null {
  const rows: Readonly<Record<string, Access>> = routeAccess;
  return rows[route] ?? null;
}

/** What somebody who is not signed in may do in a demonstration; elsewhere nothing. */
export const visitorPowers: readonly Power[] = ["read-figures"];

/** Who calls, and what the workspace allows to all. */
export interface Caller {
  /** Null for nobody signed in. */
  readonly role: Role | null;
  /** Whether the session still lacks something. */
  readonly isHalfSignedIn: boolean;
  /** Whether visitors may look around. */
  readonly isDemonstration: boolean;
  /** Whether a wall may be looked at by anyone. */
  readonly isWallOpen: boolean;
  /** Whether the token of who watches the product was given. */
  readonly hasMetricsToken: boolean;
}

/** Whether a call is let in. */
export function decideAccess(
  asked: Access,
  { role, isHalfSignedIn, isDemonstration, isWallOpen, hasMetricsToken }: Caller,
): "allowed" | "sign-in-needed" | "sign-in-unfinished" | "not-your-role" | "metrics-token-needed" {
  if (asked === "metrics-token") {
    return hasMetricsToken ? "allowed" : "metrics-token-needed";
  }
  if (asked === "anyone" || (asked === "open-wall" && isWallOpen)) {
    return "allowed";
  }
  const access = asked === "open-wall" ? "read-figures" : asked;
  if (role === null) {
    const isPower = access !== "signed-in" && access !== "signing-in";
    return isDemonstration && isPower && visitorPowers.includes(access) ? "allowed" : "sign-in-needed";
  }
  if (access === "signing-in") {
    return "allowed";
  }
  if (isHalfSignedIn) {
    return "sign-in-unfinished";
  }
  return access === "signed-in" || may(role, access) ? "allowed" : "not-your-role";
}
