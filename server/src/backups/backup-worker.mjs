/** Enters the process where the sources run themselves: it needs the loader of TypeScript once more. */
import { register } from "tsx/esm/api";

register();
await import("./backup-worker.ts");
