import { Link, useSearch } from "@tanstack/react-router";
import type { Assessment } from "../api/types.ts";
import type { Search } from "../lib/search.ts";
import { useWords } from "../words/use-words.ts";
import { LightBadge } from "./light-badge.tsx";
import { Why } from "./why.tsx";

/** The light of a target with the sentence of how it came about, and the way to the rule that it was decided by. */
export function LightOf({ assessment }: { readonly assessment: Assessment }) {
  const { t, say } = useWords();
  const { plan, lang }: Search = useSearch({ strict: false });
  const way = (
    <Link to="/judging" search={{ plan, lang }}>
      {t("light.rules")}
    </Link>
  );
  return (
    <Why sentence={say(assessment.explanation)} way={way}>
      <LightBadge light={assessment.light} isMetLate={assessment.metLateAt !== null} />
    </Why>
  );
}
