import type { Assessment } from "../../api/types.ts";
import {
  achievedInWords,
  achievedNotes,
  lackInWords,
  lightInWords,
  statedInWords,
} from "../../components/assessment-words.ts";
import { completionValues } from "../../components/completion-values.ts";
import type { Words } from "../../words/spoken-words.ts";
import type { CompletionRow } from "../completion-chart.tsx";

/** A target under a name of its own. */
export interface CompletionOf {
  readonly name: string;
  readonly assessment: Assessment;
  readonly isOwn?: boolean;
}

/** What a chart of completion shows of targets where it is so many px wide. */
export function completionMarks(words: Words, rows: readonly CompletionOf[], width: number) {
  const { t, say, language } = words;
  const isSlim = width < 520;
  const isEnglish = language === "en";
  const figure = isSlim ? (isEnglish ? 82 : 72) : 124;
  return {
    rows: rows.map(({ name, assessment, isOwn = false }): CompletionRow => {
      const { scopeName, adjustment, target, completion, light } = assessment;
      const notes = [
        scopeName && say(scopeName),
        ...achievedNotes(words, assessment),
        adjustment && t("value.adjustedFrom", { value: adjustment.formerValue.text }),
      ].filter(Boolean);
      const figures = [`${achievedInWords(words, assessment)} / ${statedInWords(words, assessment)}`];
      return {
        key: target,
        name,
        note: notes.length > 0 ? notes.join(" · ") : undefined,
        figures: isSlim ? figures : [...figures, completion.text],
        values: completionValues(assessment),
        over: completion.text,
        light,
        lightWord: lightInWords(words, assessment),
        lack: lackInWords(words, assessment),
        why: say(assessment.explanation),
        isOwn,
      };
    }),
    width,
    nameWidth: isSlim ? Math.round(width * 0.28) : Math.min(210, Math.round(width * 0.26)),
    columns: [
      { heading: t("column.achievedOfTarget"), width: figure },
      ...(isSlim ? [] : [{ heading: t("column.completion"), width: isEnglish ? 96 : 76 }]),
    ],
    lights: { heading: t("column.light"), width: isEnglish ? 118 : 96 },
  };
}
