import { readFileSync } from "node:fs";

const { version }: { version: unknown } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
);

/** Version of the product, such as 0.1.0. */
export const product = String(version);
