/** Where files are made: one order after the other, each within its time, and a clear refusal where that fails. */
import type { FileOrder } from "@beizeng/server/briefing/orders.ts";
import { openWorkshop, type WorkshopLimits } from "@beizeng/server/briefing/workshop.ts";
import { expect, onTestFinished, test } from "vitest";

const plenty: WorkshopLimits = { milliseconds: 20_000, memoryMegabytes: 256, waiting: 12, idleMilliseconds: 60_000 };

/** A workshop of a test, and what it was told to have gone wrong. */
function opened(limits: Partial<WorkshopLimits> = {}) {
  const faults: unknown[] = [];
  const workshop = openWorkshop((fault) => faults.push(fault), { ...plenty, ...limits });
  onTestFinished(() => workshop.close());
  return { workshop, faults };
}

const pack = (name: string): FileOrder => ({
  kind: "pack",
  files: [{ name, mediaType: "text/plain", content: Buffer.from(name) }],
});
const notMade = { ok: false, reason: { code: "files-not-made" } };

test("orders are made one after the other, as many as may wait", async () => {
  const { workshop, faults } = opened({ waiting: 2 });
  const answers = await Promise.all(["a.txt", "b.txt", "c.txt", "d.txt"].map((name) => workshop.make(pack(name))));
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, false]);
  expect(answers[3]).toMatchObject({ reason: { code: "files-busy" } });
  expect(await workshop.make(pack("e.txt"))).toMatchObject({ ok: true, value: [{ name: "材料包.zip" }] });
  expect(faults).toEqual([]);
});

test("what cannot be made is refused and told, and the next order is made", async () => {
  const { workshop, faults } = opened();
  const broken: FileOrder = JSON.parse('{"kind":"pack","files":[{"name":"a.txt"}]}');
  expect(await workshop.make(broken)).toMatchObject(notMade);
  expect(faults).toHaveLength(1);
  expect(await workshop.make(pack("a.txt"))).toMatchObject({ ok: true });
});

test("an order that takes too long is given up", async () => {
  const { workshop, faults } = opened({ milliseconds: 1 });
  expect(await workshop.make(pack("a.txt"))).toMatchObject(notMade);
  expect(faults).toEqual([new Error("an order of files took longer than 1 ms")]);
});

test("a thread that dies refuses its order alone, and each other order has a thread of its own", async () => {
  const { workshop, faults } = opened({ memoryMegabytes: 2 });
  expect(await Promise.all([workshop.make(pack("a.txt")), workshop.make(pack("b.txt"))])).toMatchObject([
    notMade,
    notMade,
  ]);
  expect(faults).toHaveLength(2);
});

test("a workshop that ended between two orders begins anew", async () => {
  const { workshop, faults } = opened({ idleMilliseconds: 1 });
  expect(await workshop.make(pack("a.txt"))).toMatchObject({ ok: true });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await workshop.make(pack("a.txt"))).toMatchObject({ ok: true });
  expect(faults).toEqual([]);
});

test("closed, it refuses what is being made and what comes after, and nothing is told to have gone wrong", async () => {
  const { workshop, faults } = opened();
  const [first, second] = [workshop.make(pack("a.txt")), workshop.make(pack("b.txt"))];
  await workshop.close();
  expect(await Promise.all([first, second, workshop.make(pack("c.txt"))])).toMatchObject([notMade, notMade, notMade]);
  expect(faults).toEqual([]);
});
