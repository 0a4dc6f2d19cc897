/**
 * An Idempotency-Key is its sender's own: under somebody else's nobody gets their answer, and under one's own nothing but
 * the same request is answered again. TRUST R3, S1.
 */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

type Headers = Readonly<Record<string, string>>;

let opened: TestApp;
let office: Headers;
let colleague: Headers;
beforeEach(async () => {
  opened = await openTestApp([samplePlan()], { kind: "production" });
  await reportSampleYear(opened.store);
  opened.clock.set("2022-10-12T02:00:00.000Z");
  office = await opened.as("office", [], "shen");
  colleague = await opened.as("office", [], "wang");
});
afterEach(() => opened.dispose());

const key = "the-one-and-only-key";
const plan = "/api/plans/sample-2022";
const because = { reason: "核对" };
const post = (headers: Headers, url: string, payload: object, own = key) =>
  opened.app.inject({ method: "POST", url, headers: { ...headers, "idempotency-key": own }, payload });
const paperOf = (unit: string, period: string, kind: string) => {
  const paper = `${plan}/papers/${unit}/${period}`;
  return {
    line: (measure: string) => `${paper}/lines/${measure}?kind=${kind}`,
    submission: `${paper}/submission?kind=${kind}`,
  };
};
/** Types a line, and hands the paper in under a key. */
async function handIn(headers: Headers, paper: ReturnType<typeof paperOf>, measure: string, text: string, own = key) {
  const field = measure.includes("above-scale") ? "entries" : "amount";
  const payload = { typed: { [field]: { text, as: "cumulative" } }, version: 0 };
  const saved = await opened.app.inject({ method: "PUT", url: paper.line(measure), headers, payload });
  expect([saved.statusCode, saved.body]).toEqual([200, expect.anything()]);
  return post(headers, paper.submission, { seen: [{ measure, version: 1 }], ...because }, own);
}
const submissions = async () => Number((await opened.runRaw("SELECT count(*) AS n FROM submissions"))[0]?.n);

const food = "food.above-scale-enterprises";
const commerce = paperOf("commerce", "2022-09", "report");
const industry = paperOf("industry", "2022-06", "correction");

describe("the key of a paper that was handed in", () => {
  test("used by a colleague of the same unit gives no receipt of another's", async () => {
    const first = await opened.as("reporter", ["commerce"], "zhao");
    const second = await opened.as("reporter", ["commerce"], "qian");
    const receipt = await handIn(first, commerce, food, "2");
    expect([receipt.statusCode, receipt.json().by]).toEqual([200, "zhao"]);
    const borrowed = await post(second, commerce.submission, { seen: [{ measure: food, version: 1 }], ...because });
    expect([borrowed.statusCode, borrowed.json().code]).toEqual([409, "not-from-this-state"]);
    expect(borrowed.body).not.toContain(receipt.json().hash);
    expect(await submissions()).toBe(9);
  });

  test("used by another unit is theirs anew: refused on this paper, taken for their own", async () => {
    const zhao = await opened.as("reporter", ["commerce"], "zhao");
    const sun = await opened.as("reporter", ["industry"], "sun");
    const receipt = await handIn(zhao, commerce, food, "2");
    const borrowed = await post(sun, commerce.submission, { seen: [{ measure: food, version: 1 }], ...because });
    expect([borrowed.statusCode, borrowed.json().code]).toEqual([403, "not-your-department"]);
    const own = await handIn(sun, industry, "steel.output", "24.5");
    expect([own.statusCode, own.json().by, own.json().isRepeated]).toEqual([200, "sun", undefined]);
    expect(own.json().submission).not.toBe(receipt.json().submission);
    expect(await submissions()).toBe(10);
    // Each gets their own again.
    const seen = (measure: string) => ({ seen: [{ measure, version: 1 }], ...because });
    expect((await post(zhao, commerce.submission, seen(food))).json()).toEqual(receipt.json());
    expect((await post(sun, industry.submission, seen("steel.output"))).json()).toEqual(own.json());
    expect(await submissions()).toBe(10);
  });

  test("used by the same person for another body, paper or kind is refused, and nothing is done", async () => {
    const both = await opened.as("reporter", ["commerce", "industry"], "li");
    await handIn(both, commerce, food, "2");
    const others = [
      [commerce.submission, { seen: [{ measure: food, version: 2 }], ...because }],
      [commerce.submission, { seen: [{ measure: food, version: 1 }], reason: "另有原因" }],
      [commerce.submission, { seen: [], ...because }],
      [paperOf("commerce", "2022-06", "report").submission, { seen: [{ measure: food, version: 1 }], ...because }],
      [paperOf("commerce", "2022-09", "correction").submission, { seen: [{ measure: food, version: 1 }], ...because }],
      [paperOf("industry", "2022-09", "report").submission, { seen: [{ measure: food, version: 1 }], ...because }],
    ] as const;
    for (const [url, body] of others) {
      const response = await post(both, url, body);
      expect([url, response.statusCode, response.json().code]).toEqual([url, 422, "key-used-otherwise"]);
    }
    expect(await submissions()).toBe(9);
  });

  test("gives nothing to who has signed out, or may no longer do it", async () => {
    const zhao = await opened.as("reporter", ["commerce"], "zhao");
    const receipt = await handIn(zhao, commerce, food, "2");
    const again = () => post(zhao, commerce.submission, { seen: [{ measure: food, version: 1 }], ...because });
    expect((await again()).json()).toEqual(receipt.json());
    await opened.runRaw("UPDATE accounts SET role = 'leader', version = version + 1 WHERE key = 'zhao'");
    expect((await again()).statusCode).toBe(403);
    await opened.app.inject({ method: "DELETE", url: "/api/session", headers: zhao });
    expect((await again()).statusCode).toBe(401);
  });
});

