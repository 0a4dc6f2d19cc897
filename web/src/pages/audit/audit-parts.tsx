import type { AuditPart, Text } from "../../api/types.ts";
import { Original, Quoting } from "../../components/original.tsx";
import { useWords } from "../../words/use-words.ts";

/** A text of the audit: what is the same in both languages is as somebody wrote it. */
export function Said({ text }: { readonly text: Text }) {
  const { say } = useWords();
  return text.zh === text.en ? <Original>{text.zh}</Original> : <Quoting>{say(text)}</Quoting>;
}

/** What a row says, as lists of names and values; where something was changed, the old value stands before the new. */
export function AuditParts({ parts }: { readonly parts: readonly AuditPart[] }) {
  const { t, say } = useWords();
  if (parts.length === 0) return <p className="aside">{t("audit.nothingMore")}</p>;
  return (
    <div className="audit-parts">
      {parts.map(({ name, facts }, place) => (
        // The parts of a row never change their order.
        // biome-ignore lint/suspicious/noArrayIndexKey: two parts may bear the same name
        <section key={place}>
          {name && (
            <h3>
              <Said text={name} />
            </h3>
          )}
          <dl>
            {facts.map(({ name: what, before, value }) => (
              <div key={say(what)}>
                <dt>{say(what)}</dt>
                <dd>
                  {before && (
                    <>
                      <del>
                        <Said text={before} />
                      </del>
                      <span aria-hidden="true"> → </span>
                    </>
                  )}
                  {before ? (
                    <ins>
                      <Said text={value} />
                    </ins>
                  ) : (
                    <Said text={value} />
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
