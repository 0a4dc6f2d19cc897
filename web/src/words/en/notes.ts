import type { English } from "../english.ts";
import type { news as newsSource, notes as source } from "../zh-CN/notes.ts";

/** Words of the notes of leaders (批示), in English. */
export const notes: English<typeof source> = {
  title: "Notes",
  none: "No notes up to {{month}}.",
  count: "{{count}} notes, {{open}} not settled",
  count_one: "{{count}} note, {{open}} not settled",
  beside_one: "{{count}} note",
  beside: "{{count}} notes",
  ofMonth: "The whole month",
  ofSubject: "As a whole",
  about: "About",
  from: "from {{month}}",
  state: { open: "waiting for an answer", answered: "answered", settled: "settled", withdrawn: "withdrawn" },
  answered: "{{unit}} answers",
  settled: "Settled",
  do: { answer: "Answer", settle: "Mark as settled", withdraw: "Withdraw" },
  text: { answer: "Answer: what was done", settle: "A word on it (may be left blank)" },
  confirm: { answer: "Send the answer", settle: "Settled", withdraw: "Withdraw it" },
  withdrawing: "What it says is no longer shown; the audit keeps it.",
  cancel: "Cancel",
  write: "Note on {{month}}",
  send: "Leave the note",
  kept: "A note stays with its month and cannot be changed; the units in charge can answer.",
  failed: "It was not taken; what you wrote is still here. Please try again.",
};

/** Words of the page 新动态, in English. */
export const news: English<typeof newsSource> = {
  title: "What is new",
  since: "Since you signed in on {{at}}",
  first: "The latest (no earlier sign-in is known)",
  none: "Nothing is new since you signed in last. Accepted and corrected figures, closings, adjusted targets, notes and answers will be listed here.",
  shortened: "Only the latest {{count}} are listed.",
  private: "When you signed in last is shown to nobody else.",
  kind: {
    reported: "Accepted",
    corrected: "Corrected",
    closed: "Closed",
    "reopening-asked": "Reopening asked",
    reopened: "Reopened",
    revised: "Target adjusted",
    note: "Note",
    answer: "Answer",
    settled: "Settled",
  },
};
