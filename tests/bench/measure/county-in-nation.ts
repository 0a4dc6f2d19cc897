/** Whether a county's question costs more in a nation's file than in its own. */
import { startProcess } from "../processes/conversation.ts";
import type { Question } from "../questions.ts";
import { oneUser } from "./one-user.ts";
import { median, mixed, quantile } from "./times.ts";

/** p50 and p99 in milliseconds of the same questions about the same county in both files, and the nation's over its own. */
export interface CountyInNation {
  readonly own: { readonly p50: number; readonly p99: number };
  readonly nation: { readonly p50: number; readonly p99: number };
  readonly p50Ratio: number;
  readonly p99Ratio: number;
}

const samples = 1000;

/** Asks both in turn, each question after a write, so that every answer is made from the file. */
export async function compareCounty(
  files: { own: string; nation: string },
  question: Question,
): Promise<CountyInNation> {
  const servers = {
    own: await startProcess("product.ts", files.own),
    nation: await startProcess("product.ts", files.nation),
  };
  const users = { own: oneUser(servers.own), nation: oneUser(servers.nation) };
  const times = { own: Array.of<number>(), nation: Array.of<number>() };
  const addresses = mixed(question.addresses(1));
  for (let place = 0; place < samples; place += 1) {
    const path = addresses[place % addresses.length] ?? "";
    const order = place % 2 === 0 ? (["own", "nation"] as const) : (["nation", "own"] as const);
    for (const side of order) {
      await servers[side].ask("raise");
      times[side].push((await users[side].ask(path)).milliseconds);
    }
  }
  for (const side of ["own", "nation"] as const) {
    users[side].leave();
    await servers[side].end();
  }
  const warm = { own: times.own.slice(samples / 10), nation: times.nation.slice(samples / 10) };
  const own = { p50: median(warm.own), p99: quantile(warm.own, 0.99) };
  const nation = { p50: median(warm.nation), p99: quantile(warm.nation, 0.99) };
  return { own, nation, p50Ratio: nation.p50 / own.p50, p99Ratio: nation.p99 / own.p99 };
}
