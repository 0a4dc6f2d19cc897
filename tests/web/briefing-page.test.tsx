// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { BriefingSkeleton, IssuedBriefing, PlanMonth } from "../../web/src/api/types.ts";
import {
  briefingOf,
  editions,
  errataOf,
  firstIssue,
  monthOf,
  paperOf,
  secondEdition,
  skeletonOf,
} from "./briefing-samples.ts";
import { openPage, plan, question } from "./opened-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const office = {
  ...{ account: "office", powers: ["read-figures", "issue-briefings"], isDemonstration: true, today: "2025-10-12" },
  name: "审核员甲",
};
const base = "/api/plans/gaoping-2022";
const refused = (status: number, code: string, message: string) =>
  new Response(JSON.stringify({ code, message }), { status });

interface Sent {
  readonly body: string;
  readonly key: string | undefined;
}

/** Opens the page over editions and issued briefings; `post` answers an issuing. */
function open(
  address: string,
  {
    of = editions,
    issued = [],
    post = () => ({ year: 2025, number: 1 }),
    session,
    skeleton = skeletonOf,
    file,
  }: {
    readonly of?: PlanMonth["editions"];
    /** Read anew at each asking. */
    readonly issued?: readonly IssuedBriefing[] | (() => readonly IssuedBriefing[]);
    readonly post?: (sent: Sent, times: number) => unknown;
    readonly session?: object;
    /** Read anew at each asking. */
    readonly skeleton?: () => BriefingSkeleton;
    /** What the making of a file answers, read anew at each asking. */
    readonly file?: () => Promise<Response>;
  } = {},
) {
  const posted: Sent[] = [];
  const asked = openPage(
    address,
    (url, sent) => {
      if (url === `${base}/months`) return { plan, months: [monthOf(of)] };
      if (url === `${base}/briefings` && sent.method === "POST") {
        const headers = new Headers(sent.headers);
        posted.push({ body: String(sent.body), key: headers.get("idempotency-key") ?? undefined });
        return post(posted[posted.length - 1] ?? { body: "", key: undefined }, posted.length);
      }
      if (url === `${base}/briefings`) {
        return { plan: "gaoping-2022", briefings: typeof issued === "function" ? issued() : issued };
      }
      if (url === `${base}/briefings/2025-2/errata`) return errataOf({ ...firstIssue, number: 2 });
      if (url.endsWith("/errata")) return { ...errataOf(firstIssue), errata: [], causes: [], notice: null };
      if (url === `${base}/briefing-skeleton`) {
        if (sent.method !== "PUT") return skeleton();
        posted.push({ body: String(sent.body), key: new Headers(sent.headers).get("idempotency-key") ?? undefined });
        return post({ body: String(sent.body), key: undefined }, posted.length);
      }
      if (url.startsWith(`${base}/briefing/files/`)) return file?.();
      if (!/\/briefing(\/paper)?\?/.test(url)) return null;
      const { searchParams } = new URL(url, "http://localhost");
      if (searchParams.get("edition") === "9") return refused(404, "unknown-edition", "没有第9版，现有：1、2。");
      if (url.includes("/paper?")) return paperOf(sent.body ? JSON.parse(String(sent.body)) : skeletonOf());
      return briefingOf(searchParams.get("edition") === null ? null : secondEdition);
    },
    200,
    [plan],
    ...(session === undefined ? [] : [session]),
  );
  return { posted, asked };
}

const issuing = async () => within(await screen.findByRole("region", { name: "印发" }));
const page = `/briefing?${question}`;

describe("the edition", () => {
  it("is the newest of the month; a month without one is 未定稿, which is said and cannot be issued", async () => {
    open(page, { session: office });
    const choice = await screen.findByLabelText<HTMLSelectElement>("数据版本");
    expect(choice.value).toBe("2");
    cleanup();
    open(page, { of: [], session: office });
    expect((await screen.findByLabelText<HTMLSelectElement>("数据版本")).value).toBe("none");
    const block = await issuing();
    block.getByText("未定稿不能印发。请先在“月份与结账”结账，再在上方选用该数据版本。");
    expect(block.queryByRole("button")).toBeNull();
    expect(screen.getByText(/^未定稿：所引数据尚未随月份结账冻结/)).toBeTruthy();
  });

  it("that does not exist is told in the server's words; neither file nor print nor issuing is offered", async () => {
    open(`${page}&edition=9`, { session: office });
    await screen.findByText("没有第9版，现有：1、2。");
    screen.getByText("所选内容无法生成文件，原因见预览。");
    expect(screen.queryByRole("button", { name: "打印预览" })).toBeNull();
    expect(screen.queryByRole("region", { name: "印发" })).toBeNull();
  });
});

