import { type RemindedUnit, type ReminderPeriod, remindAll, remindUnit } from "@beizeng/server/domain/reminder.ts";
import { describe, expect, test } from "vitest";

const asked: ReminderPeriod = {
  title: { zh: "制造业培育方案", en: "Cultivation Plan" },
  period: "2025-09",
  frequency: "month",
  dueOn: "2025-10-10",
  daysLeft: -2,
  isExtended: false,
};
const unit = (change: Partial<RemindedUnit> = {}): RemindedUnit => ({
  name: { zh: "市能源局", en: "Energy Bureau" },
  measures: 12,
  dueOn: "2025-10-10",
  daysLeft: -2,
  isExtended: false,
  returned: null,
  ...change,
});
const returned = { on: "2025-10-11", reason: "新增企业无依据，请附批复。" };

describe("a reminder to one unit", () => {
  const report = "《制造业培育方案》2025年9月数据";
  test.each<[string, Partial<RemindedUnit>, string]>([
    [
      "past its due day",
      {},
      `【催报】市能源局：${report}共12项指标尚未报送，截止10月10日，已逾期2天。请登录倍增台账，在“我的填报”中填写并提交；没有变化的可点“无变化”。`,
    ],
    [
      "on its due day",
      { daysLeft: 0 },
      `【催报】市能源局：${report}共12项指标尚未报送，截止10月10日，即今天。请登录倍增台账，在“我的填报”中填写并提交；没有变化的可点“无变化”。`,
    ],
    [
      "before a due day that was moved",
      { dueOn: "2025-10-20", daysLeft: 8, isExtended: true },
      `【催报】市能源局：${report}共12项指标尚未报送，已延期至10月20日，还有8天。请登录倍增台账，在“我的填报”中填写并提交；没有变化的可点“无变化”。`,
    ],
    [
      "with a report that was sent back",
      { returned },
      `【催报】市能源局：${report}于10月11日退回，原因：新增企业无依据，请附批复。报送截止10月10日，已逾期2天。请登录倍增台账，在“我的填报”中修改后重新提交。`,
    ],
  ])("%s", (_, change, zh) => {
    expect(remindUnit(asked, unit(change)).zh).toBe(zh);
  });

  test("in English, one of a kind said as one", () => {
    expect(remindUnit(asked, unit({ measures: 1, daysLeft: 1 })).en).toBe(
      "Reminder to Energy Bureau: 1 measure not reported (Cultivation Plan, 2025-09), due 2025-10-10, 1 day left. Please sign in to the ledger, fill them in under My reports and submit; what has not changed takes one click.",
    );
    expect(remindUnit(asked, unit({ returned })).en).toContain("was returned on 2025-10-11");
  });

  test.each<[Partial<RemindedUnit>, string]>([
    [{ daysLeft: 0 }, "due 2025-10-10, which is today."],
    [{ daysLeft: -1 }, "due 2025-10-10, 1 day ago."],
    [{ daysLeft: 8, dueOn: "2025-10-20", isExtended: true }, "extended to 2025-10-20, 8 days left."],
  ])("in English, %o", (change, due) => {
    expect(remindUnit(asked, unit(change)).en).toContain(`(Cultivation Plan, 2025-09), ${due}`);
  });

  test("takes a reason into its sentence without the stops and spaces that end it, and with those within", () => {
    const told = (reason: string) => remindUnit(asked, unit({ returned: { on: "2025-10-11", reason } }));
    expect(told("  请附批复。另请核对单位。。 ").zh).toContain("原因：请附批复。另请核对单位。报送截止");
    expect(told("attach it. Then send again..").en).toContain(": attach it. Then send again. It is due");
  });
});

describe("the reminder to all", () => {
  test("lists who is missing and who was sent back, and the due day of who has longer", () => {
    const food = unit({
      ...{ name: { zh: "临县", en: "Linxian" }, measures: 3, dueOn: "2025-10-20" },
      ...{ daysLeft: 8, isExtended: true },
    });
    const sentBack = unit({ name: { zh: "市农业农村局", en: "Agriculture Bureau" }, measures: 4, returned });
    expect(remindAll(asked, [unit(), sentBack, food])).toEqual({
      zh: [
        "【催报】《制造业培育方案》2025年9月数据截止10月10日，已逾期2天。",
        "未报1个单位：市能源局（12项）。",
        "已退回、待重报1个单位：市农业农村局（4项）。",
        "已准延期、尚未到期1个单位：临县（3项，延期至10月20日）。",
        "请以上单位登录倍增台账，在“我的填报”中填写并提交；没有变化的可点“无变化”。",
      ].join("\n"),
      en: [
        "Reminder: Cultivation Plan, 2025-09, due 2025-10-10, 2 days ago.",
        "1 not reported: Energy Bureau (12 measures).",
        "1 returned, to be submitted again: Agriculture Bureau (4 measures).",
        "1 granted longer and not due yet: Linxian (3 measures, extended to 2025-10-20).",
        "Please sign in to the ledger, fill in what is missing under My reports and submit; what has not changed takes one click.",
      ].join("\n"),
    });
  });

  test("lists several by name, and leaves out what nobody is", () => {
    const other = unit({ name: { zh: "市商务局", en: "Commerce Bureau" }, measures: 1 });
    const today = { ...asked, daysLeft: 0 };
    expect(remindAll(today, [unit({ daysLeft: 0 }), { ...other, daysLeft: 0 }])).toEqual({
      zh: [
        "【催报】《制造业培育方案》2025年9月数据截止10月10日，即今天。",
        "未报2个单位：市能源局（12项）、市商务局（1项）。",
        "请以上单位登录倍增台账，在“我的填报”中填写并提交；没有变化的可点“无变化”。",
      ].join("\n"),
      en: [
        "Reminder: Cultivation Plan, 2025-09, due 2025-10-10, which is today.",
        "2 not reported: Energy Bureau (12 measures), Commerce Bureau (1 measure).",
        "Please sign in to the ledger, fill in what is missing under My reports and submit; what has not changed takes one click.",
      ].join("\n"),
    });
  });

  test("whose longer day is today is not told to be late", () => {
    const longer = unit({ dueOn: "2025-10-12", daysLeft: 0, isExtended: true });
    expect(remindAll(asked, [unit(), longer])?.zh).toContain(
      "已准延期、尚未到期1个单位：市能源局（12项，延期至10月12日）。",
    );
  });

  test("names the quarter of a quarterly plan, and a day that was moved for all as such", () => {
    const all = { ...asked, frequency: "quarter", dueOn: "2025-10-15", daysLeft: 3, isExtended: true } as const;
    const own = unit({ dueOn: "2025-10-15", daysLeft: 3, isExtended: true });
    expect(remindAll(all, [own])?.zh.split("\n").slice(0, 2)).toEqual([
      "【催报】《制造业培育方案》2025年三季度数据已延期至10月15日，还有3天。",
      "未报1个单位：市能源局（12项）。",
    ]);
    expect(remindAll(all, [own])?.en).toContain(
      "Reminder: Cultivation Plan, Q3 2025, extended to 2025-10-15, 3 days left.",
    );
  });

  test("is none where nothing is missing", () => {
    expect(remindAll(asked, [])).toBeNull();
  });
});
