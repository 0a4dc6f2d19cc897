import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Refusal } from "../../api/call.ts";
import { acceptSubmission, returnSubmission } from "../../api/reviews.ts";
import type { Submission } from "../../api/types.ts";
import { requestKeys } from "../../lib/request-key.ts";
import { useWords } from "../../words/use-words.ts";

/** The longest reason that the server takes. */
const longest = 1000;

/** The decision on a submission while it is made: reasons are typed, never a figure. */
export interface Decision {
  readonly isReturning: boolean;
  readonly isBusy: boolean;
  /** True once somebody at this page has decided. */
  readonly isDone: boolean;
  /** What is to be told: what was decided, or why nothing was. */
  readonly told: string | null;
  readonly isTrouble: boolean;
  readonly whole: string;
  readonly reasonOf: (measure: string) => string;
  /** True when a reason stands somewhere, without which nothing is sent back. */
  readonly hasReason: boolean;
  readonly setReturning: (isReturning: boolean) => void;
  readonly setWhole: (reason: string) => void;
  readonly setReason: (measure: string, reason: string) => void;
  readonly accept: () => Promise<void>;
  readonly sendBack: () => Promise<void>;
}

/** Decides on the submission as it was seen; whatever comes of it, the page shows what stands. */
export function useDecision(data: Submission): Decision {
  const { t, say } = useWords();
  const queryClient = useQueryClient();
  const [keyOf] = useState(requestKeys);
  const [firstSeen] = useState(data.submittedAt);
  const [isReturning, setReturning] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState<"accept" | "return" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [whole, setWhole] = useState("");
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());

  const lines = data.lines.flatMap(({ measure }) => {
    const reason = (reasons.get(measure) ?? "").trim();
    return reason === "" ? [] : [{ measure, reason }];
  });
  /** Without one for the whole, what is to be mended line by line is the reason that the unit reads in its list. */
  const wholeReason = () => {
    if (whole.trim() !== "") return whole.trim();
    const told = lines.map(({ measure, reason }) => {
      const line = data.lines.find((each) => each.measure === measure);
      return t("submission.lineReason", { name: line ? say(line.name) : measure, reason });
    });
    return told.join("；").slice(0, longest);
  };

  async function decide(move: "accept" | "return", act: (seen: string) => Promise<unknown>) {
    if (data.submittedAt === null) return;
    setBusy(true);
    setProblem(null);
    try {
      await act(data.submittedAt);
      setDone(move);
      setReturning(false);
      // The figures of every page may be others now.
      await queryClient.invalidateQueries();
    } catch (error) {
      const isKnown = error instanceof Refusal && error.message !== "";
      setProblem(isKnown ? error.message : t("submission.failed"));
      // Somebody else decided, or handed in anew: what stands now is shown.
      if (isKnown && error.status === 409) await queryClient.invalidateQueries();
    } finally {
      setBusy(false);
    }
  }
  const { submission } = data;
  const accept = () =>
    decide("accept", (seen) => acceptSubmission({ submission, seen }, keyOf({ move: "accept", seen })));
  const sendBack = () =>
    decide("return", (seen) => {
      const why = { reason: wholeReason(), lines };
      return returnSubmission({ submission, seen }, why, keyOf({ move: "return", seen, ...why }));
    });

  const isNewRound = done === null && data.submittedAt !== firstSeen && data.state === "submitted";
  const outcome =
    done === "accept" ? t("submission.acceptedNow") : done === "return" ? t("submission.returnedNow") : null;
  return {
    ...{ isReturning, isBusy, whole, setWhole, accept, sendBack },
    isDone: done !== null,
    told: problem ?? outcome ?? (isNewRound ? t("submission.resubmitted") : null),
    isTrouble: problem !== null || (done === null && isNewRound),
    hasReason: whole.trim() !== "" || lines.length > 0,
    reasonOf: (measure) => reasons.get(measure) ?? "",
    setReason: (measure, reason) => setReasons((old) => new Map(old).set(measure, reason)),
    setReturning: (next) => {
      setProblem(null);
      setReturning(next);
    },
  };
}
