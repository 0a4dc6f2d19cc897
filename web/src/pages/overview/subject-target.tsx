import { Link } from "@tanstack/react-router";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";
import type { Judged } from "./subjects-of.ts";

/** Which target it is: the chain (a way to its page) and what is counted. */
export function SubjectTarget({ judged: { subject, assessment } }: { readonly judged: Judged }) {
  const words = useWords();
  const name = words.say(subject.name);
  return (
    <span className="subject-target">
      {subject.kind === "chain" ? (
        <Link to="/chain" search={(old) => ({ ...old, subject: subject.key })}>
          {name}
        </Link>
      ) : (
        name
      )}
      <span className="what">{indicatorName(words, assessment)}</span>
    </span>
  );
}
