import type { English } from "../english.ts";
import type { planEditing as source } from "../zh-CN/plan-editing.ts";

/** Words of the page 编辑方案, in English. */
export const planEditing: English<typeof source> = {
  title: "Edit the plan",
  subtitle:
    "Nothing vanishes: what is added counts from the month given; earlier months and editions stay. Targets are adjusted one by one on the page of the plan.",
  open: "Edit the plan",
  officeOnly: "The office adds units, their other names and who answers for what. What was added stands here.",
  alias: "Add another name of a unit",
  unit: "Add a unit",
  assignment: "Assign a unit",
  ofUnit: "Of which unit",
  aliasName: "Other name",
  aliasHint: "two spellings within one plan are one unit",
  name: "Name in Chinese",
  english: "Name in English",
  englishHint: "may be left blank",
  assigned: "Unit",
  role: "Part",
  lead: "leads",
  responsible: "is responsible",
  fromHint: "not before {{first}}",
  reason: "Reason",
  document: "Document",
  documentHint: "may be left blank",
  add: "Add",
  done: "Entered.",
  unsent: "It was not entered; try again. What you typed is still here.",
  edits: "What was added",
  editsNone: "Nothing yet: the plan is as its document says.",
  column: { what: "What", kind: "Kind" },
  kind: {
    "add-unit": "unit",
    "add-alias": "other name",
    "assign-unit": "assignment",
  },
};
