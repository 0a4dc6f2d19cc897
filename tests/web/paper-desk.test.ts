// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Refusal } from "../../web/src/api/call.ts";
import type { PaperRow, TypedLine } from "../../web/src/api/types.ts";
import { isJudged, openDesk } from "../../web/src/pages/paper/desk.ts";
import { keptLines } from "../../web/src/pages/paper/kept-lines.ts";

const key = { plan: "p", department: "d", period: "2025-09", kind: "report" } as const;
const rowOf = (typed: TypedLine, version: number): PaperRow => ({
  ...{
    measure: "m",
    name: { zh: "企业", en: "firms" },
    scopeName: null,
    nature: "tally",
    unit: { zh: "户", en: "firms" },
  },
  ...{
    decimals: 0,
    definition: null,
    last: null,
    standing: null,
    reported: null,
    history: [],
    targets: [],
    cells: [],
    findings: [],
  },
  ...{ isFilled: true, isWrong: false, wantsWord: false, canRepeat: false, evidence: [], returnedReason: null },
  ...{ typed, version, writtenBy: version === 0 ? null : "li", writtenAt: null },
});
const entered = (text: string): TypedLine => ({ amount: { text, as: "cumulative" } });

/** A server of one line: keeps it, or answers as it is told. */
function aServer(first: PaperRow) {
  const server = {
    row: first,
    saves: [] as string[],
    isAway: false,
    save: async (_: string, typed: TypedLine, version: number): Promise<PaperRow> => {
      if (server.isAway) throw new Refusal(0, {});
      server.saves.push(`${typed.amount?.text}@${version}`);
      if (version !== server.row.version) {
        throw new Refusal(409, { code: "line-moved-on", message: "有人改过", ...{ row: server.row } });
      }
      server.row = rowOf(typed, version + 1);
      return server.row;
    },
  };
  return server;
}
const open = (server: ReturnType<typeof aServer>) =>
  openDesk([server.row], { save: server.save, kept: keptLines("li", key), onSaved: () => undefined });

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => vi.useRealTimers());

describe("a line on the desk", () => {
  it("is saved once a moment after the last stroke", async () => {
    const server = aServer(rowOf({}, 0));
    const desk = open(server);
    for (const text of ["1", "12", "123"]) desk.type("m", entered(text));
    expect([desk.lineOf("m").state, server.saves]).toEqual(["typed", []]);
    await vi.advanceTimersByTimeAsync(1000);
    expect([desk.lineOf("m").state, server.saves]).toEqual(["saved", ["123@0"]]);
    expect(localStorage.length).toBe(0);
  });

  it("that is typed in while it is being saved is saved again, on the version that came back", async () => {
    const server = aServer(rowOf({}, 0));
    const { save } = server;
    server.save = async (...line) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return save(...line);
    };
    const desk = open(server);
    desk.type("m", entered("1"));
    desk.settle("m");
    await vi.advanceTimersByTimeAsync(10);
    desk.type("m", entered("2"));
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.saves).toEqual(["1@0", "2@1"]);
    expect(desk.lineOf("m").state).toBe("saved");
  });

  it("survives a closed tab", async () => {
    const server = aServer(rowOf({}, 0));
    const closed = open(server);
    closed.type("m", entered("7"));
    closed.close();
    expect(server.saves).toEqual([]);
    const desk = open(server);
    expect(desk.lineOf("m").typed).toEqual(entered("7"));
    await vi.advanceTimersByTimeAsync(1000);
    expect([server.row.typed, localStorage.length]).toEqual([entered("7"), 0]);
  });

  it("is kept while nobody answers, and saved when somebody does", async () => {
    const server = aServer(rowOf({}, 0));
    const desk = open(server);
    server.isAway = true;
    desk.type("m", entered("7"));
    await vi.advanceTimersByTimeAsync(1000);
    expect([desk.lineOf("m").state, localStorage.length]).toEqual(["kept", 1]);
    server.isAway = false;
    desk.tryAgain();
    await vi.advanceTimersByTimeAsync(0);
    expect([desk.lineOf("m").state, server.saves, localStorage.length]).toEqual(["saved", ["7@0"], 0]);
  });

  it("is kept while nobody is signed in, not tried in vain, and saved when somebody is again", async () => {
    const server = aServer(rowOf({}, 0));
    const { save } = server;
    let tries = 0;
    server.save = async () => {
      tries += 1;
      throw new Refusal(401, { code: "sign-in-needed", message: "请先登录。" });
    };
    const desk = openDesk([server.row], {
      save: (...line) => server.save(...line),
      kept: keptLines("li", key),
      onSaved: () => undefined,
    });
    desk.type("m", entered("7"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect([desk.lineOf("m").state, desk.lineOf("m").problem, tries]).toEqual(["signed-out", null, 1]);
    expect(localStorage.length).toBe(1);
    // Leaving the cell for the key that leads to signing in tries once more: the key stays where it is.
    const states: string[] = [];
    desk.subscribe(() => states.push(desk.lineOf("m").state));
    desk.settle("m");
    await vi.advanceTimersByTimeAsync(0);
    expect([new Set(states), tries]).toEqual([new Set(["signed-out"]), 2]);
    server.save = save;
    desk.tryAgain();
    await vi.advanceTimersByTimeAsync(0);
    expect([desk.lineOf("m").state, server.saves, localStorage.length]).toEqual(["saved", ["7@0"], 0]);
  });

  it("stays judged while a word is typed beside its figures, not while a figure is", async () => {
    const server = aServer(rowOf(entered("7"), 1));
    const desk = open(server);
    desk.type("m", { ...entered("7"), reason: "已核实" });
    expect(isJudged(desk.lineOf("m"))).toBe(true);
    desk.type("m", { ...entered("8"), reason: "已核实" });
    expect(isJudged(desk.lineOf("m"))).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(isJudged(desk.lineOf("m"))).toBe(true);
    desk.close();
  });

  it.each([
    ["mine", entered("2"), ["2@0", "2@1"]],
    ["theirs", entered("9"), ["2@0"]],
  ] as const)("that somebody else wrote is not overwritten: %s is chosen", async (whose, standing, saves) => {
    const server = aServer(rowOf({}, 0));
    const desk = open(server);
    server.row = rowOf(entered("9"), 1);
    desk.type("m", entered("2"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(desk.lineOf("m")).toMatchObject({ state: "conflict", typed: entered("2"), row: { typed: entered("9") } });
    expect(await desk.saveAll()).toBe(false);
    desk.decide("m", whose);
    await vi.advanceTimersByTimeAsync(1000);
    expect([desk.lineOf("m").state, server.row.typed, server.saves]).toEqual(["saved", standing, saves]);
  });

  it("kept from before is asked about where somebody has written since", () => {
    const server = aServer(rowOf({}, 0));
    open(server).type("m", entered("2"));
    server.row = rowOf(entered("9"), 3);
    expect(open(server).lineOf("m").state).toBe("conflict");
  });

  it("tells the server's sentence where it is refused", async () => {
    const server = aServer(rowOf({}, 0));
    server.save = async () => {
      throw new Refusal(409, { code: "not-from-this-state", message: "填报表现为“已提交”，不能做这一步。" });
    };
    const desk = open(server);
    desk.type("m", entered("2"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(desk.lineOf("m")).toMatchObject({ state: "refused", problem: "填报表现为“已提交”，不能做这一步。" });
  });

  it("what is not ours in the browser's memory is as nothing", () => {
    localStorage.setItem("paper/li/p/d/2025-09/report", "{broken");
    expect(open(aServer(rowOf({}, 0))).lineOf("m").state).toBe("saved");
  });
});
