/** Enters the worker: a worker of its own needs the loader of TypeScript once more. */
import { register } from "tsx/esm/api";

register();
await import("./sheets-worker.ts");
