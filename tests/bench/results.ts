/** Everything that a run of the bench finds out. */
import type { Size } from "./generator/workspace.ts";
import type { Comparison } from "./measure/compare.ts";
import type { CountyInNation } from "./measure/county-in-nation.ts";
import type { QuarterEnd } from "./measure/quarter-end.ts";
import type { Writes } from "./measure/writes.ts";
import type { Question } from "./questions.ts";
import type { PageWeight } from "./weights.ts";

/** One question on one size: cold after a write, cold with the plan in memory, repeated, and repeated by who has it (304). */
export interface QuestionResult {
  readonly question: Question["name"];
  readonly title: string;
  /** null where nothing of a plan is kept between answers. */
  readonly afterWrite: Comparison | null;
  readonly cold: Comparison;
  readonly repeated: Comparison;
  readonly notModified: Comparison;
  /** Median milliseconds of the statements alone, in process. */
  readonly statements: number;
}

/** One size of generated data. */
export interface SizeResult {
  readonly size: Size;
  readonly counties: number;
  readonly observations: number;
  readonly megabytes: number;
  readonly secondsToMake: number | null;
  readonly questions: readonly QuestionResult[];
  /** Longest statement, and longest hold of the event loop, in milliseconds. */
  readonly longest: { readonly statement: number; readonly eventLoop: number };
  readonly writes: Writes;
}

/** Where it was measured. */
interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGigabytes: number;
  readonly node: string;
  readonly sqlite: string;
  /** Average load of the last minute before and after: above the number of cores others were at work too. */
  readonly load: readonly [number, number];
}

export interface Results {
  readonly machine: Machine;
  readonly seconds: number;
  readonly sizes: readonly SizeResult[];
  readonly countyInNation: CountyInNation | null;
  readonly quarterEnd: QuarterEnd | null;
  readonly pages: readonly PageWeight[];
}
