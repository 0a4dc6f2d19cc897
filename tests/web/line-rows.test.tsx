// @vitest-environment happy-dom
/** A line of the form shows what it is told of, wherever the word is to be written. */
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { PaperCell, PaperRow } from "../../web/src/api/types.ts";
import { type DeskLine, openDesk } from "../../web/src/pages/paper/desk.ts";
import { LineRows } from "../../web/src/pages/paper/line-rows.tsx";
import { linesAlike } from "../../web/src/pages/paper/line-warnings.tsx";
import { learn, speak } from "../../web/src/words/languages.ts";

beforeAll(async () => {
  await learn("zh-CN", false);
  speak("zh-CN");
});
afterEach(cleanup);

const nothing = { value: null, text: "—" };
const unchanged = {
  severity: "warning",
  code: "unchanged",
  text: { zh: "连续4期数据相同，请说明", en: "the same" },
} as const;
const cell = (field: PaperCell["field"], isNeeded: boolean, isTold: boolean): PaperCell => ({
  ...{ field, isNeeded, countsUp: false, before: { figure: nothing, month: null }, typed: null },
  ...{ cumulative: { value: 4, text: "4" }, added: nothing, findings: isTold ? [unchanged] : [] },
});

const rowOf = (cells: PaperCell[]): PaperRow => ({
  ...{ measure: "m", name: { zh: "规上企业", en: "firms" }, scopeName: null, nature: "population" },
  ...{ unit: { zh: "户", en: "firms" }, decimals: 0, definition: null, last: null, standing: null },
  ...{ history: [], reported: null },
  ...{ targets: [], cells, findings: [], isFilled: true, isWrong: false, wantsWord: true, canRepeat: true },
  ...{
    evidence: [],
    returnedReason: null,
    typed: { isUnchanged: true },
    version: 1,
    writtenBy: "li",
    writtenAt: null,
  },
});

function show(cells: PaperCell[]): string[] {
  const row = rowOf(cells);
  const kept = { read: () => new Map(), keep: vi.fn(), forget: vi.fn() };
  const desk = openDesk([row], { save: vi.fn(), kept, onSaved: vi.fn() });
  render(
    <table>
      <LineRows
        line={desk.lineOf("m")}
        desk={desk}
        isBase={false}
        isConfirmation={false}
        period="2025-09"
        canWrite={true}
        onAttach={vi.fn()}
        alike={0}
        onSpread={vi.fn()}
      />
    </table>,
  );
  return screen.getAllByRole("textbox").map((input) => input.getAttribute("aria-label") ?? "");
}

const word = "规上企业：说明";

test("the word is asked for below the cells, once", () => {
  const shown = show([cell("entries", false, true), cell("exits", false, true), cell("stock", true, true)]);
  expect(shown).toEqual(["规上企业 期末总数", word]);
});

test("a word can be said of the other lines that lack one for the same kind of warning, and of no others", () => {
  const jump = { ...unchanged, code: "jump" } as const;
  const lineOf = (measure: string, findings: PaperCell["findings"], reason?: string): DeskLine => {
    const wantsWord = reason === undefined && findings.length > 0;
    const typed = reason === undefined ? {} : { reason };
    const cells = [{ ...cell("stock", true, false), findings }];
    return { row: { ...rowOf(cells), measure, typed, wantsWord }, typed, state: "saved", problem: null };
  };
  const said = lineOf("said", [unchanged], "已核实");
  const all = [
    said,
    lineOf("same", [unchanged]),
    lineOf("answered", [unchanged], "另有原因"),
    lineOf("jumped", [jump]),
    lineOf("both", [unchanged, jump]),
    lineOf("plain", []),
  ];
  expect(linesAlike(said, all).map(({ row }) => row.measure)).toEqual(["same"]);
});

test("a cell that no target asks for is shown where it alone is told of", () => {
  const shown = show([cell("entries", false, true), cell("exits", false, true), cell("stock", true, false)]);
  expect(shown).toEqual(["规上企业 累计新增", "规上企业 期末总数", word]);
});
