import { erratumNotice, type Noticed, type NoticedCause } from "@beizeng/server/domain/erratum-notice.ts";
import { describe, expect, it } from "vitest";

const same = (zh: string) => ({ zh, en: zh });
const erratum = {
  ...({ about: "target", figure: "achieved" } as const),
  ...{ subject: same("绿色铸造产业"), name: same("新增规上企业"), former: same("2"), now: same("1") },
};
const correction: NoticedCause = {
  ...{ kind: "correction", subject: same("绿色铸造产业"), name: same("规上企业"), month: "2022-12" },
  ...{
    former: "累计新增2户",
    now: "累计新增1户",
    reason: "一户重复统计。",
    by: same("开发区管委会"),
    on: "2023-05-07",
  },
};
const noticed: Noticed = {
  ...{ title: "关于高平市《制造业培育方案》2022年12月进展情况的通报", year: 2023, number: 1, issuedOn: "2023-01-30" },
  ...{ today: "2023-06-01", issuer: "市工信局", errata: [erratum], causes: [correction] },
};

describe("a notice of correction", () => {
  it("names the issue, its title in smaller marks, why, each figure old and new, what else holds, who and when", () => {
    expect(erratumNotice(noticed)).toEqual({
      title: "关于更正2023年第1期通报有关数据的通知",
      opening:
        "2023年1月30日印发的《关于高平市〈制造业培育方案〉2022年12月进展情况的通报》（2023年第1期）所引数据其后有变动，现更正如下。",
      sections: [
        {
          heading: "更正原因",
          paragraphs: [
            "2022年12月绿色铸造产业规上企业由“累计新增2户”更正为“累计新增1户”，开发区管委会报送更正，2023年5月7日审核通过。原因：一户重复统计。",
          ],
        },
        { heading: "更正内容", paragraphs: ["共1处，原数和更正后的数见下表。"] },
      ],
      columns: ["事项", "指标", "项目", "原数", "更正为"],
      rows: [["绿色铸造产业", "新增规上企业", "已完成", "2", "1"]],
      closing: "该期通报其余内容不变，引用上述数据的以本通知为准。",
      signedBy: "市工信局",
      day: "2023年6月1日",
    });
  });

  it("is none where nothing differs, and gives no reasons where nothing is known to have moved the figures", () => {
    expect(erratumNotice({ ...noticed, errata: [] })).toBeNull();
    expect(erratumNotice({ ...noticed, causes: [] })?.sections.map(({ heading }) => heading)).toEqual(["更正内容"]);
  });

  it.each<[string, Partial<NoticedCause>, string]>([
    [
      "a late report",
      { kind: "report", former: null, reason: null },
      "2022年12月绿色铸造产业规上企业于2023年5月7日补报（开发区管委会），为“累计新增1户”。",
    ],
    [
      "a report by nobody that is known",
      { kind: "report", former: null, reason: " ", by: null },
      "2022年12月绿色铸造产业规上企业于2023年5月7日补报，为“累计新增1户”。",
    ],
    [
      "a correction by nobody that is known",
      { by: null, reason: null },
      "2022年12月绿色铸造产业规上企业由“累计新增2户”更正为“累计新增1户”，2023年5月7日审核通过。",
    ],
    [
      "a correction of no month",
      { month: null, reason: null },
      "绿色铸造产业规上企业由“累计新增2户”更正为“累计新增1户”，开发区管委会报送更正，2023年5月7日审核通过。",
    ],
    [
      "a target",
      { kind: "target", month: "2022-07", former: "新增 ≥4户", now: "新增 ≥5户", reason: "任务调整", by: null },
      "绿色铸造产业规上企业的目标自2022年7月起由“新增 ≥4户”调整为“新增 ≥5户”，2023年5月7日录入。原因：任务调整。",
    ],
    [
      "a rule",
      { kind: "rule", subject: null, name: null, month: "2022-07", former: null, now: null, reason: "收紧", by: null },
      "亮灯规则自2022年7月起调整，2023年5月7日录入。原因：收紧。",
    ],
    [
      "a calendar",
      {
        kind: "calendar",
        subject: null,
        name: null,
        month: "2022-07",
        former: null,
        now: null,
        reason: null,
        by: null,
      },
      "入库日历自2022年7月起调整，2023年5月7日录入。",
    ],
  ])("tells %s", (_, changed, sentence) => {
    const notice = erratumNotice({ ...noticed, causes: [{ ...correction, ...changed }] });
    expect(notice?.sections[0]?.paragraphs).toEqual([sentence]);
  });

  it("says of a unit and of a light what it counts", () => {
    const errata = [
      { ...erratum, about: "department", figure: "rank", subject: same("市工信局"), name: same("市工信局") },
      { ...erratum, about: "lights", figure: "count", subject: same("已完成"), name: same("已完成") },
    ] as const;
    expect(erratumNotice({ ...noticed, errata })?.rows).toEqual([
      ["市工信局", "责任单位", "位次", "2", "1"],
      ["亮灯统计", "已完成", "目标项数", "2", "1"],
    ]);
  });
});
