/** What clerks do to a form with LibreOffice beyond filling it in, and what the product says of each file that comes of it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import { correctObservation } from "@beizeng/server/actions/correct-observation.ts";
import type { HistoryReading } from "@beizeng/server/contract/history-import.ts";
import type { Paper } from "@beizeng/server/contract/paper.ts";
import type { WorkbookReading } from "@beizeng/server/contract/workbook.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportAndAccept, reporter, reviewer } from "../server/reports.ts";
import { samplePlan } from "../server/sample-plan.ts";
import { changes } from "./changes.ts";
import { endings, type Job, worked } from "./libreoffice.ts";

const folder = mkdtempSync(join(tmpdir(), "beizeng-changed-"));
/** Where a picture of each form is kept, for eyes. */
const pictures = process.env.SCREENSHOTS ?? folder;
let opened: TestApp;
let clerk: { cookie: string };

const paper = "/api/plans/sample-2022/papers/industry/2022-09";
const address = `${paper}/workbook`;
const history = "/api/plans/sample-2022/history/government/workbook";

async function had(url: string, headers = clerk): Promise<Uint8Array> {
  const response = await opened.app.inject({ url, headers });
  expect([url, response.statusCode]).toEqual([url, 200]);
  return new Uint8Array(response.rawPayload);
}
const sent = (method: "POST" | "PUT", url: string, file: string, headers = clerk) =>
  opened.app.inject({
    method,
    url,
    headers: { ...headers, "content-type": "application/octet-stream" },
    payload: readFileSync(join(folder, file)),
  });
const saved = (name: string) => ({
  ...Object.fromEntries(endings.map((ending) => [ending, join(folder, `${name}.${ending}`)])),
  pdf: join(pictures, `${name}.pdf`),
});

/** What the product says of a file: the sentence by which it is refused, or the cells it marks and the figures it reads. */
async function saidOf(file: string) {
  const response = await sent("POST", address, file);
  if (response.statusCode !== 200) return response.json().message;
  const { changed, lacking, isStale, findings } = response.json<WorkbookReading>();
  const marks = findings.map(({ at, finding }) => `${at}：${finding.text.zh}`);
  return { changed, lacking: lacking.map(({ zh }) => zh), isStale, marks };
}

beforeAll(async () => {
  opened = await openTestApp([samplePlan()]);
  const accepted = { period: "2022-06", now: "2022-07-08T02:00:00.000Z" };
  await reportAndAccept(opened.store, {
    ...{ ...accepted, department: "industry" },
    lines: [
      { measure: "steel.above-scale-enterprises", entries: "3", exits: "0" },
      { measure: "steel.output", amount: "24.0" },
      { measure: "steel.plant", amount: "0" },
    ],
  });
  opened.clock.set("2022-10-12T02:00:00.000Z");
  clerk = await opened.as("reporter", ["industry"], "赵");
  writeFileSync(join(folder, "form.xlsx"), await had(address));
  worked(
    folder,
    Object.entries(changes).map(
      ([name, { steps }]): Job => ({ open: join(folder, "form.xlsx"), steps, save: saved(name) }),
    ),
  );
}, 600_000);

afterAll(async () => {
  await opened.dispose();
  rmSync(folder, { recursive: true });
});

describe.each(endings)("a form that was stored as .%s", (ending) => {
  it.each(Object.entries(changes))("is understood or named: %s", async (name, { says }) => {
    const said = await saidOf(`${name}.${ending}`);
    expect(said).toEqual(typeof says === "string" ? says : { lacking: [], isStale: false, marks: [], ...says });
  });
});

describe("a form that came back late", () => {
  it("is said to be older than what is accepted and than the draft, at its cells", async () => {
    writeFileSync(join(folder, "late.xlsx"), await had(address));
    worked(folder, [
      { open: join(folder, "late.xlsx"), steps: [["type", { J6: "5", J9: "36.5" }]], save: saved("late") },
    ]);
    const payload = { typed: { amount: { text: "30", as: "cumulative" } }, version: 0 };
    const url = `${paper}/lines/steel.output`;
    expect((await opened.app.inject({ method: "PUT", url, headers: clerk, payload })).statusCode).toBe(200);
    const corrected = await correctObservation(opened.store, {
      ...{ actor: reporter("industry"), now: "2022-10-12T02:01:00.000Z", reason: "漏报一户" },
      ...{ plan: "sample-2022", department: "industry", period: "2022-06" },
      lines: [{ measure: "steel.above-scale-enterprises", entries: "4", exits: "0" }],
    });
    const submission = corrected.ok ? corrected.value.submission : 0;
    const now = "2022-10-12T02:02:00.000Z";
    expect(await acceptSubmission(opened.store, { actor: reviewer, now, submission })).toMatchObject({ ok: true });
    for (const ending of endings) {
      expect(await saidOf(`late.${ending}`)).toEqual({
        ...{ changed: 2, lacking: [], isStale: true },
        marks: [
          "J6：下载之后上次审定数有变，现为 4（2022-06），请核对",
          "J9：下载之后草稿的这一行有人改过，存入会替换它",
        ],
      });
    }
  });
});

