import { Link, useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import type { Plan } from "../../api/types.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";

const kinds = ["headline", "chain", "task"] as const;

/** The subjects of a plan, to move between: a column beside the page, one select on a narrow screen. */
export function SubjectList({ subjects, chosen }: { readonly subjects: Plan["subjects"]; readonly chosen: string }) {
  const { t, say } = useWords();
  const navigate = useNavigate();
  const id = useId();
  const groups = kinds.flatMap((kind) => {
    const own = subjects.filter((subject) => subject.kind === kind);
    return own.length > 0 ? [{ kind, own }] : [];
  });
  const to = (subject: string) => (old: Search) => ({ ...old, subject });
  return (
    <nav className="chain-list screen-only" aria-label={t("chain.list")}>
      <div className="picker chain-list-select">
        <label htmlFor={id}>{t("chain.choose")}</label>
        <select id={id} value={chosen} onChange={({ target }) => void navigate({ to: ".", search: to(target.value) })}>
          {groups.map(({ kind, own }) => (
            <optgroup key={kind} label={t(`subjectKind.${kind}`)}>
              {own.map(({ key, name }) => (
                <option key={key} value={key}>
                  {say(name)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div className="chain-list-column">
        {groups.map(({ kind, own }) => (
          <section key={kind} aria-label={t(`subjectKind.${kind}`)}>
            <p className="eyebrow">{t(`subjectKind.${kind}`)}</p>
            <ul>
              {own.map(({ key, name }) => (
                <li key={key}>
                  <Link to="/chain" search={to(key)} aria-current={key === chosen ? "true" : undefined}>
                    {say(name)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}
