import { startProcess } from "../processes/conversation.ts";
import { median, quantile } from "./times.ts";

/** Medians and p99 in milliseconds of one department's 40 values, each write on the disk before it answered. */
export interface Writes {
  readonly submit: { readonly p50: number; readonly p99: number };
  readonly accept: { readonly p50: number; readonly p99: number };
  readonly plain: { readonly p50: number; readonly p99: number };
  readonly sync: { readonly p50: number; readonly p99: number };
  readonly longestStatement: number;
}

/** Writes `count` reports and their acceptances into a copy of a workspace, and the same rows plainly into another copy. */
export async function measureWrites(file: string, plainFile: string, counties: number, count: number): Promise<Writes> {
  const writer = await startProcess("writer.ts", file, plainFile, String(counties));
  await writer.ask("writes", Math.ceil(count / 4));
  await writer.ask("longest");
  const { submit, accept, plain, sync } = await writer.ask("writes", count);
  const { statement } = await writer.ask("longest");
  await writer.end();
  const of = (times: readonly number[]) => ({ p50: median(times), p99: quantile(times, 0.99) });
  return { submit: of(submit), accept: of(accept), plain: of(plain), sync: of(sync), longestStatement: statement };
}
