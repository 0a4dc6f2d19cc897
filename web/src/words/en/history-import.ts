import type { English } from "../english.ts";
import type { historyImport as chineseHistoryImport } from "../zh-CN/history-import.ts";

/** Words of the import of history, in English. */
export const historyImport: English<typeof chineseHistoryImport> = {
  title: "History import",
  law: "The office carries old tables over and reports no figure: what is imported becomes a draft of each period, which the unit looks at, explains and hands in itself, and which counts once it is reviewed. Periods that the unit has begun or handed in, or that are closed, are left alone.",
  none: "No period of this plan has ended yet.",
  unit: "Reporting unit",
  free: "{{name}} ({{count}} periods open)",
  free_one: "{{name}} ({{count}} period open)",
  download: "Download the history form",
  downloadDetail:
    "A row a figure, a column a period, cumulative figures or those at the period’s end; base values are not imported here.",
  from: "From",
  until: "to",
  get: "Download ({{count}} periods)",
  get_one: "Download ({{count}} period)",
  range: "Choose 1 to {{most}} periods, the first not after the last.",
  upload: "Choose the filled form, look, make drafts",
  uploadDetail: "Every cell is checked by the rules of reporting; mend what is wrong and choose the file again.",
  read: "{{name}} makes {{count}} drafts. ",
  read_one: "{{name}} makes {{count}} draft. ",
  mend: "Mend these cells first.",
  lacking: "Not in the file: {{names}}",
  take: "Make {{count}} drafts",
  take_one: "Make {{count}} draft",
  taken: "{{count}} drafts were made. ",
  taken_one: "{{count}} draft was made. ",
  next: "The unit sees them in My reports as brought in by the office; ask it to look and hand them in.",
  periods: "What becomes of each period",
  period: "Period",
  becomes: "Import",
  lines: "{{count}} lines, becomes a draft",
  lines_one: "{{count}} line, becomes a draft",
  blank: "Blank, not imported",
  skipped: "Left alone: {{why}}",
  skips: { "handed-in": "reported already", draft: "has a draft", closed: "closed" },
};
