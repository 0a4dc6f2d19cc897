import { departmentInWords, unitsInWords } from "@beizeng/server/domain/department-sentences.ts";
import { fractionOf } from "@beizeng/server/domain/fraction.ts";
import type { Month } from "@beizeng/server/domain/month.ts";
import { describe, expect, it } from "vitest";

const both = (zh: string, en: string) => ({ zh, en });
const at = (month: Month, percent: number) => ({
  month,
  exact: fractionOf(BigInt(percent), 100n),
  text: `${percent}.0%`,
});
const name = both("商务局", "Commerce bureau");

describe("one unit", () => {
  const told = { name, alone: 1, joint: 2, punctuality: { onTime: 2, late: 0, missing: 1 } };

  it("answers for subjects, has come a way, and has reported", () => {
    const way = { first: at("2022-03", 8), last: at("2022-09", 33) };
    expect(departmentInWords({ ...told, way })).toEqual(
      both(
        "商务局单独负责1个事项、共同负责2个；综合完成率由2022年3月的8.0%到2022年9月的33.0%；填报按时2期、逾期0期、缺报1期。",
        "Commerce bureau answers for 1 subject alone and 2 jointly; composite from 8.0% in 2022-03 to 33.0% in 2022-09; reports: 2 on time, 0 late, 1 missing.",
      ),
    );
  });

  it("may have one month, none, nothing to report, or all reports on time", () => {
    const once = { first: at("2022-03", 8), last: at("2022-03", 8) };
    expect(departmentInWords({ ...told, way: once }).zh).toContain("；2022年3月综合完成率8.0%；");
    expect(departmentInWords({ ...told, way: once }).en).toContain("; composite 8.0% in 2022-03; ");
    expect(departmentInWords({ ...told, way: null }).zh).toContain("；综合完成率还没有数；");
    const nothing = { onTime: 0, late: 0, missing: 0 };
    expect(departmentInWords({ ...told, way: null, punctuality: nothing }).zh).toContain("；没有填报任务。");
    expect(departmentInWords({ ...told, way: null, punctuality: nothing }).en).toContain("; nothing to report.");
    expect(departmentInWords({ ...told, way: null, punctuality: { ...nothing, onTime: 3 } }).zh).toContain(
      "；3期都按时填报。",
    );
  });
});

it.each([
  [{ onTime: 1, late: 0, missing: 1 }, "填报按时1期、逾期0期、缺报1期"],
  [{ onTime: 1, late: 1, missing: 0 }, "填报按时1期、逾期1期、缺报0期"],
  [{ onTime: 2, late: 1, missing: 1 }, "填报按时2期、逾期1期、缺报1期"],
])("%o is no record without fault", (punctuality, zh) => {
  expect(departmentInWords({ name, alone: 1, joint: 0, way: null, punctuality }).zh).toContain(`；${zh}。`);
});

describe("units side by side", () => {
  const unit = (zh: string, percent: number | null, missing = 0) => ({
    name: both(zh, zh),
    composite: percent === null ? null : at("2022-09", percent),
    missing,
  });

  it.each([
    [
      [unit("甲", 30), unit("乙", 80), unit("丙", 50, 2)],
      "2022年9月综合完成率最高的是乙（80.0%），最低的是甲（30.0%）；缺报最多的是丙，2期。",
      "In 2022-09 乙 has the highest composite (80.0%), 甲 the lowest (30.0%); 丙 owes most reports, 2.",
    ],
    [
      [unit("甲", 30), unit("乙", 30)],
      "2022年9月2个单位的综合完成率同为30.0%；都没有缺报。",
      "In 2022-09 2 units have the same composite, 30.0%; no report is missing.",
    ],
    [
      [unit("甲", 30), unit("乙", null, 1)],
      "2022年9月可比的综合完成率不足两个；缺报最多的是乙，1期。",
      "Fewer than two composites to compare in 2022-09; 乙 owes most reports, 1.",
    ],
    [
      [],
      "2022年9月可比的综合完成率不足两个；都没有缺报。",
      "Fewer than two composites to compare in 2022-09; no report is missing.",
    ],
  ])("%#", (units, zh, en) => {
    expect(unitsInWords("2022-09", units)).toEqual(both(zh, en));
  });
});

it("counts subjects in English as English does", () => {
  const told = { name, way: null, punctuality: { onTime: 3, late: 0, missing: 0 } };
  expect(departmentInWords({ ...told, alone: 2, joint: 0 }).en).toBe(
    "Commerce bureau answers for 2 subjects alone and 0 jointly; no composite yet; all 3 reports on time.",
  );
  expect(departmentInWords({ ...told, alone: 0, joint: 0 }).en).toContain("0 subjects alone");
});