describe("a file", () => {
  it("says that it is made and, pressed again meanwhile, is made once; then that it was saved and by what name", async () => {
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    let made: (answer: Response) => void = () => {};
    const { asked } = open(page, { file: () => new Promise((resolve) => (made = resolve)) });
    const files = within(await screen.findByRole("region", { name: "下载" }));
    const link = files.getByRole("link", { name: /Word/ });
    fireEvent.click(link);
    fireEvent.click(link);
    await files.findByText(/^正在生成/);
    const name = "高平市_通报_2022-09_第2版.docx";
    made(
      new Response("PK", {
        headers: { "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}` },
      }),
    );
    await files.findByText(name);
    expect(files.queryByText(/^正在生成/)).toBeNull();
    expect(saved).toEqual([name]);
    expect(asked.filter((url) => url.includes("/files/"))).toEqual([
      `${base}/briefing/files/document?month=2022-09&horizon=2022-12&edition=2`,
    ]);
  });

  it("that was not made says why in the server's words, and is asked for again by the same key", async () => {
    const answers = [
      refused(503, "files-busy", "正在生成的文件较多，请稍后再试。"),
      new Response("PK", { headers: { "content-disposition": "attachment; filename*=UTF-8''a.pptx" } }),
    ];
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
    open(page, { file: async () => answers.shift() ?? refused(500, "internal", "") });
    const files = within(await screen.findByRole("region", { name: "下载" }));
    const link = files.getByRole("link", { name: /^幻灯片/ });
    fireEvent.click(link);
    expect((await files.findByRole("alert")).textContent).toBe("正在生成的文件较多，请稍后再试。");
    fireEvent.click(link);
    await files.findByText("a.pptx");
    expect(files.queryByRole("alert")).toBeNull();
  });
});

describe("issuing", () => {
  it("is confirmed by plan, month, basis, edition and number, sent once however often it is pressed, and told", async () => {
    const kept: IssuedBriefing[] = [];
    const { posted } = open(page, {
      issued: () => kept,
      session: office,
      post: () => {
        kept.push(firstIssue);
        return { year: 2025, number: 1 };
      },
    });
    fireEvent.click((await issuing()).getByRole("button", { name: "印发本期通报…" }));
    const dialog = within(await screen.findByRole("dialog", { name: "印发2025年第1期" }));
    const facts = dialog.getAllByRole("definition").map(({ textContent }) => textContent);
    expect(facts).toEqual([
      ...["高平市 · 制造业培育方案", "2022年9月", "2022年底", "部门填报"],
      ...["第2版 · 2022-11-02 15:00结账", "b".repeat(12), "2025年第1期"],
    ]);
    const confirm = dialog.getByRole("button", { name: "确认印发第1期" });
    fireEvent.click(confirm);
    fireEvent.click(confirm);
    await screen.findByText("已印发为2025年第1期，各文件已原样留存。");
    expect(posted.map(({ body }) => JSON.parse(body))).toEqual([
      { month: "2022-09", horizon: "2022-12", basis: "department", edition: "2", number: "2025-1" },
    ]);
    expect(screen.queryByRole("dialog")).toBeNull();
    await screen.findByText("本版已印发：2025年第1期，2025-10-12 09:30");
    await screen.findByRole("link", { name: "已印发（1期）" });
  });

  it("whose number was taken meanwhile is refused in the server's words, and the next number is confirmed anew", async () => {
    const other = { ...firstIssue, issuedBy: "审核员乙" };
    let isTaken = false;
    const { posted } = open(page, {
      issued: () => (isTaken ? [other] : []),
      session: office,
      post: (_, times) => {
        if (times > 1) return { year: 2025, number: 2 };
        isTaken = true;
        return refused(409, "number-taken", "期号 2025-1 刚被占用，下一期为 2025-2，请重新印发。");
      },
    });
    fireEvent.click((await issuing()).getByRole("button", { name: "印发本期通报…" }));
    fireEvent.click(await screen.findByRole("button", { name: "确认印发第1期" }));
    await screen.findByText("期号 2025-1 刚被占用，下一期为 2025-2，请重新印发。");
    await screen.findByText("同一数据版本已作为2025年第1期由审核员乙印发，再次印发将另编一期。");
    fireEvent.click(await screen.findByRole("button", { name: "确认印发第2期" }));
    await screen.findByText("已印发为2025年第2期，各文件已原样留存。");
    expect(posted.map(({ body }) => JSON.parse(body).number)).toEqual(["2025-1", "2025-2"]);
    expect(posted[0]?.key).not.toBe(posted[1]?.key);
  });

  it("that was never answered is asked once more under the same key and number, whatever is listed meanwhile", async () => {
    let isKept = false;
    const { posted } = open(page, {
      issued: () => (isKept ? [firstIssue] : []),
      session: office,
      post: (_, times) => {
        isKept = true;
        return times === 1 ? refused(502, "", "") : { year: 2025, number: 1 };
      },
    });
    fireEvent.click((await issuing()).getByRole("button", { name: "印发本期通报…" }));
    fireEvent.click(await screen.findByRole("button", { name: "确认印发第1期" }));
    await screen.findByText("没有收到印发结果。请再次确认：同一期不会重复印发。");
    fireEvent.click(screen.getByRole("button", { name: "确认印发第1期" }));
    await screen.findByText("已印发为2025年第1期，各文件已原样留存。");
    expect(posted[0]).toEqual(posted[1]);
  });

  it("warns of an edition that is not the newest, and is offered to nobody who may not", async () => {
    const older = editions.map((each) => ({ ...each, edition: each.edition + 1 }));
    open(`${page}&edition=2`, { of: older, session: office });
    fireEvent.click((await issuing()).getByRole("button", { name: "印发本期通报…" }));
    await screen.findByText("本月已有更新的第3版，所选不是最新数据版本。");
    cleanup();
    open(page, { issued: [firstIssue] });
    const block = await issuing();
    block.getByText("本版已印发：2025年第1期，2025-10-12 09:30");
    expect(block.queryByRole("button")).toBeNull();
  });
});

describe("what was issued", () => {
  it("stands with number, day, who, month, edition and its files, for whoever reads figures", async () => {
    open(`${page}&view=issued`, { issued: [firstIssue] });
    await screen.findByText("与现行数据一致");
    const [, row] = await screen.findAllByRole("row");
    expect([...(row?.children ?? [])].map((cell) => cell.textContent?.replace("复制", ""))).toEqual([
      "2025年第1期关于高平市2022年9月进展情况的通报",
      "2025-10-12 09:30审核员甲",
      "2022年9月2022年底 · 部门填报",
      `第2版 ${"b".repeat(12)}`,
      "通报.docx材料包.zip",
      "与现行数据一致",
    ]);
    expect(screen.getByRole("link", { name: "通报.docx" }).getAttribute("href")).toBe(
      `${base}/briefings/2025-1/files/${encodeURIComponent("通报.docx")}`,
    );
  });

  it("and now says otherwise than the figures has a mark, by which what, why and a notice ready to be sent are opened", async () => {
    open(`${page}&view=issued`, { issued: [{ ...firstIssue, number: 2 }, firstIssue] });
    const mark = await screen.findByRole("link", { name: "▲ 有更正 1处" });
    await screen.findByText("与现行数据一致");
    expect(mark.getAttribute("aria-expanded")).toBe("false");
    fireEvent.click(mark);
    const panel = within(await screen.findByRole("region", { name: "更正：1处" }));
    expect(panel.getAllByRole("listitem")[0]?.textContent).toBe(
      "更正：2022年9月 绿色铸造 规上企业 累计新增2户 → 累计新增1户开发区管委会 · 2023-05-17 · 一户重复统计",
    );
    panel.getByText("关于更正2025年第1期通报有关数据的通知");
    expect(panel.getAllByRole("row")[1]?.textContent).toBe("绿色铸造新增规上企业已完成21");
    expect(panel.getByRole("link", { name: "更正通知.docx" }).getAttribute("href")).toBe(
      `${base}/briefings/2025-2/errata/document`,
    );
    expect(window.location.search).toContain("issued=2025-2");
  });

  it("is nothing so far: it is said what would stand there", async () => {
    const { asked } = open(`${page}&view=issued`);
    await screen.findByText(/^本方案尚未印发通报。/);
    await waitFor(() => expect(asked).toContain(`${base}/briefings`));
  });
});

describe("the paper", () => {
  it("stands as the document prints it: header, headings, the list of annexes, charts with their figures, tables", async () => {
    open(page);
    const paper = within(await screen.findByRole("article", { name: "通报预览" }));
    paper.getByText("未定稿");
    expect(paper.getAllByRole("heading").map(({ textContent }) => textContent)).toEqual([
      ...["关于高平市2022年9月进展情况的通报", "总体情况", "存在问题"],
    ]);
    paper.getByText("附件：1．进度图");
    expect(paper.getByRole("figure").textContent).toContain("目标4，已完成3，序时3");
    expect(within(paper.getByRole("table")).getAllByRole("row")[1]?.textContent).toBe("绿色铸造3");
  });
});

describe("the skeleton", () => {
  const address = `${page}&view=skeleton`;
  const headings = () => screen.getAllByLabelText<HTMLInputElement>("标题（序号自动编）").map(({ value }) => value);
  const papersHeadings = () =>
    within(screen.getByRole("article"))
      .getAllByRole("heading", { level: 3 })
      .map(({ textContent }) => textContent);

  it("is moved by keys that keep the focus, given text of one's own and saved with what was seen; the paper follows", async () => {
    let kept = skeletonOf();
    const { posted } = open(address, {
      session: office,
      skeleton: () => kept,
      post: ({ body }) => {
        kept = skeletonOf({ ...JSON.parse(body), version: 1, setBy: "审核员甲", setAt: "2025-10-12T01:30:00.000Z" });
        return { version: 1 };
      },
    });
    const up = await screen.findByRole("button", { name: "“存在问题”上移" });
    fireEvent.click(up);
    expect(headings()).toEqual(["存在问题", "总体情况"]);
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "“存在问题”上移" }));
    screen.getByText("“存在问题”现为第1部分。");
    fireEvent.click(screen.getByRole("button", { name: "加一个自写部分" }));
    screen.getByText("还有标题或自写内容空着，预览暂为填写前的样子。");
    fireEvent.change(screen.getAllByLabelText("标题（序号自动编）")[2] ?? up, { target: { value: "会议要求" } });
    fireEvent.change(screen.getByLabelText("自写内容（一行一段）"), { target: { value: "请对照落实。" } });
    fireEvent.click(screen.getByLabelText("报送情况表"));
    await waitFor(() => expect(papersHeadings()).toEqual(["存在问题", "总体情况", "会议要求"]));
    fireEvent.click(screen.getByRole("button", { name: "保存框架" }));
    await screen.findByText("已保存为第1版框架，此后生成和印发的通报都按此版。");
    expect(posted.map(({ body }) => JSON.parse(body))).toEqual([
      {
        sections: [
          { kind: "problems", heading: "存在问题", text: "" },
          { kind: "overall", heading: "总体情况", text: "" },
          { kind: "own", heading: "会议要求", text: "请对照落实。" },
        ],
        ...{ annexes: ["chains", "reporting"], seen: 0 },
      },
    ]);
    await screen.findByText(/^现用第1版框架，由审核员甲于2025-10-12 09:30保存。/);
    fireEvent.click(screen.getByRole("button", { name: "改回产品框架" }));
    expect(headings()).toEqual(["总体情况", "存在问题"]);
  });

  it("that somebody else changed meanwhile is told with who, keeps what was typed, and is saved over theirs only when asked", async () => {
    let kept = skeletonOf();
    const { posted } = open(address, {
      session: office,
      skeleton: () => kept,
      post: ({ body }, times) => {
        if (times > 1) return { version: 2 };
        kept = skeletonOf({ version: 1, setBy: "审核员乙", setAt: "2025-10-12T02:00:00.000Z" });
        return body === "" ? null : refused(409, "changed-meanwhile", "别人刚刚改过，请看过再改。");
      },
    });
    fireEvent.click(await screen.findByRole("button", { name: "“存在问题”上移" }));
    fireEvent.click(screen.getByRole("button", { name: "保存框架" }));
    await screen.findByText("审核员乙于2025-10-12 10:00把框架改成了第1版。您的修改还在本页，尚未保存。");
    expect(headings()).toEqual(["存在问题", "总体情况"]);
    fireEvent.click(screen.getByRole("button", { name: "以我的修改为准保存" }));
    await waitFor(() => expect(posted.map(({ body }) => JSON.parse(body).seen)).toEqual([0, 1]));
  });

  it("is nobody's to edit who may not issue", async () => {
    open(address);
    await screen.findByRole("article");
    expect(screen.queryByRole("form", { name: "通报框架" })).toBeNull();
    expect(screen.queryByRole("link", { name: "框架" })).toBeNull();
  });
});
