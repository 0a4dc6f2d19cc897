import { useEffect, useId, useRef } from "react";
import type { BriefingSkeleton } from "../../api/types.ts";
import { useWords } from "../../words/use-words.ts";
import {
  type Draft,
  type DraftSection,
  madeKinds,
  moved,
  reworded,
  type SectionKind,
  without,
  withSection,
} from "./skeleton-draft.ts";

/** The sections in their order: moved, headed, given text of the office's own, taken out and put in again. */
export function SectionList({
  draft,
  plain,
  onChange,
  onTold,
}: {
  readonly draft: Draft;
  readonly plain: BriefingSkeleton["plain"];
  readonly onChange: (next: Draft) => void;
  /** Tells those who hear the page where a section came to stand. */
  readonly onTold: (sentence: string) => void;
}) {
  const { t } = useWords();
  const list = useRef<HTMLOListElement>(null);
  // A key that moved with its section is the one to be pressed again.
  const pressed = useRef<string | null>(null);
  useEffect(() => {
    if (pressed.current !== null) list.current?.querySelector<HTMLElement>(`[data-move="${pressed.current}"]`)?.focus();
    pressed.current = null;
  });
  const move = ({ id, heading }: DraftSection, by: -1 | 1) => {
    const next = moved(draft, id, by);
    if (next === draft) return;
    pressed.current = `${id} ${by}`;
    onChange(next);
    onTold(t("briefing.skeleton.movedTo", { heading, place: next.sections.findIndex((each) => each.id === id) + 1 }));
  };
  const headingOf = (kind: SectionKind) => plain.sections.find((section) => section.kind === kind)?.heading ?? "";
  const missing = madeKinds.filter((kind) => draft.sections.every((section) => section.kind !== kind));
  return (
    <fieldset className="briefing-sections">
      <legend>{t("briefing.skeleton.sections")}</legend>
      <ol ref={list}>
        {draft.sections.map((section, place) => (
          <Section
            key={section.id}
            section={section}
            isFirst={place === 0}
            isLast={place === draft.sections.length - 1}
            onMove={(by) => move(section, by)}
            onWords={(said) => onChange(reworded(draft, section.id, said))}
            onRemove={() => onChange(without(draft, section.id))}
          />
        ))}
      </ol>
      <p className="form-keys">
        {missing.map((kind) => (
          <button
            key={kind}
            type="button"
            className="key"
            onClick={() => onChange(withSection(draft, kind, headingOf(kind)))}
          >
            {t("briefing.skeleton.add", { heading: headingOf(kind) })}
          </button>
        ))}
        <button type="button" className="key" onClick={() => onChange(withSection(draft, "own", ""))}>
          {t("briefing.skeleton.addOwn")}
        </button>
      </p>
    </fieldset>
  );
}

function Section({
  section,
  isFirst,
  isLast,
  onMove,
  onWords,
  onRemove,
}: {
  readonly section: DraftSection;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onWords: (said: Partial<Pick<DraftSection, "heading" | "text">>) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useWords();
  const id = useId();
  const { kind, heading, text } = section;
  const isOwn = kind === "own";
  return (
    <li className="briefing-section">
      <div className="field">
        <label htmlFor={`${id}heading`}>{t("briefing.skeleton.heading")}</label>
        <input
          id={`${id}heading`}
          value={heading}
          maxLength={60}
          required
          onChange={({ target }) => onWords({ heading: target.value })}
        />
      </div>
      <div className="briefing-section-keys">
        {([-1, 1] as const).map((by) => (
          <button
            key={by}
            type="button"
            className="step"
            data-move={`${section.id} ${by}`}
            aria-label={t(by === -1 ? "briefing.skeleton.up" : "briefing.skeleton.down", { heading })}
            aria-disabled={by === -1 ? isFirst : isLast}
            onClick={() => onMove(by)}
          >
            {by === -1 ? "↑" : "↓"}
          </button>
        ))}
        <button
          type="button"
          className="step"
          aria-label={t("briefing.skeleton.remove", { heading })}
          onClick={onRemove}
        >
          ×
        </button>
      </div>
      <div className="field briefing-own">
        <label htmlFor={`${id}text`}>{t(isOwn ? "briefing.skeleton.ownText" : "briefing.skeleton.textBefore")}</label>
        <textarea
          id={`${id}text`}
          value={text}
          rows={isOwn ? 4 : 2}
          maxLength={10_000}
          required={isOwn}
          onChange={({ target }) => onWords({ text: target.value })}
        />
      </div>
    </li>
  );
}
