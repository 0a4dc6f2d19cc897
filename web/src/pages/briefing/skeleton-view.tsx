import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type BriefingAsked, setSkeleton, skeletonQuery, triedPaperQuery } from "../../api/briefing.ts";
import { Refusal } from "../../api/call.ts";
import type { BriefingSkeleton } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { FormProblem } from "../../components/field.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { dayAndTime } from "../../lib/china-time.ts";
import { requestKeys } from "../../lib/request-key.ts";
import { useRested } from "../../lib/use-rested.ts";
import { useWords } from "../../words/use-words.ts";
import { AnnexChoice } from "./annex-choice.tsx";
import { Paper } from "./paper.tsx";
import { SectionList } from "./section-list.tsx";
import { type Draft, draftOf, isSame, isWhole, skeletonOf } from "./skeleton-draft.ts";

/** 框架: how the plan's briefings are built, edited beside the paper as it would read. */
export function SkeletonView({ question }: { readonly question: BriefingAsked }) {
  const query = useQuery(skeletonQuery(question.plan));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={12} height={36} />}>
      {(skeleton) => <Editor skeleton={skeleton} question={question} />}
    </Answered>
  );
}

/** What stands may change under whoever edits: `seen` is what the draft began with, and what is sent back with it. */
function Editor({ skeleton, question }: { readonly skeleton: BriefingSkeleton; readonly question: BriefingAsked }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [seen, setSeen] = useState(skeleton);
  const [draft, setDraft] = useState(() => draftOf(skeleton));
  const [keyOf] = useState(requestKeys);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const [told, setTold] = useState("");
  const isChanged = !isSame(draft, seen);
  const isOvertaken = skeleton.version > seen.version;

  const begin = (from: BriefingSkeleton) => {
    setSeen(from);
    setDraft(draftOf(from));
    setProblem(null);
    setTold("");
  };
  const change = (next: Draft) => {
    setDraft(next);
    setTold("");
  };
  const save = async (over: number) => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    const sent = { ...skeletonOf(draft), seen: over };
    try {
      const { version } = await setSkeleton(question.plan, sent, keyOf(sent));
      setSeen({ ...skeleton, ...sent, version });
      setTold(t("briefing.skeleton.saved", { version }));
      await queryClient.invalidateQueries({ queryKey: ["briefing-paper", question.plan] });
    } catch (error) {
      const isOther = error instanceof Refusal && error.code === "changed-meanwhile";
      // Told below, with who it was.
      setProblem(isOther ? null : error instanceof Error ? error : new Error(String(error)));
    } finally {
      await queryClient.invalidateQueries({ queryKey: skeletonQuery(question.plan).queryKey });
      setBusy(false);
    }
  };
  return (
    <div className="briefing-desk briefing-editing">
      <form
        className="briefing-editor screen-only"
        aria-label={t("briefing.skeleton.title")}
        onSubmit={(event) => {
          event.preventDefault();
          void save(seen.version);
        }}
      >
        <Standing skeleton={skeleton} />
        <SectionList draft={draft} plain={skeleton.plain} onChange={change} onTold={setTold} />
        <AnnexChoice draft={draft} onChange={change} />
        {isOvertaken ? (
          <div className="briefing-caution" role="alert">
            <p>
              {t("briefing.skeleton.overtaken", {
                ...{ who: skeleton.setBy ?? "", version: skeleton.version },
                at: skeleton.setAt === null ? "" : dayAndTime(skeleton.setAt),
              })}
            </p>
            <p className="form-keys">
              <button type="button" className="key" disabled={isBusy} onClick={() => begin(skeleton)}>
                {t("briefing.skeleton.theirs")}
              </button>
              <button type="button" className="key" disabled={isBusy} onClick={() => void save(skeleton.version)}>
                {t("briefing.skeleton.mine")}
              </button>
            </p>
          </div>
        ) : (
          <p className="form-keys">
            <button type="submit" className="key key-strong" disabled={isBusy || !isChanged}>
              {t("briefing.skeleton.save")}
            </button>
            <button type="button" className="key" disabled={isBusy || !isChanged} onClick={() => begin(skeleton)}>
              {t("briefing.skeleton.discard")}
            </button>
            <button
              type="button"
              className="key"
              disabled={isBusy || isSame(draft, skeleton.plain)}
              onClick={() => change(draftOf(skeleton.plain))}
            >
              {t("briefing.skeleton.plain")}
            </button>
          </p>
        )}
        <FormProblem error={problem} otherwise={t("briefing.skeleton.failed")} />
        <p role="status" className="aside">
          {told || (isChanged ? t("briefing.skeleton.unsaved") : "")}
        </p>
      </form>
      <Tried question={question} draft={draft} />
    </div>
  );
}

/** Whose skeleton holds, and since when. */
function Standing({ skeleton: { version, setBy, setAt } }: { readonly skeleton: BriefingSkeleton }) {
  const { t } = useWords();
  return (
    <p className="aside">
      {version === 0 || setAt === null
        ? t("briefing.skeleton.own")
        : t("briefing.skeleton.standing", { version, who: setBy ?? "", at: dayAndTime(setAt) })}{" "}
      {t("briefing.skeleton.kept")}
    </p>
  );
}

/** The paper as it would read; while something is still empty, as it read before. */
function Tried({ question, draft }: { readonly question: BriefingAsked; readonly draft: Draft }) {
  const { t } = useWords();
  const [whole, setWhole] = useState(draft);
  if (whole !== draft && isWhole(draft)) setWhole(draft);
  const rested = useRested(whole);
  const query = useQuery(triedPaperQuery(question, skeletonOf(rested)));
  return (
    <div className="briefing-tried">
      {!isWhole(draft) && <p className="briefing-caution screen-only">{t("briefing.skeleton.notWhole")}</p>}
      <Answered query={query} skeleton={<SkeletonLines lines={18} height={24} />}>
        {(paper) => <Paper paper={paper} />}
      </Answered>
    </div>
  );
}
