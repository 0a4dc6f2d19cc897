import type { FormLine, FormMeasure, WorkbookForm } from "@beizeng/server/exports/workbook-form.ts";

const line = (field: FormLine["field"], given: Partial<FormLine> = {}): FormLine => ({
  field,
  isNeeded: true,
  last: null,
  takesAdded: false,
  isCumulative: false,
  typedAdded: "",
  typedCumulative: "",
  ...given,
});

const measure = (key: string, given: Partial<FormMeasure>): FormMeasure => ({
  key,
  subject: "钢铁",
  name: "规上企业",
  unit: "户",
  decimals: 0,
  nature: "population",
  target: "新增≥6（2022年底）",
  schedule: "4.5",
  lines: [],
  note: "",
  reason: "",
  version: 0,
  ...given,
});

/** A form of every nature, partly filled in; the third quarter of the sample plan's 工信局 and what it has not. */
export function sampleForm(given: Partial<WorkbookForm> = {}): WorkbookForm {
  const cumulative = { takesAdded: true, isCumulative: true };
  return {
    identity: { plan: "sample-2022", department: "industry", period: "2022-09", kind: "report" },
    title: "某市市场主体倍增工程实施方案",
    departmentName: "工信局",
    periodName: "2022年第三季度",
    dueOn: "2022-10-10",
    isDemonstration: true,
    build: "0.1.0",
    measures: [
      measure("steel.firms", {
        lines: [
          line("entries", { ...cumulative, last: { month: "2022-06", text: "12" }, typedAdded: "1" }),
          line("exits", { ...cumulative, last: { month: "2022-06", text: "0" } }),
          line("stock", { isNeeded: false }),
        ],
        note: '=HYPERLINK("http://x","点")',
      }),
      measure("steel.events", {
        name: "产销对接活动",
        unit: "次",
        nature: "tally",
        target: "累计≥200（“十四五”末）",
        schedule: "35",
        lines: [line("amount", { ...cumulative, last: { month: "2022-06", text: "31" } })],
      }),
      measure("steel.output", {
        name: "产值",
        unit: "亿元",
        decimals: 1,
        nature: "yearly-flow",
        target: "≥50.0（2022年底）",
        schedule: "37.5",
        lines: [
          line("amount", { takesAdded: true, last: { month: "2022-06", text: "24.0" }, typedCumulative: "36.5" }),
        ],
      }),
      measure("food.capacity", {
        subject: "食品加工与白酒酿造、道地中药材",
        name: "白酒产能（汾阳市）",
        unit: "万千升",
        decimals: 2,
        nature: "level",
        target: "20.00（2025年底）",
        schedule: "12.5",
        lines: [line("amount", { last: { month: "2022-06", text: "11.20" } })],
      }),
      measure("service.rate", {
        subject: "服务承诺",
        name: "问题解决率",
        unit: "%",
        decimals: 1,
        nature: "rate",
        target: "≥96.0（长期）",
        schedule: "—",
        lines: [line("amount", { last: { month: "2022-06", text: "96.5" }, typedCumulative: "九十七" })],
      }),
      measure("steel.plant", {
        name: "达产",
        unit: "项",
        nature: "milestone",
        target: "完成（2022年底）",
        schedule: "—",
        lines: [line("amount", { last: { month: "2022-06", text: "0" } }), line("doneOn")],
      }),
    ],
    ...given,
  };
}