describe("the corrected workbook in LibreOffice", () => {
  it("shows its marks and comments, is corrected there and taken over", async () => {
    writeFileSync(join(folder, "first.xlsx"), await had(address));
    worked(folder, [
      {
        open: join(folder, "first.xlsx"),
        steps: [["type", { J6: "12 户", J7: "-1", J9: "36.55" }]],
        save: saved("wrong"),
      },
    ]);
    const marked = await sent("POST", `${address}/corrected`, "wrong.ods");
    writeFileSync(join(folder, "marked.xlsx"), marked.rawPayload);
    const [seen] = worked(folder, [
      {
        open: join(folder, "marked.xlsx"),
        steps: [["type", { J6: "5", J7: "0", J9: "36.5" }]],
        save: saved("mended"),
        looks: { marks: ["J6", "J7", "J9", "J10"], rules: ["J6", "J9"], locked: ["M6"] },
      },
      { open: join(folder, "marked.xlsx"), save: { pdf: join(pictures, "marked.pdf") } },
    ]);
    expect(seen).toMatchObject({
      marks: {
        J6: ["F8D3CC", "只能填数字"],
        J7: ["F8D3CC", "不得小于0\n累计不得小于上期 0"],
        J9: ["F8D3CC", "最多1位小数"],
        J10: ["FFFFFF", ""],
      },
      rules: { J6: "整数；累计不得小于上期 4", J9: "数字，最多1位小数" },
      locked: ["M6"],
    });
    for (const ending of endings) expect(await saidOf(`mended.${ending}`)).toMatchObject({ marks: [] });
    const { seen: state } = (await sent("POST", address, "mended.xls")).json<WorkbookReading>();
    const taken = (await sent("PUT", `${address}/draft?seen=${state}`, "mended.xls")).json<Paper>();
    const rows = taken.subjects
      .flatMap(({ rows }) => rows)
      .map(({ measure, cells }) => [measure, cells[0]?.cumulative.text]);
    expect(rows).toEqual([
      ["steel.above-scale-enterprises", "5"],
      ["steel.output", "36.5"],
      ["steel.plant", "—"],
    ]);
  });
});

describe("what is called .et", () => {
  it("is read where it is the workbook of old, and answered clearly where it has a password or holds no sheets", async () => {
    opened.clock.set("2022-10-12T02:05:00.000Z");
    clerk = await opened.as("reporter", ["industry"], "钱");
    writeFileSync(join(folder, "form.xlsx"), await had(address));
    worked(folder, [
      { open: join(folder, "form.xlsx"), steps: [["type", { J6: "6" }]], save: { et: join(folder, "filled.et") } },
      { open: join(folder, "form.xlsx"), save: { xls: join(folder, "secret.et") }, password: "倍增" },
      { open: join(folder, "form.xlsx"), save: { ods: join(folder, "secret.ods") }, password: "倍增" },
    ]);
    expect(await saidOf("filled.et")).toMatchObject({ changed: 1, marks: [] });
    for (const file of ["secret.et", "secret.ods"]) {
      expect([file, await saidOf(file)]).toEqual([file, "文件未读取：文件设有打开密码，请取消密码后再上传。"]);
    }
    const whole = readFileSync(join(folder, "filled.et"));
    writeFileSync(join(folder, "cut.et"), whole.subarray(0, 4096));
    expect(await saidOf("cut.et")).toBe("文件未读取：文件不完整或已损坏，请重新打开，另存为 .xlsx 再上传。");
  });
});

describe("a history of more periods than the alphabet has letters", () => {
  it("is filled in and taken back, each figure at its period", async () => {
    // 25 quarters from 2022-03, in the columns F to AD.
    await opened.dispose();
    opened = await openTestApp([samplePlan()], { today: () => "2028-04-12" });
    const office = await opened.as("office", [], "李");
    const periods = Array.from({ length: 25 }, (_, index) => {
      const month = 3 * (index % 4) + 3;
      return `${2022 + Math.floor(index / 4)}-${String(month).padStart(2, "0")}`;
    });
    writeFileSync(join(folder, "history.xlsx"), await had(`${history}?from=2022-03&until=2028-03`, office));
    const letters = [..."FGHIJKLMNOPQRSTUVWXYZ", "AA", "AB", "AC", "AD"];
    const figures = Object.fromEntries(letters.map((letter, index) => [`${letter}9`, `${(900 + index) / 10}`]));
    worked(folder, [
      {
        open: join(folder, "history.xlsx"),
        steps: [["type", { ...figures, AA9: "九十一" }]],
        save: saved("wrong-history"),
      },
      { open: join(folder, "history.xlsx"), steps: [["type", figures]], save: saved("history-filled") },
    ]);
    for (const ending of endings) {
      const wrong = (await sent("POST", history, `wrong-history.${ending}`, office)).json<HistoryReading>();
      expect(wrong.findings.map(({ at, finding }) => `${at}：${finding.text.zh}`)).toEqual(["AA9：只能填数字"]);
      const read = (await sent("POST", history, `history-filled.${ending}`, office)).json<HistoryReading>();
      expect(read).toMatchObject({ errors: 0, periods: periods.map((period) => ({ period, lines: 1, skip: null })) });
    }
    expect(
      (await sent("PUT", `${history.replace("/workbook", "/workbook/drafts")}`, "history-filled.ods", office))
        .statusCode,
    ).toBe(200);
    const unit = await opened.as("reporter", ["government"], "周");
    for (const [index, period] of periods.entries()) {
      const drafts = await opened.app.inject({
        url: `/api/plans/sample-2022/papers/government/${period}`,
        headers: unit,
      });
      const rates = drafts
        .json<Paper>()
        .subjects.flatMap(({ rows }) => rows)
        .filter(({ measure }) => measure === "service.resolution-rate");
      expect([period, rates[0]?.typed.amount?.text]).toEqual([period, `${(900 + index) / 10}`]);
    }
  });
});
