/** The sheets of responsible units: composites with places, sums by indicator, and the reporting record. */
import { lights } from "../../../../db/src/vocabulary.ts";
import { lightWord } from "../../domain/words.ts";
import { appraisalTable } from "../tables/appraisal.ts";
import type { TableCell, TakenTable } from "../tables/table.ts";
import type { Briefing } from "./briefing.ts";
import { reckoned } from "./reckoned.ts";
import { count, figures, sheetTable, words } from "./sheet-table.ts";

function departmentSheet({ departments, basis }: Briefing): TakenTable {
  const columns = [
    words("名次"),
    words("责任单位"),
    figures("综合完成率"),
    figures("计入项数"),
    figures("已报项数"),
    figures("目标项数"),
    ...lights.map((light) => figures(lightWord(light, basis).zh)),
    figures("未亮灯"),
    figures("按时填报（期）"),
    figures("逾期"),
    figures("缺报"),
  ];
  const rows = departments.map((row): TableCell[] => [
    row.rankText,
    row.department.name,
    row.composite,
    ...[row.counted, row.reported, row.targets].map(count),
    ...lights.map((light) => count(row.lights[light])),
    count(row.lights.none),
    ...[row.punctuality.onTime, row.punctuality.late, row.punctuality.missing].map(count),
  ]);
  return sheetTable("责任单位", "责任单位完成情况（共同负责的目标，每个单位各计全额）", columns, rows);
}

function sumSheet({ departments }: Briefing): TakenTable {
  const columns = [
    words("责任单位"),
    words("考核指标"),
    words("单位"),
    figures("目标合计"),
    figures("完成合计"),
    figures("完成率"),
    figures("已报项数"),
    figures("目标项数"),
  ];
  const [target, achieved] = [3, 4];
  const rows = departments.flatMap(({ department, sums }) =>
    sums.map((sum): TableCell[] => [
      department.name,
      sum.indicatorName,
      sum.unit,
      sum.target,
      sum.achieved,
      reckoned(
        sum.completion,
        [sum.target, sum.achieved],
        ([to = 0, at = 0]) => at / to,
        (at) => `${at(achieved)}/${at(target)}`,
      ),
      count(sum.reported),
      count(sum.targets),
    ]),
  );
  return sheetTable("分指标合计", "各单位分指标合计", columns, rows);
}

function reportingSheet({ reporting: { units, periods } }: Briefing): TakenTable {
  const columns = [
    words("填报单位"),
    figures("按时"),
    figures("逾期"),
    figures("缺报"),
    ...periods.map((period) => words(period)),
  ];
  const rows = units.map((unit): TableCell[] => [
    unit.name,
    ...[unit.onTime, unit.late, unit.missing].map(count),
    ...unit.cells.map((cell): TableCell => cell?.word ?? "—"),
  ]);
  return sheetTable("填报情况", "各单位各期填报情况", columns, rows);
}

/** 季考评, where a rule of appraisal holds. */
function appraisalSheets({ appraisal }: Briefing): TakenTable[] {
  return appraisal === undefined ? [] : [appraisalTable(appraisal)];
}

/** The sheets of units. */
export const unitSheets = (briefing: Briefing): TakenTable[] => [
  departmentSheet(briefing),
  sumSheet(briefing),
  reportingSheet(briefing),
  ...appraisalSheets(briefing),
];
