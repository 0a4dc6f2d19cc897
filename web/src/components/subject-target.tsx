import { Link } from "@tanstack/react-router";
import type { Reading, SubjectProgress, Text } from "../api/types.ts";
import { indicatorName } from "../words/indicator-name.ts";
import { useWords } from "../words/use-words.ts";

/** What a target counts, as an assessment or a change of it says. */
interface Counted {
  readonly indicatorName: Text;
  readonly scopeName: Text | null;
  readonly reading: Reading;
}

/** Which target it is: the chain (a way to its page) and what is counted. */
export function SubjectTarget({
  subject,
  counted,
}: {
  readonly subject: SubjectProgress["subject"];
  readonly counted: Counted;
}) {
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
      <span className="what">{indicatorName(words, counted)}</span>
    </span>
  );
}
