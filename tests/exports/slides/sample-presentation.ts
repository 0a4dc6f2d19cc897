/** Slides with everything that a slide of the product has. */
import type { Presentation } from "@beizeng/server/exports/slides/slide.ts";
import { completionChart, forecastChart } from "../office/sample-charts.ts";

/** A cover, bullets, two charts, a table. */
export const samplePresentation: Presentation = {
  footer: "某市　数据截至2022年9月底　部门填报数据，非统计部门发布数据",
  slides: [
    { kind: "cover", title: "市场主体倍增工程", subtitle: "2022年9月进展", shapes: [], notes: "数据来源：台账" },
    {
      ...{
        kind: "content",
        title: "9条产业链达序时，食品加工差3户",
        notes: "数据来源：产业链进度\n口径：部门填报 <&>",
      },
      shapes: [
        {
          ...{ kind: "text", points: 16, isBulleted: true },
          frame: { left: 15, top: 35, width: 100, height: 130 },
          paragraphs: ["新增规上企业11户，完成年度目标的73.3%", "", "康养旅游未报"],
        },
        { kind: "chart", frame: { left: 125, top: 35, width: 98, height: 130 }, chart: completionChart },
        { kind: "chart", frame: { left: 225, top: 35, width: 98, height: 130 }, chart: forecastChart },
      ],
    },
    {
      ...{ kind: "content", title: "产业链进度", notes: "" },
      shapes: [
        {
          ...{ kind: "table", title: "产业链进度表", points: 12, frame: { left: 15, top: 35, width: 308, height: 40 } },
          columns: [
            { heading: "产业链", share: 2 },
            { heading: "完成率\n（位次）", share: 1, isFigure: true },
          ],
          rows: [
            ["装备制造", "73.3%（1）"],
            ["康养旅游", "—"],
          ],
        },
      ],
    },
  ],
};
