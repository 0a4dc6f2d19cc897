// @vitest-environment happy-dom
/** A page whose scripts are gone is loaded anew, but never into the browser's own error while nobody answers. */
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { isScriptMissing, reloadForNewBuild } from "../../web/src/lib/new-build.ts";

const reload = vi.fn();
beforeAll(() => {
  vi.spyOn(location, "reload").mockImplementation(reload);
  reloadForNewBuild();
});
beforeEach(() => {
  sessionStorage.clear();
  reload.mockClear();
});
afterEach(() => vi.unstubAllGlobals());

const missed = async (answer: () => Promise<{ ok: boolean }>) => {
  const asked = vi.fn(answer);
  vi.stubGlobal("fetch", asked);
  dispatchEvent(new Event("vite:preloadError"));
  await new Promise((resolve) => setTimeout(resolve, 0));
  return [asked.mock.calls.length, reload.mock.calls.length];
};

test("it is loaded anew once while the service answers, and not again within half a minute", async () => {
  const answers = () => Promise.resolve({ ok: true });
  expect(await missed(answers)).toEqual([1, 1]);
  expect(await missed(answers)).toEqual([0, 1]);
});

test.each([
  ["nobody answers", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["it answers that it cannot", () => Promise.resolve({ ok: false })],
])("it stays where it is while %s", async (_, answer) => {
  expect(await missed(answer)).toEqual([1, 0]);
});

test.each([
  ["Failed to fetch dynamically imported module: http://127.0.0.1/a.js", true],
  ["error loading dynamically imported module: http://127.0.0.1/a.js", true],
  ["Importing a module script failed.", true],
  ["Unable to preload CSS for /assets/a.css", true],
  ["x is not a function", false],
])("%s", (message, isMissing) => {
  expect(isScriptMissing(new TypeError(message))).toBe(isMissing);
});
