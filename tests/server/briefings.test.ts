import { createHash } from "node:crypto";
import { findAuditRows } from "@beizeng/db";
import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import { askReopening } from "@beizeng/server/actions/ask-reopening.ts";
import { closeMonth } from "@beizeng/server/actions/close-month.ts";
import { correctObservation } from "@beizeng/server/actions/correct-observation.ts";
import { reopenMonth } from "@beizeng/server/actions/reopen-month.ts";
import { reviseTarget } from "@beizeng/server/actions/revise-target.ts";
import { issue, type MakeIssuedFiles } from "@beizeng/server/briefing/issuing.ts";
import { briefingFileKeys } from "@beizeng/server/contract/briefing.ts";
import type { BriefingPaper } from "@beizeng/server/contract/briefing-paper.ts";
import type { BriefingSkeleton, Briefings, Errata } from "@beizeng/server/contract/briefings.ts";
import { give } from "@beizeng/server/problems.ts";
import { openReads } from "@beizeng/server/reads/reads.ts";
import { replayAudit } from "@beizeng/server/replay-audit.ts";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { openedPackage } from "../helpers/office/opened-package.ts";
import { packageFaults } from "../helpers/office/package-faults.ts";
import { allNamed, readXml } from "../helpers/office/xml-tree.ts";
import { reporter, reportSampleYear, reviewer } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

const plan = "sample-2022";
const base = `/api/plans/${plan}`;
const quoted = { month: "2022-06", horizon: "2022-12", edition: "1" };
const closing = { actor: reviewer, now: "2022-10-11T02:00:00.000Z", plan, month: "2022-06", reason: null };
let opened: TestApp;
let office: { cookie?: string };

beforeEach(async () => {
  opened = await openTestApp([samplePlan()]);
  onTestFinished(opened.dispose);
  await reportSampleYear(opened.store);
  expect(await closeMonth(opened.store, closing)).toMatchObject({ ok: true });
  office = await opened.as("office");
});

const post = (key: string, body: object = quoted, headers: object = office) =>
  opened.app.inject({
    ...{ method: "POST", url: `${base}/briefings`, payload: body },
    headers: { ...headers, "idempotency-key": key },
  });
const put = (body: object, key: string) =>
  opened.app.inject({
    ...{ method: "PUT", url: `${base}/briefing-skeleton`, payload: body },
    headers: { ...office, "idempotency-key": key },
  });
const get = async <Answer>(path: string) => (await opened.app.inject(`${base}/${path}`)).json<Answer>();

