/** Things that serve one user at a time: whoever asked first is served first, and all is idle when nobody is left. */
import { expect, test } from "vitest";
import { turns } from "../../db/src/turns.ts";

/** A use that ends when the test says so. */
function use() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { ended, end: () => end() };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test("users are served in the order in which they asked, each by a thing of its own", async () => {
  const [served, all] = [Array.of<string>(), turns(["a", "b"])];
  const uses = [use(), use(), use(), use()];
  const done = uses.map(({ ended }, number) =>
    all.take(async (thing) => {
      served.push(`${number} by ${thing}`);
      await ended;
      return number;
    }),
  );
  await settle();
  expect(served).toEqual(["0 by b", "1 by a"]);
  uses[1]?.end();
  await settle();
  expect(served.slice(2)).toEqual(["2 by a"]);
  uses[0]?.end();
  await settle();
  expect(served.slice(3)).toEqual(["3 by b"]);
  for (const { end } of uses) end();
  expect(await Promise.all(done)).toEqual([0, 1, 2, 3]);
});

test("are idle only when none is used, and at once where none is", async () => {
  const all = turns(["a", "b"]);
  await all.idle();
  const [first, second] = [use(), use()];
  let isIdle = false;
  const done = [all.take(() => first.ended), all.take(() => second.ended)];
  await settle();
  const idle = all.idle().then(() => {
    isIdle = true;
  });
  first.end();
  await settle();
  expect(isIdle).toBe(false);
  second.end();
  await idle;
  await Promise.all(done);
  await all.idle();
});

test("a use that fails hands its thing on", async () => {
  const all = turns(["a"]);
  await expect(all.take(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await all.take(async (thing) => thing)).toBe("a");
});
