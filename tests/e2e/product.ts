/** The running product, as browser tests need it: where it is, and what its API answers. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { inject } from "vitest";
import { addressIn } from "./product-address.ts";

/** How long a start from nothing may take on a busy machine; less than the hooks that wait for it. */
const startMilliseconds = 230_000;

/** What the product has said so far. */
export const saidByProduct = (): string => readFileSync(join(inject("product"), "said"), "utf8");

/** The folder of the product's workspace. */
export const productData = (): string => join(inject("product"), "data");

/** The product's address; waits for its start. Fails with what it said when it ended instead. */
export async function productAddress(): Promise<string> {
  const end = Date.now() + startMilliseconds;
  while (Date.now() < end) {
    const said = saidByProduct();
    const address = addressIn(said);
    if (address) return address;
    if (said.includes("\nended ")) break;
    await wait(200);
  }
  throw new Error(`the product did not start:\n${saidByProduct()}`);
}

/** What the API answers at an address below the product's. */
export async function ask<T>(origin: string, path: string): Promise<T> {
  const response = await fetch(`${origin}${path}`);
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  // The contract tests hold answers to the document that these types are made of.
  return (await response.json()) as T;
}
