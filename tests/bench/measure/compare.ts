/** One question on one size of data: the product beside what it is held against, alternately, so that both share the machine's moods. */
import type { Running } from "../processes/conversation.ts";
import type { Question } from "../questions.ts";
import { oneUser, type User } from "./one-user.ts";
import { type Throughput, tenUsers } from "./ten-users.ts";
import { median, mixed, quantile } from "./times.ts";

/** The servers that run on one workspace. */
export interface Servers {
  readonly product: Running;
  readonly plain: Running;
  readonly bare: Running;
  readonly counties: number;
}

/** What one side did: over ten connections, and for one user alone. */
interface Side {
  readonly rate: number;
  readonly cpu: number;
  readonly p50: number;
  readonly p99: number;
}

/** The product beside another server; ratios are medians over the rounds. */
export interface Comparison {
  readonly product: Side;
  readonly other: Side;
  /** Throughput of ten users, the product's over the other's: more is better. */
  readonly rateRatio: number;
  /** Processor time a request, the product's over the other's: less is better, and no other load disturbs it. */
  readonly cpuRatio: number;
  /** One user's median, the product's over the other's: less is better. */
  readonly p50Ratio: number;
  readonly bytes: { readonly product: number; readonly other: number };
}

const rounds = 5;
const plansKept = 110;

type Round = { product: Throughput; other: Throughput };

function comparison(
  all: readonly Round[],
  one: { product: number[]; other: number[] },
  bytes: Comparison["bytes"],
): Comparison {
  const side = (name: "product" | "other"): Side => ({
    rate: median(all.map((round) => round[name].rate)),
    cpu: median(all.map((round) => round[name].cpu)),
    p50: median(one[name]),
    p99: quantile(one[name], 0.99),
  });
  return {
    product: side("product"),
    other: side("other"),
    rateRatio: median(all.map(({ product, other }) => product.rate / other.rate)),
    cpuRatio: median(all.map(({ product, other }) => product.cpu / other.cpu)),
    p50Ratio: median(one.product) / median(one.other),
    bytes,
  };
}

const asked = async (user: User, path: string) => {
  const answer = await user.ask(path);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body}`);
  return answer;
};

/** The addresses of a question with those of different counties after one another, so that neighbours share nothing. */
function addressesOf(question: Question, counties: number): string[] {
  if (question.isOfAllPlaces) return mixed(question.addresses(1));
  const perCounty = Array.from({ length: Math.min(counties, plansKept) }, (_, county) =>
    mixed(question.addresses(county + 1)),
  );
  const [first = []] = perCounty;
  return first.flatMap((_, place) => perCounty.flatMap((addresses) => addresses[place] ?? []));
}

/** Goes on while there is time and there are turns left, but never for fewer than `least`. */
function* turnsOf(least: number, most: number, seconds: number): Generator<number> {
  const began = performance.now();
  for (let turn = 0; turn < most; turn += 1) {
    if (turn >= least && performance.now() - began > seconds * 1000) return;
    yield turn;
  }
}

/** What a phase may take at most where the machine is slow. */
const secondsOfOneUser = 10;
const secondsOfTenUsers = 12;

/**
 * Questions never asked before. With `afterWrite` the ledger moves on before each round of the counties, so that nothing
 * that was kept of a plan may serve; without, a plan may be in memory and only the answer is new.
 */
export async function compareCold(servers: Servers, question: Question, afterWrite: boolean): Promise<Comparison> {
  const { product, plain, counties } = servers;
  const addresses = addressesOf(question, counties);
  const outdate = () => product.ask(afterWrite ? "raise" : "tomorrow");
  const perTurn = afterWrite && !question.isOfAllPlaces ? Math.min(counties, plansKept) : addresses.length;

  const one = { product: Array.of<number>(), other: Array.of<number>() };
  const users = { product: oneUser(product), other: oneUser(plain) };
  for (const turn of turnsOf(50, question.isOfAllPlaces ? 60 : 220, secondsOfOneUser)) {
    if (turn % perTurn === 0) await outdate();
    const path = addresses[turn % addresses.length] ?? "";
    one.product.push((await asked(users.product, path)).milliseconds);
    one.other.push((await asked(users.other, path)).milliseconds);
  }
  const [path = ""] = addresses;
  const bytes = {
    product: Buffer.byteLength((await asked(users.product, path)).body),
    other: Buffer.byteLength((await asked(users.other, path)).body),
  };
  for (const user of Object.values(users)) user.leave();

  const all: Round[] = [];
  const amount = Math.min(question.isOfAllPlaces ? 60 : plansKept, addresses.length);
  for (const turn of turnsOf(3, rounds, secondsOfTenUsers)) {
    await outdate();
    const start = (turn * amount) % Math.max(1, addresses.length - amount + 1);
    const paths = addresses.slice(start, start + amount);
    all.push({ product: await tenUsers(product, paths), other: await tenUsers(plain, paths) });
  }
  return comparison(all, one, bytes);
}

/** One question over and over, beside a bare route that returns the same bytes; `isKnown`: the asker has the answer already (304). */
export async function compareRepeated(servers: Servers, question: Question, isKnown: boolean): Promise<Comparison> {
  const { product, bare } = servers;
  const [path = ""] = question.addresses(1).slice(-2);
  const users = { product: oneUser(product), other: oneUser(bare) };
  const { body, tag } = await asked(users.product, path);
  await bare.ask("answers", { [path]: Buffer.from(body).toString("base64") });
  const bareTag = (await asked(users.other, path)).tag;
  const tagged = (value: string) => (isKnown ? { headers: { "if-none-match": value }, expected: 304 } : {});

  const one = { product: Array.of<number>(), other: Array.of<number>() };
  for (const _ of turnsOf(100, 300, secondsOfOneUser)) {
    one.product.push((await users.product.ask(path, tagged(tag).headers)).milliseconds);
    one.other.push((await users.other.ask(path, tagged(bareTag).headers)).milliseconds);
  }
  for (const user of Object.values(users)) user.leave();
  const paths = Array.from({ length: body.length > 400_000 && !isKnown ? 100 : 2000 }, () => path);
  const all: Round[] = [];
  for (const _ of turnsOf(3, rounds, secondsOfTenUsers)) {
    all.push({
      product: await tenUsers(product, paths, tagged(tag)),
      other: await tenUsers(bare, paths, tagged(bareTag)),
    });
  }
  const bytes = isKnown ? 0 : Buffer.byteLength(body);
  return comparison(all, one, { product: bytes, other: bytes });
}
