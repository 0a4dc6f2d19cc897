import type { Store } from "@beizeng/db";
import type { WorkspaceKind } from "@beizeng/db/vocabulary";
import type { Carried, Pace } from "./accounts/pace.ts";
import type { Keeper } from "./backups/keeper.ts";
import type { Workshop } from "./briefing/workshop.ts";
import type { Entrance } from "./entrance.ts";
import type { Scan } from "./scanner.ts";

/** What the application is a function of. */
export interface Dependencies {
  readonly store: Store;
  /** Version of the product: half of every ETag. */
  readonly build: string;
  readonly kind: WorkspaceKind;
  /** The instant, ISO UTC with milliseconds; a demonstration's ledger has it moved to its own day. */
  readonly now: () => string;
  /** The day by the workspace's own clock, YYYY-MM-DD. */
  readonly today: () => string;
  /** Folder of the built pages; null where only the API is wanted. */
  readonly webRoot: string | null;
  /** Whether requests and faults are logged. */
  readonly isLogged: boolean;
  /** Where lines of the log go; the standard output where it is not said. */
  readonly writeLog?: (line: string) => void;
  /** The way in; plain http without a proxy where it is not said. */
  readonly entrance?: Entrance;
  /** What keeps backups; left out where nothing does. */
  readonly backups?: Pick<Keeper, "state">;
  /** The token by which the numbers of the running product are read; nobody reads them where it is not said. */
  readonly metricsToken?: string | null;
  /** How fast an account may have files and send them; the product's own paces where it is not said. */
  readonly paces?: Readonly<Record<Carried, Pace>>;
  /** The office's scanner of viruses; files are taken by type and size alone where it is not said. */
  readonly scan?: Scan | null;
  /** Where files of briefings are made, where several applications share it; else each has its own. */
  readonly workshop?: Workshop;
}
