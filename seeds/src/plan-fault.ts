/** What is wrong with a plan file: which file, where in it (a JSON Pointer) and why. */
export type PlanFault = { file: string; path: string; reason: string };

/** Says that something is wrong at a place of one document: JSON Pointer, then the reason. */
export type Report = (path: string, reason: string) => void;

/** Thrown instead of answering a faulty plan; the message holds one line a fault: file, path, reason. */
export class PlanDocumentError extends Error {
  readonly faults: readonly PlanFault[];

  constructor(faults: readonly PlanFault[]) {
    super(faults.map((fault) => `${fault.file} ${fault.path}: ${fault.reason}`).join("\n"));
    this.name = "PlanDocumentError";
    this.faults = faults;
  }
}