/** Every other keyed request of the office: what is asked first, and a request that is none of it. */
const requests: Readonly<Record<string, readonly [url: string, body: object]>> = {
  closing: [`${plan}/months/2022-06/closing`, because],
  extension: [`${plan}/extensions`, { period: "2022-09", dueOn: "2022-10-20", ...because }],
  revision: [`${plan}/targets/steel.output.level.2022-12/revisions`, { from: "2022-07", value: "60", ...because }],
  unit: [`${plan}/units`, { name: { zh: "数据局" }, kind: "bureau", ...because }],
  alias: [`${plan}/units/industry/aliases`, { alias: "市工信局", ...because }],
  assignment: [`${plan}/subjects/food/units`, { unit: "industry", role: "responsible", from: "2022-07", ...because }],
  subject: [
    `${plan}/subjects`,
    {
      ...{ kind: "chain", id: "tea", name: { zh: "茶叶" }, from: "2022-07", ...because },
      units: [{ unit: "commerce", role: "lead" }],
    },
  ],
};
const names = Object.keys(requests);
const requestOf = (name: string | undefined) => requests[name ?? ""] ?? ["", {}];

describe.each(names)("the key of %s", (name) => {
  test("is neither another route's nor a colleague's", async () => {
    const [url, body] = requestOf(name);
    const first = await post(office, url, body);
    expect([first.statusCode, first.body]).toEqual([200, expect.anything()]);
    // The same person, everything else that takes a key; and the same route with another reason.
    const changed = await post(office, url, { ...body, reason: "另有原因" });
    expect([changed.statusCode, changed.json().code]).toEqual([422, "key-used-otherwise"]);
    for (const other of names.filter((each) => each !== name)) {
      const response = await post(office, ...requestOf(other));
      expect([other, response.statusCode, response.json().code]).toEqual([other, 422, "key-used-otherwise"]);
    }
    const repeated = await post(office, url, body);
    const { isRepeated: _, ...known } = first.json();
    expect([repeated.statusCode, repeated.json()]).toMatchObject([200, known]);
    // A colleague does it themselves, or is refused by how things stand: never the first one's answer over again.
    const revisions = async () => Number((await opened.runRaw("SELECT max(revision) AS n FROM audit_rows"))[0]?.n);
    const before = await revisions();
    const borrowed = await post(colleague, url, body);
    if (borrowed.statusCode === 200) expect(await revisions()).toBe(before + 1);
    else expect([409, 422]).toContain(borrowed.statusCode);
    expect(borrowed.json().isRepeated ?? false).toBe(false);
  });
});

test("the key of a decision is not another decision's, another submission's or a colleague's", async () => {
  const zhao = await opened.as("reporter", ["commerce"], "zhao");
  const sun = await opened.as("reporter", ["industry"], "sun");
  const papers = [
    (await handIn(zhao, commerce, food, "2")).json(),
    (await handIn(sun, industry, "steel.output", "24.5")).json(),
  ];
  const [one, two] = papers.map(({ submission, at }) => ({ url: `/api/submissions/${submission}`, seen: at }));
  const accepted = await post(office, `${one?.url}/acceptance`, { seen: one?.seen });
  expect([accepted.statusCode, accepted.json().state]).toEqual([200, "accepted"]);
  for (const [url, body] of [
    [`${two?.url}/acceptance`, { seen: two?.seen }],
    [`${two?.url}/return`, { seen: two?.seen, ...because }],
    [`${one?.url}/return`, { seen: one?.seen, ...because }],
  ] as const) {
    const response = await post(office, url, body);
    expect([url, response.statusCode, response.json().code]).toEqual([url, 422, "key-used-otherwise"]);
  }
  const borrowed = await post(colleague, `${one?.url}/acceptance`, { seen: one?.seen });
  expect([borrowed.statusCode, borrowed.json().code]).toEqual([409, "already-decided"]);
  // Together, each part is asked under a key that nobody can send.
  const together = { submissions: [{ submission: String(papers[1]?.submission), seen: two?.seen }] };
  const parts = await post(office, "/api/reviews/acceptances", together);
  expect(parts.json().refused.map(({ code }: { code: string }) => code)).toEqual(["marked"]);
  const part = await post(office, `${two?.url}/acceptance`, { seen: two?.seen }, `${key} ${papers[1]?.submission}`);
  expect(part.statusCode).toBe(400);
});
