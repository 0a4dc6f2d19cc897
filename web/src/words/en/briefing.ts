import type { English } from "../english.ts";
import type { briefing as source } from "../zh-CN/briefing.ts";

/** Words of the page 通报材料, in English: the 通报 itself stays Chinese. */
export const briefing: English<typeof source> = {
  title: "Briefing: {{place}}, {{month}}",
  subtitle: "The briefing is written in Chinese. Its files and the preview are made of the same figures.",
  choose: "Edition",
  edition: "Edition {{edition}} · closed {{at}}",
  reopened: "Edition {{edition}} · closed {{at}}, reopened since",
  unfrozen: "Not final · figures as they stand",
  warnUnfrozen: "Not final: the month's figures quoted here are not frozen and can still change. Not to be issued.",
  warnNewer: "This month has been closed: what is issued should quote an edition.",
  warnDemonstration: "Demonstration: the reports are invented and must not be quoted.",
  close: "Months",
  hash: "Hash",
  files: "Download",
  filesNone: "No file can be made of this choice; the preview says why.",
  print: "Print the preview",
  preview: "Preview of the briefing",
  noReports:
    "By {{month}} no unit has reported: what was achieved stands as not reported or as a dash. This page changes as soon as reports are accepted.",
  file: {
    document: { name: "Briefing", kind: "Word (.docx)", holds: "Text, charts and tables in official layout, editable" },
    slides: { name: "Slides", kind: "PowerPoint (.pptx)", holds: "Cover, headlines, charts and tables, editable" },
    tables: { name: "Tables", kind: "Excel (.xlsx)", holds: "A sheet a table, real numbers with formulas and sources" },
    "flat-csv": { name: "Flat table", kind: "CSV (UTF-8)", holds: "One row a target, to pivot and to import" },
    "flat-json": { name: "Flat table", kind: "JSON", holds: "The same rows, for programs" },
  },
};