describe("issuing", () => {
  test("numbers a briefing within its year, keeps its files and says who issued it when; the same key issues once", async () => {
    expect((await post("first-key")).json()).toEqual({ year: 2022, number: 1 });
    expect((await post("first-key")).json()).toEqual({ year: 2022, number: 1 });
    expect((await post("other-key")).json()).toEqual({ year: 2022, number: 2 });
    const otherwise = await post("first-key", { ...quoted, horizon: "2025-12" });
    expect([otherwise.statusCode, otherwise.json().code]).toEqual([422, "key-used-otherwise"]);
    const { briefings } = await get<Briefings>("briefings");
    expect(briefings.map(({ number }) => number)).toEqual([2, 1]);
    expect(briefings[1]).toMatchObject({
      ...{ year: 2022, ...quoted, edition: 1, basis: "department", skeleton: 0, horizonName: { zh: "2022年底" } },
      title: "关于市140581《倍增方案》2022年6月进展情况的通报",
    });
    expect(briefings[1]?.files.map(({ name }) => name)).toContain("平表.json");
  });

  test("a file comes back byte for byte, whatever was done since, and no row of it can be changed", async () => {
    await post("first-key");
    const fetched = async () => {
      const answer = await opened.app.inject(`${base}/briefings/2022-1/files/${encodeURIComponent("平表.json")}`);
      return createHash("sha256").update(answer.rawPayload).digest("hex");
    };
    const before = await fetched();
    expect(before).toBe(
      (await get<Briefings>("briefings")).briefings[0]?.files.find(({ name }) => name === "平表.json")?.sha256,
    );
    await correctSteel();
    expect(await fetched()).toBe(before);
    await expect(opened.runRaw("UPDATE briefing_files SET content = x'00'")).rejects.toThrow("append-only");
    await expect(opened.runRaw("DELETE FROM briefings")).rejects.toThrow("append-only");
  });

  test("the same edition gives the same bytes tomorrow", async () => {
    const draft = async () => {
      const { month, horizon, edition } = quoted;
      const url = `${base}/briefing/files/pack?month=${month}&horizon=${horizon}&edition=${edition}`;
      return (await opened.app.inject(url)).rawPayload;
    };
    const before = await draft();
    await post("first-key");
    await correctSteel();
    await post("other-key");
    expect((await draft()).equals(before)).toBe(true);
    const [second, first] = (await get<Briefings>("briefings")).briefings;
    const hashes = (briefing = first) => new Map(briefing?.files.map(({ name, sha256 }) => [name, sha256]));
    // Its own number stands in the 通报, and nowhere else.
    const differing = [...hashes()].filter(([name, sha256]) => hashes(second).get(name) !== sha256);
    expect(differing.map(([name]) => name)).toEqual(["通报.docx"]);
  });

  test("all files of an issued briefing come in one, each as it is kept", async () => {
    await post("first-key");
    const fetched = () => opened.app.inject(`${base}/briefings/2022-1/files/${encodeURIComponent("材料包.zip")}`);
    const pack = await fetched();
    expect([pack.statusCode, pack.headers["content-type"]]).toEqual([200, "application/zip"]);
    const { names, bytes } = openedPackage(pack.rawPayload);
    const [issued] = (await get<Briefings>("briefings")).briefings;
    const hashed = names.map((name) => [name, createHash("sha256").update(bytes(name)).digest("hex")]);
    expect(hashed).toEqual(issued?.files.map(({ name, sha256 }) => [name, sha256]));
    expect((await fetched()).rawPayload.equals(pack.rawPayload)).toBe(true);
    const none = await opened.app.inject(`${base}/briefings/2022-2/files/${encodeURIComponent("材料包.zip")}`);
    expect(none.statusCode).toBe(404);
  });

  test("a draft is built by the office's skeleton as it stands, and is not signed", async () => {
    const document = async () => {
      const answer = await opened.app.inject(`${base}/briefing/files/document?month=2022-06&horizon=2022-12`);
      const tree = readXml(new TextDecoder().decode(openedPackage(answer.rawPayload).bytes("word/document.xml")));
      return allNamed(tree, "w:t")
        .map(({ text }) => text)
        .join("");
    };
    expect(await document()).toContain("一、总体情况");
    const own = [{ kind: "own", heading: "会议要求", text: "请各单位对照落实。" }];
    await put({ seen: 0, sections: own, annexes: [] }, "skeleton-1");
    const built = await document();
    expect(built).toContain("一、会议要求请各单位对照落实。");
    expect(built).not.toContain("总体情况");
    expect(built).not.toContain("期）");
  });

  test("only the office issues, and only what was closed", async () => {
    for (const role of ["reporter", "leader", "statistics", "auditor", "admin", "security"] as const) {
      expect([role, (await post("first-key", quoted, await opened.as(role, ["industry"]))).statusCode]).toEqual([
        role,
        403,
      ]);
    }
    const refused = await post("first-key", { ...quoted, edition: "2" });
    expect([refused.statusCode, refused.json().code]).toEqual([404, "unknown-edition"]);
    expect((await get<Briefings>("briefings")).briefings).toEqual([]);
    const unknown = async (path: string) => (await opened.app.inject(`${base}/${path}`)).json().code;
    expect(await unknown("briefings/2022-1/errata")).toBe("unknown-briefing");
    await post("first-key");
    expect(await unknown("briefings/2022-1/files/none")).toBe("unknown-briefing-file");
  });

  test("two at once get two numbers, and each has its own in its files", async () => {
    const reads = openReads({
      ...{
        store: opened.store,
        build: "test",
        kind: "demonstration",
        now: opened.clock.now,
        today: () => "2022-10-12",
      },
      ...{ webRoot: null, isLogged: false },
    });
    const makeFiles: MakeIssuedFiles = async ({ issue: goesOut }) =>
      give([{ name: "第几期.txt", mediaType: "text/plain", content: Buffer.from(`第${goesOut?.number}期`) }]);
    const answers = await Promise.all(
      ["key-one-1", "key-two-2"].map((key) => issue(reads, makeFiles, { ...quoted, actor: reviewer, plan, key })),
    );
    expect(answers.map((answer) => answer.ok && answer.value.number).toSorted()).toEqual([1, 2]);
    for (const number of [1, 2]) {
      const url = `${base}/briefings/2022-${number}/files/${encodeURIComponent("第几期.txt")}`;
      expect((await opened.app.inject(url)).body).toBe(`第${number}期`);
    }
  });

  test("under the number that its sender expects, or not at all where another has it by then", async () => {
    const expecting = (key: string, number: string) => post(key, { ...quoted, number });
    expect((await expecting("first-key", "2022-1")).json()).toEqual({ year: 2022, number: 1 });
    expect((await expecting("first-key", "2022-1")).json()).toEqual({ year: 2022, number: 1 });
    const refused = await expecting("stale-tab", "2022-1");
    expect([refused.statusCode, refused.json().code]).toEqual([409, "number-taken"]);
    expect((await expecting("too-far-ahead", "2022-7")).json().code).toBe("number-taken");
    expect((await expecting("other-key", "2022-2")).json()).toEqual({ year: 2022, number: 2 });
    expect((await get<Briefings>("briefings")).briefings.map(({ number }) => number)).toEqual([2, 1]);
  });

  test("the audit builds what was issued again, and a changed byte shows", async () => {
    await post("first-key");
    await put({ seen: 0, sections: [{ kind: "next", heading: "下步工作", text: "" }], annexes: [] }, "skeleton-1");
    const actions = (await findAuditRows(opened.store, 0, 1000)).map(({ action }) => action);
    expect(actions.slice(-2)).toEqual(["issue-briefing", "set-skeleton"]);
    // The issue itself, each of its files, and the skeleton.
    const briefings = 2 + briefingFileKeys.length;
    expect(await replayAudit(opened.store)).toMatchObject({ briefings, differences: [] });
    await opened.runRaw("DROP TRIGGER briefing_files_no_update");
    await opened.runRaw("UPDATE briefing_files SET content = x'00' WHERE id = 1");
    expect((await replayAudit(opened.store)).differences).toHaveLength(1);
  });
});

