import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Field } from "../../components/field.tsx";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";

/** Finds a unit's papers in a long queue; what is asked stands on the address, so that the way back from a paper leads to the same ones. */
export function ReviewFinder({
  asked,
  found,
  count,
}: {
  readonly asked: string;
  readonly found: number;
  readonly count: number;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  // The address follows: a Chinese word is typed in several strokes, which an address must not interrupt.
  const [text, setText] = useState(asked);
  useEffect(() => {
    if (text.trim() === asked) return;
    const search = (old: Search): Search => ({ ...old, within: text.trim() || undefined });
    void navigate({ to: ".", search, replace: true, resetScroll: false });
  }, [text, asked, navigate]);
  return (
    <search className="reviews-finder screen-only">
      <Field
        label={t("reviews.find")}
        type="search"
        autoComplete="off"
        maxLength={100}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <span className="aside" role="status">
        {asked !== "" && (found === 0 ? t("reviews.foundNone") : t("reviews.foundOf", { found, count }))}
      </span>
    </search>
  );
}
