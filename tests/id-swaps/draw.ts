/** Which ids are put in the place of one's own: others', unknown ones, and either in disguise. */
import type { Role } from "@beizeng/db/vocabulary";
import { type Access, powersOf, routeAccess } from "@beizeng/server/domain/access.ts";
import { askers, type Office } from "./ledger.ts";
import { type IdKind, type Ids, idKinds, kindsNamed, type Recipe, type Route, recipes } from "./recipes.ts";
import type { Asker } from "./secrets.ts";

/** One request in which at least one id is not the asker's own. */
export interface Swap {
  readonly asker: Asker;
  readonly route: Route;
  readonly recipe: Recipe;
  readonly ids: Ids;
  /** The kinds that were swapped; the others are the asker's own. */
  readonly swapped: readonly IdKind[];
  /** The kinds of which another's id stands there as it is, without a disguise. */
  readonly plain: readonly IdKind[];
}

const near = { plan: "sample-2022", period: "2022-06", kind: "correction", subject: "steel", edition: "1" };
const steel = { measure: "steel.output", target: "steel.output.level.2022-12" };

/** What is somebody's own, or where it is nobody's, what they have to do with. */
export function ownIds(
  { evidence, submissions }: Pick<Office, "evidence" | "submissions">,
  { name, units }: Asker,
): Ids {
  const unit = units[0] ?? "industry";
  const ofUnit = {
    evidence: evidence.find((file) => file.unit === unit)?.id ?? "1",
    submission: submissions.find((paper) => paper.unit === unit)?.id ?? "1",
    // Nobody changes their own account.
    ...{ account: name === "admin" ? "leader" : name, unit },
  };
  if (unit === "government") {
    const service = {
      subject: "service",
      measure: "service.resolution-rate",
      target: "service.resolution-rate.rate.standing",
    };
    return { ...near, ...service, ...ofUnit };
  }
  if (unit.startsWith("far")) {
    const food = {
      subject: "food",
      measure: "food.above-scale-enterprises",
      target: "food.above-scale-enterprises.new.2022-12",
    };
    return { ...near, plan: "far-2022", kind: "report", ...food, ...ofUnit };
  }
  if (name !== "statistics") return { ...near, ...steel, ...ofUnit };
  const bureaus = evidence.find(({ audience }) => audience === "bureau")?.id ?? "1";
  return { ...near, ...steel, ...ofUnit, kind: "confirmation", period: "2022-09", evidence: bureaus };
}

type Existing = Readonly<Record<IdKind, readonly string[]>>;

/** All that there is. */
function existingIds({ evidence, submissions }: Pick<Office, "evidence" | "submissions">): Existing {
  const units = ["government", "industry", "commerce"];
  const firstPapers = Array.from({ length: 12 }, (_, place) => String(place + 1));
  return {
    plan: ["sample-2022", "far-2022"],
    unit: [...units, ...units.map((unit) => `far-2022-${unit}`)],
    period: ["2022-03", "2022-06", "2022-09"],
    kind: ["report", "correction", "confirmation"],
    measure: [
      "steel.output",
      "steel.plant",
      "steel.above-scale-enterprises",
      "food.above-scale-enterprises",
      "service.resolution-rate",
    ],
    target: [
      "steel.output.level.2022-12",
      "food.above-scale-enterprises.new.2022-12",
      "service.resolution-rate.rate.standing",
    ],
    subject: ["headline", "steel", "food", "service"],
    submission: [...firstPapers.slice(0, 8), ...submissions.map(({ id }) => id)],
    evidence: evidence.map(({ id }) => id),
    account: [...askers.map(({ name }) => name), "owner-of-commerce", "hidden-leader"],
    edition: ["1"],
  };
}

/** Well written, and of nothing. */
export const unknownIds: Ids = {
  ...{ plan: "nowhere-2022", unit: "nobody", period: "2031-03", kind: "nothing", measure: "tea.output" },
  ...{ target: "tea.output.level.2022-12", subject: "tea", submission: "918273", evidence: "918273" },
  ...{ account: "nobody-at-all", edition: "77" },
};

const coded = (text: string) =>
  [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");

/** Ways to write another's id so that a check might not see it for what it is; each answers what stands in the address. */
const disguises: readonly ((other: string, own: string) => string)[] = [
  (other) => coded(other),
  (other) => coded(coded(other)),
  (other) => other.toUpperCase(),
  (other) => `%20${other}`,
  (other) => `${other}%20`,
  (other) => `${other}%00`,
  (other) => `${other}%2f`,
  (other) => `.%2f${other}`,
  (other, own) => `${own}%2f..%2f${other}`,
  (other) => `..%2f..%2f${other}`,
  (other) => `%2e%2e%2f%2e%2e%2fetc%2fpasswd%00${other}`,
  (other, own) => `${own},${other}`,
  (other, own) => `${own}%26${other}`,
  (other, own) => `${own};${other}`,
  (other) => `${other}%3fkind=report`,
  (other) => `${other}%23`,
  (other) => `0${other}`,
  (other) => `%2b${other}`,
  (other) => `-${other}`,
  (other) => `${other}.0`,
  (other) => `${other}e0`,
  (other) => coded([...other].map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)).join("")),
  (other) => `${other}%27%20OR%20%271%27=%271`,
  () => "%25",
  () => "__proto__",
  () => "constructor",
  () => "null",
  () => "*",
  () => "x".repeat(300),
];