/** 工信局 takes one firm of June back, the office having opened the month again, and June's target is raised to 12. */
async function correctSteel(): Promise<void> {
  const { store } = opened;
  await opened.as("office", [], "second");
  await askReopening(store, { ...closing, reason: "一户重复统计" });
  const granted = { ...closing, actor: { ...reviewer, id: "second" }, isGranted: true };
  expect(await reopenMonth(store, { ...granted, now: "2022-10-12T02:30:00.000Z" })).toMatchObject({ ok: true });
  const corrected = await correctObservation(store, {
    ...{
      actor: reporter("industry"),
      now: "2022-10-12T03:00:00.000Z",
      plan,
      department: "industry",
      period: "2022-06",
    },
    ...{ lines: [{ measure: "steel.above-scale-enterprises", entries: "2", exits: "0" }], reason: "一户重复统计" },
  });
  if (!corrected.ok) throw new Error(corrected.reason.code);
  const { submission } = corrected.value;
  const accepted = { actor: reviewer, now: "2022-10-12T04:00:00.000Z", submission };
  expect(await acceptSubmission(store, accepted)).toMatchObject({ ok: true });
}

describe("errata", () => {
  test("nothing is wrong in what nothing was done to", async () => {
    await post("first-key");
    expect(await get<Errata>("briefings/2022-1/errata")).toMatchObject({ errata: [], causes: [] });
  });

  test("every figure that reads otherwise, old and new, with the correction's reason and day: 钢铁 2 of 6 where 3 were, 3 of 10 where 4 were", async () => {
    await post("first-key");
    await correctSteel();
    const { errata, causes } = await get<Errata>("briefings/2022-1/errata");
    const ofTargets = errata.filter(({ about }) => about === "target");
    expect(
      ofTargets.map(({ subject, name, figure, former, now }) => [subject.zh, name.zh, figure, former.zh, now.zh]),
    ).toEqual([
      ["总体目标", "新增规上企业", "achieved", "4", "3"],
      ["总体目标", "新增规上企业", "completion", "40.0%", "30.0%"],
      ["总体目标", "新增规上企业", "gap", "1", "2"],
      ["钢铁", "新增规上企业", "achieved", "3", "2"],
      ["钢铁", "新增规上企业", "completion", "50.0%", "33.3%"],
      ["钢铁", "新增规上企业", "gap", "0", "1"],
      ["钢铁", "新增规上企业", "light", "达序时", "滞后"],
    ]);
    const counts = errata
      .filter(({ about }) => about === "lights")
      .map(({ name, former, now }) => [name.zh, former.zh, now.zh]);
    expect(counts).toEqual([
      ["达序时", "1", "—"],
      ["滞后", "1", "2"],
    ]);
    expect(causes).toEqual([
      {
        ...{ kind: "correction", subject: { zh: "钢铁", en: "Steel" }, month: "2022-06" },
        name: { zh: "规上企业", en: "Above-scale enterprises" },
        ...{ former: "累计新增3户", now: "累计新增2户", reason: "一户重复统计", on: "2022-10-12" },
        by: { zh: "工信局", en: "Industry bureau" },
      },
    ]);
  });

  test("are told in a notice that is ready to be sent, as text and as a Word document; where nothing differs there is none", async () => {
    await post("first-key");
    const file = "briefings/2022-1/errata/document";
    expect((await get<Errata>("briefings/2022-1/errata")).notice).toBeNull();
    const none = await opened.app.inject(`${base}/${file}`);
    expect([none.statusCode, none.json().code]).toEqual([409, "briefing-still-right"]);
    await correctSteel();
    const { notice, errata } = await get<Errata>("briefings/2022-1/errata");
    expect(notice).toMatchObject({ title: "关于更正2022年第1期通报有关数据的通知", rows: { length: errata.length } });
    const { rawPayload, headers } = await opened.app.inject(`${base}/${file}`);
    expect(packageFaults(rawPayload)).toEqual([]);
    expect(headers["content-disposition"]).toContain(encodeURIComponent("更正通知_2022-1.docx"));
    const document = openedPackage(rawPayload).trees.get("word/document.xml");
    if (document === undefined) throw new Error("no document");
    const words = allNamed(document, "w:t").map(({ text }) => text);
    expect(words).toEqual(expect.arrayContaining([notice?.title, notice?.closing, ...(notice?.rows.flat() ?? [])]));
  });

  test("a target that is set anew is told with what it was", async () => {
    await post("first-key");
    const store = opened.store;
    await opened.as("office", [], "second");
    await askReopening(store, { ...closing, reason: "调整" });
    await reopenMonth(store, { ...closing, actor: { ...reviewer, id: "second" }, isGranted: true });
    const revised = await reviseTarget(store, {
      ...{ actor: reviewer, now: "2022-10-12T03:00:00.000Z", plan, from: "2022-05", value: "5", reason: "任务调整" },
      target: "food.above-scale-enterprises.new.2022-12",
    });
    expect(revised).toMatchObject({ ok: true });
    const { errata, causes } = await get<Errata>("briefings/2022-1/errata");
    expect(errata.find(({ subject, figure }) => subject.zh === "食品" && figure === "target")).toMatchObject({
      ...{ former: { zh: "新增 ≥4户" }, now: { zh: "新增 ≥5户" } },
    });
    expect(causes).toMatchObject([
      {
        kind: "target",
        month: "2022-05",
        former: "新增 ≥4户",
        now: "新增 ≥5户",
        reason: "任务调整",
        on: "2022-10-12",
        by: null,
      },
    ]);
  });
});

