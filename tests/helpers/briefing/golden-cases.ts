/** The briefings whose files are kept: each with a ledger of its own, in which everything happens at instants that are written here. */
import { createDemonstration } from "@beizeng/seeds/demo/create-demonstration.ts";
import { expandPlan } from "@beizeng/seeds/expand-plan.ts";
import { plansFolder, readPlanDocuments } from "@beizeng/seeds/plan-document.ts";
import type { PlanDocument } from "@beizeng/seeds/plan-types.ts";
import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import { askReopening } from "@beizeng/server/actions/ask-reopening.ts";
import { closeMonth } from "@beizeng/server/actions/close-month.ts";
import { correctObservation } from "@beizeng/server/actions/correct-observation.ts";
import { reopenMonth } from "@beizeng/server/actions/reopen-month.ts";
import { annexKeys } from "@beizeng/server/domain/briefing-skeleton.ts";
import type { InjectOptions } from "fastify";
import { reportAndAccept, reporter, reportSampleYear, reviewer } from "../../server/reports.ts";
import { samplePlan } from "../../server/sample-plan.ts";
import { openAppOver, openTestLedger, type TestApp } from "../app.ts";
import { reportByHand } from "../gaoping-by-hand.ts";
import { openTestStore } from "../store.ts";

type Ledger = Awaited<ReturnType<typeof openTestLedger>>;

/** A briefing by its question, what happened before it is asked, and which of its files there are besides. */
interface GoldenCase {
  readonly name: string;
  readonly plan: string;
  readonly today: string;
  readonly month: string;
  readonly horizon: string;
  /** Empty for the figures as they stand. */
  readonly edition: string;
  readonly open: () => Promise<Ledger>;
  readonly happens?: (opened: TestApp) => Promise<void>;
  /** The issued briefing whose files are kept instead of drafts, or whose notice of correction is. */
  readonly issued?: string;
  readonly notice?: string;
}

/** A file with the name under which it is kept. */
export interface GoldenFile {
  readonly name: string;
  readonly content: Uint8Array;
}

async function mustBeGiven(answer: Promise<{ readonly ok: boolean }>): Promise<void> {
  const given = await answer;
  if (!given.ok) throw new Error(JSON.stringify(given));
}

async function mustBeDone({ app }: TestApp, request: InjectOptions): Promise<Uint8Array> {
  const answer = await app.inject(request);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.rawPayload;
}

async function write(opened: TestApp, method: "POST" | "PUT", url: string, key: string, payload: object) {
  const headers = { ...(await opened.as("office")), "idempotency-key": key };
  await mustBeDone(opened, { method, url, payload, headers });
}

const sample = { plan: "sample-2022", today: "2022-10-12", month: "2022-06", horizon: "2022-12" } as const;
const june = { actor: reviewer, plan: sample.plan, month: sample.month, reason: null };

/** The sample plan with its first chain alone. */
function planOfOneChain(): PlanDocument {
  const plan = samplePlan();
  return { ...plan, subjects: plan.subjects.filter(({ id }) => id !== "food") };
}

/** June is closed and issued; then 工信局 takes one firm back, and the office closes June anew and chooses every annex. */
async function correct(opened: TestApp): Promise<void> {
  const { store } = opened;
  await reportSampleYear(store);
  await mustBeGiven(closeMonth(store, { ...june, now: "2022-10-10T02:00:00.000Z" }));
  opened.clock.set("2022-10-10T03:00:00.000Z");
  const { month, horizon } = sample;
  await write(opened, "POST", `/api/plans/${sample.plan}/briefings`, "golden-issue", { month, horizon, edition: "1" });
  await opened.as("office", [], "second");
  const second = { ...june, actor: { ...reviewer, id: "second" }, reason: "一户重复统计", isGranted: true };
  await mustBeGiven(askReopening(store, { ...june, reason: "一户重复统计", now: "2022-10-11T02:00:00.000Z" }));
  await mustBeGiven(reopenMonth(store, { ...second, now: "2022-10-11T02:30:00.000Z" }));
  const corrected = await correctObservation(store, {
    ...{ actor: reporter("industry"), now: "2022-10-11T03:00:00.000Z", plan: sample.plan, department: "industry" },
    ...{ period: sample.month, reason: "一户重复统计" },
    lines: [{ measure: "steel.above-scale-enterprises", entries: "2", exits: "0" }],
  });
  if (!corrected.ok) throw new Error(JSON.stringify(corrected));
  const { submission } = corrected.value;
  await mustBeGiven(acceptSubmission(store, { actor: reviewer, now: "2022-10-11T04:00:00.000Z", submission }));
  await mustBeGiven(closeMonth(store, { ...june, now: "2022-10-11T05:00:00.000Z" }));
  opened.clock.set("2022-10-11T06:00:00.000Z");
  await write(opened, "PUT", `/api/plans/${sample.plan}/briefing-skeleton`, "golden-skeleton", {
    seen: 0,
    sections: [
      { kind: "own", heading: "会议要求", text: "（一）对照落实\n请各单位对照落实。" },
      { kind: "problems", heading: "存在的主要问题", text: "" },
      { kind: "overall", heading: "总体情况", text: "" },
      { kind: "next", heading: "下步工作", text: "按月报送。" },
    ],
    annexes: annexKeys,
  });
}