const accessOfRoute: Readonly<Record<Route, Access>> = routeAccess;
const isReading = (route: Route) => route.startsWith("GET ");

/** What is meant by what stands in an address; null of what cannot be read. */
function meant(id: string): string | null {
  try {
    return decodeURIComponent(id);
  } catch {
    return null;
  }
}

const planOf = (unit: string) => (unit.startsWith("far-2022-") ? "far-2022" : "sample-2022");
const unitsOfMeasures: Readonly<Record<string, string>> = {
  steel: "industry",
  food: "commerce",
  service: "government",
};

const mayEver = (role: Role | null, access: Access) =>
  access === "anyone" ||
  (role !== null &&
    (access === "signed-in" || access === "signing-in" || powersOf[role].some((power) => power === access)));

/** True of a write that is the asker's to make, whatever stands there at the moment: it is no swap of another's. */
function isTheirs(
  { role, units }: Asker,
  route: Route,
  given: Ids,
  { named, existing }: { named: readonly IdKind[]; existing: Existing },
): boolean {
  const access = accessOfRoute[route];
  if (!mayEver(role, access)) return false;
  const [plan, unit, kind, measure] = [meant(given.plan), meant(given.unit), meant(given.kind), meant(given.measure)];
  const isOfPlan = !named.includes("plan") || !named.includes("unit") || (unit !== null && plan === planOf(unit));
  if (route.includes("/papers/")) {
    const isOfUnit =
      !route.includes(":measure") ||
      `${plan === "far-2022" ? "far-2022-" : ""}${unitsOfMeasures[String(measure).split(".")[0] ?? ""]}` === unit;
    const isOwn = role === "statistics" ? kind === "confirmation" : unit !== null && units.includes(unit);
    return isOwn && isOfPlan && isOfUnit && !named.includes("evidence");
  }
  // Who reviews, administers or keeps the safety does so for all that there is; new names and locked names are free.
  const isFree = route === "POST /api/accounts" || route === "DELETE /api/security/locks/:name";
  const isThere = named.every((each) => existing[each].includes(meant(given[each]) ?? ""));
  return access !== "anyone" && (isFree || (isThere && isOfPlan));
}

/** The routes that name something. */
export const swappable = (Object.entries(recipes) as [Route, Recipe | null][]).flatMap(([route, recipe]) =>
  // The keys of `recipes` are the routes by its type, which `Object.entries` forgets.
  recipe === null || kindsNamed(route, recipe).length === 0 ? [] : [{ route, recipe }],
);

const reading = swappable.filter(({ route }) => isReading(route));

/** Draws swaps for an office. */
export function swapsOf(office: Pick<Office, "evidence" | "submissions">, draw: () => number): () => Swap {
  const existing = existingIds(office);
  const oneOf = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(draw() * list.length)];
    if (one === undefined) throw new Error("nothing to draw from");
    return one;
  };
  const swapId = (kind: IdKind, own: string): { id: string; isPlain: boolean } => {
    const others = existing[kind].filter((id) => id !== own);
    const other = others.length === 0 ? own : oneOf(others);
    const drawn = draw();
    if (drawn < 0.5) return { id: other, isPlain: true };
    if (drawn < 0.65) return { id: unknownIds[kind], isPlain: false };
    return { id: oneOf(disguises)(other, own), isPlain: false };
  };
  const tryOne = (): Swap | null => {
    const asker = oneOf(askers);
    const { route, recipe } = oneOf(draw() < 0.5 ? swappable : reading);
    // Each costs the hash of a password.
    if (route === "POST /api/session" && draw() < 0.8) return null;
    const named = kindsNamed(route, recipe);
    const own = ownIds(office, asker);
    const wanted = 1 + Math.floor(draw() * Math.min(3, named.length));
    const swapped = [...named]
      .map((kind) => ({ kind, rank: draw() }))
      .sort((left, right) => left.rank - right.rank)
      .slice(0, wanted)
      .map(({ kind }) => kind);
    const drawn = new Map(swapped.map((kind) => [kind, swapId(kind, own[kind])]));
    // Of every kind one, which `fromEntries` forgets.
    const ids = Object.fromEntries(idKinds.map((kind) => [kind, drawn.get(kind)?.id ?? own[kind]])) as Ids;
    if (!isReading(route) && isTheirs(asker, route, ids, { named, existing })) return null;
    return { asker, route, recipe, ids, swapped, plain: swapped.filter((kind) => drawn.get(kind)?.isPlain) };
  };
  return () => {
    for (;;) {
      const swap = tryOne();
      if (swap !== null) return swap;
    }
  };
}