describe("a skeleton", () => {
  const sections = [
    { kind: "own", heading: "会议要求", text: "请各单位对照落实。\n按月报送。" },
    { kind: "problems", heading: "存在的主要问题", text: "" },
  ];

  test("is the product's own until one is set; each is a version that goes into what is issued then", async () => {
    expect(await get<BriefingSkeleton>("briefing-skeleton")).toMatchObject({ version: 0, setBy: null });
    expect((await put({ seen: 0, sections, annexes: ["chains"] }, "skeleton-1")).json()).toEqual({ version: 1 });
    expect((await put({ seen: 0, sections, annexes: ["chains"] }, "skeleton-1")).json()).toEqual({ version: 1 });
    expect(await get<BriefingSkeleton>("briefing-skeleton")).toMatchObject({
      version: 1,
      sections,
      annexes: ["chains"],
    });
    await post("first-key");
    expect((await get<Briefings>("briefings")).briefings[0]).toMatchObject({ skeleton: 1 });
  });

  test("is what the paper is built by: numbered headings, own text first, annexes that are on; another can be tried", async () => {
    await put({ seen: 0, sections, annexes: ["departments"] }, "skeleton-1");
    const asked = "briefing/paper?month=2022-06&horizon=2022-12&edition=1";
    const paper = await get<BriefingPaper>(asked);
    const texts = (of: BriefingPaper, style: string) =>
      of.blocks.filter((block) => block.style === style).map(({ text }) => text);
    expect([paper.skeleton, texts(paper, "Heading1")]).toEqual([1, ["一、会议要求", "二、存在的主要问题"]]);
    expect(texts(paper, "BodyText").slice(1, 3)).toEqual(["请各单位对照落实。", "按月报送。"]);
    const tables = ({ blocks }: BriefingPaper) => blocks.flatMap(({ table }) => (table === null ? [] : [table.title]));
    expect(tables(paper)).toEqual(["责任单位完成情况表"]);
    const trying = (body: object, headers = office) =>
      opened.app.inject({ method: "POST", url: `${base}/${asked}`, payload: body, headers });
    const next = { kind: "next", heading: "下一步", text: "" };
    const tried = (await trying({ sections: [next], annexes: ["chains"] })).json<BriefingPaper>();
    expect([texts(tried, "Heading1"), tables(tried)]).toEqual([["一、下一步"], ["主要目标进度表", "产业链进度表"]]);
    expect((await get<BriefingSkeleton>("briefing-skeleton")).version).toBe(1);
    expect((await trying({ sections: [], annexes: [] })).json().code).toBe("skeleton-refused");
    expect((await trying({ sections: [next], annexes: [] }, await opened.as("leader", []))).statusCode).toBe(403);
  });

  test("is refused where somebody else was first, and where it cannot be built", async () => {
    await put({ seen: 0, sections, annexes: [] }, "skeleton-1");
    const codeOf = async (body: object, key: string) => {
      const answer = await put(body, key);
      return [answer.statusCode, answer.json().code];
    };
    expect(await codeOf({ seen: 0, sections: [sections[1]], annexes: [] }, "skeleton-2")).toEqual([
      409,
      "changed-meanwhile",
    ]);
    const problem = { kind: "problems", heading: "问题", text: "" };
    for (const wrong of [
      { sections: [], annexes: [] },
      { sections: [problem, problem], annexes: [] },
      { sections: [problem], annexes: ["chains", "chains"] },
      { sections: [{ ...problem, heading: " " }], annexes: [] },
      { sections: [{ kind: "own", heading: "要求", text: " " }], annexes: [] },
    ]) {
      expect(await codeOf({ seen: 1, ...wrong }, "skeleton-3")).toEqual([422, "skeleton-refused"]);
    }
  });
});