const gaoping = { plan: "gaoping-2022", horizon: "2022-12" } as const;
const ofPlan = (id: string) => readPlanDocuments(plansFolder).filter((plan) => plan.id === id);

async function closeGaoping({ store, clock }: TestApp): Promise<void> {
  await reportByHand(store, clock);
  const closing = { actor: reviewer, plan: gaoping.plan, month: "2022-12", reason: "已逐户核对" };
  await mustBeGiven(closeMonth(store, { ...closing, now: "2023-01-12T02:00:00.000Z" }));
  clock.set("2023-01-12T03:00:00.000Z");
}

/** All of them. */
export const goldenCases: readonly GoldenCase[] = [
  { ...sample, name: "no-report", today: "2022-07-20", edition: "", open: () => openTestLedger([samplePlan()]) },
  {
    ...{ ...sample, name: "one-chain", edition: "1", open: () => openTestLedger([planOfOneChain()]) },
    happens: async ({ store }) => {
      const steel = [
        { measure: "steel.above-scale-enterprises", entries: "3", exits: "0" },
        { measure: "steel.output", amount: "24.0" },
        { measure: "steel.plant", amount: "0" },
      ];
      const rate = [{ measure: "service.resolution-rate", amount: "96.5" }];
      const paper = { period: "2022-06", now: "2022-07-08T02:00:00.000Z" };
      await reportAndAccept(store, { ...paper, department: "industry", lines: steel });
      await reportAndAccept(store, { ...paper, department: "government", lines: rate });
      await mustBeGiven(closeMonth(store, { ...june, now: "2022-07-12T02:00:00.000Z", reason: "按已报结账" }));
    },
  },
  {
    ...{ ...gaoping, name: "gaoping", today: "2023-01-12", month: "2022-12", edition: "1", issued: "2023-1" },
    open: () => openTestLedger(ofPlan(gaoping.plan)),
    happens: async (opened) => {
      await closeGaoping(opened);
      const asked = { month: "2022-12", horizon: gaoping.horizon, edition: "1" };
      await write(opened, "POST", `/api/plans/${gaoping.plan}/briefings`, "golden-issue", asked);
    },
  },
  {
    ...{ ...gaoping, name: "closed-horizon", today: "2023-04-12", month: "2023-03", edition: "" },
    open: () => openTestLedger(ofPlan(gaoping.plan)),
    // 绿色铸造 lacked one firm in December and has it in March: met, but too late.
    happens: async (opened) => {
      await closeGaoping(opened);
      const late = [{ measure: "green-casting.above-scale-enterprises", entries: "2", reason: "1户3月入统" }];
      await reportAndAccept(opened.store, {
        ...{ plan: gaoping.plan, department: "gaoping-development-zone", period: "2023-03" },
        ...{ now: "2023-04-07T02:00:00.000Z", lines: late },
      });
    },
  },
  {
    ...sample,
    name: "correction",
    edition: "2",
    open: () => openTestLedger([samplePlan()]),
    happens: correct,
    notice: "2022-1",
  },
  {
    ...{
      name: "lvliang",
      plan: "lvliang-2022",
      today: "2025-10-12",
      month: "2025-09",
      horizon: "2025-12",
      edition: "",
    },
    open: async () => {
      const opened = await openTestStore();
      await createDemonstration(opened.store, ofPlan("lvliang-2022").map(expandPlan));
      return opened;
    },
  },
];

/** The names under which files are kept: of the draft's word for each, and of the issued file's own name. */
const keptAs = [
  { name: "document.docx", draft: "document", issued: "通报.docx" },
  { name: "slides.pptx", draft: "slides", issued: "幻灯片.pptx" },
  { name: "tables.xlsx", draft: "tables", issued: "数据表.xlsx" },
  { name: "flat.csv", draft: "flat-csv", issued: "平表.csv" },
  { name: "pictures.zip", draft: "pictures", issued: "图表.zip" },
  { name: "flat.json", draft: "flat-json", issued: "平表.json" },
] as const;

async function filesOf(opened: TestApp, { plan, month, horizon, edition, issued, notice }: GoldenCase) {
  const base = `/api/plans/${plan}`;
  const question = `month=${month}&horizon=${horizon}${edition === "" ? "" : `&edition=${edition}`}`;
  const files: GoldenFile[] = [];
  for (const { name, draft, issued: own } of keptAs) {
    const url =
      issued === undefined
        ? `${base}/briefing/files/${draft}?${question}`
        : `${base}/briefings/${issued}/files/${encodeURIComponent(own)}`;
    files.push({ name, content: await mustBeDone(opened, { url }) });
  }
  if (notice !== undefined) {
    const content = await mustBeDone(opened, { url: `${base}/briefings/${notice}/errata/document` });
    files.push({ name: "notice.docx", content });
  }
  return files;
}

/** The files of a case, made twice: by the application in which all happened, and by another one that finds its ledger. */
export async function goldenFiles(golden: GoldenCase): Promise<readonly (readonly GoldenFile[])[]> {
  const ledger = await golden.open();
  const options = { today: () => golden.today };
  const opened = await openAppOver(ledger, options);
  try {
    await golden.happens?.(opened);
    const first = await filesOf(opened, golden);
    const other = await openAppOver({ ...ledger, dispose: async () => undefined }, options);
    try {
      return [first, await filesOf(other, golden)];
    } finally {
      await other.dispose();
    }
  } finally {
    await opened.dispose();
  }
}
