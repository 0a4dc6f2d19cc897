import { Link } from "@tanstack/react-router";
import type { FigureField, Life, LifeEvent, Nature } from "../../api/types.ts";
import { EvidenceLinks } from "../../components/evidence-links.tsx";
import { Quoting } from "../../components/original.tsx";
import { secondInChina } from "../../lib/instant.ts";
import { quantityName, quantityText } from "../../words/quantity-name.ts";
import { useWords } from "../../words/use-words.ts";

/** Whose word it is that came with a figure. */
const wordOf = { department: "life.word", statistics: "life.wordOfStatistics" } as const;
const fields = ["entries", "exits", "stock", "amount"] as const satisfies readonly FigureField[];

/** What happened, oldest first: when, what, who, and which figure came of it. */
export function LifeEvents({ life, caption }: { readonly life: Life; readonly caption: string }) {
  const { t } = useWords();
  const last = life.events.at(-1)?.event;
  return (
    <>
      <ol className="life-events" aria-label={caption}>
        {life.events.map((event) => (
          <Happened key={`${event.revision} ${event.event}`} event={event} life={life} />
        ))}
      </ol>
      {last === "entered" && <p>{t("life.waiting")}</p>}
      {last === "returned" && <p>{t("life.mending")}</p>}
      <p className="aside">{t("life.times")}</p>
    </>
  );
}

function Happened({ event, life }: { readonly event: LifeEvent; readonly life: Life }) {
  const { t } = useWords();
  const { event: what, at, by, role, basis, kind, round, submission } = event;
  const isFirstOfKind = what === "entered" && kind !== "report";
  return (
    <li className={`life-event life-${what}`}>
      <p className="life-at">{secondInChina(at)}</p>
      <div className="life-what">
        <p className="life-name">
          <strong>{isFirstOfKind ? t(`life.eventOf.${kind}`) : t(`life.event.${what}`)}</strong>
          {basis === "statistics" && !isFirstOfKind && <span className="life-basis">{t("basis.statistics")}</span>}
          <Values event={event} nature={life.nature} />
        </p>
        <p>
          <Quoting>{t("submission.by", { who: by, role: t(`role.${role}`) })}</Quoting>
        </p>
        <Words event={event} nature={life.nature} />
        <EvidenceLinks label={t("life.evidence")} files={event.evidence} mayOpen={life.mayReadPapers} />
        <p className="aside">
          {t("life.round", { round })} · {t("life.basis", { basis: t(`basis.${basis}`) })}
          {life.mayReadPapers && (
            <Link to="/submission" search={{ submission }} className="life-paper screen-only">
              {t("life.paper")}
            </Link>
          )}
        </p>
      </div>
    </li>
  );
}

/** The figure as it was entered or accepted; where it took the place of another, that one struck before it. */
function Values({ event: { value, former }, nature }: { readonly event: LifeEvent; readonly nature: Nature }) {
  const words = useWords();
  const { t } = words;
  if (value === null) return null;
  const held = fields.filter((field) => value[field].value !== null || former?.[field].value != null);
  return held.map((field) => {
    const old = former?.[field];
    const isChanged = old !== undefined && old.text !== value[field].text;
    return (
      <span key={field} className="life-value">
        {t("life.quantity", { name: quantityName(words, nature, field), text: "" })}
        {isChanged && (
          <>
            <del>{quantityText(words, nature, old)}</del>
            <span aria-hidden="true"> → </span>
          </>
        )}
        {isChanged ? (
          <ins>{quantityText(words, nature, value[field])}</ins>
        ) : (
          <b>{quantityText(words, nature, value[field])}</b>
        )}
      </span>
    );
  });
}

/** What was said with it: what the checks found, the unit's word, why it was returned or corrected, the note. */
function Words({ event, nature }: { readonly event: LifeEvent; readonly nature: Nature }) {
  const words = useWords();
  const { t, say } = words;
  const { event: what, basis, findings, word, reason, kind, isUnchanged, note, doneOn } = event;
  const isEntered = what === "entered";
  return (
    <>
      {isEntered && isUnchanged && <p>{t("life.unchanged")}</p>}
      {isEntered &&
        (findings.length === 0 ? (
          <p className="aside">{t("life.checkedPlain")}</p>
        ) : (
          findings.map(({ code, severity, field, text }) => (
            <p key={`${field} ${code}`} className={`life-${severity}`}>
              {t("life.checked", { name: quantityName(words, nature, field), text: say(text) })}
            </p>
          ))
        ))}
      {word && (
        <p>
          <Quoting>{t(isEntered ? wordOf[basis] : "life.lineReason", { word })}</Quoting>
        </p>
      )}
      {reason && (
        <p>
          <Quoting>
            {t(isEntered && kind === "correction" ? "life.correctionReason" : "life.reason", { reason })}
          </Quoting>
        </p>
      )}
      {note && (
        <p>
          <Quoting>{t("life.note", { note })}</Quoting>
        </p>
      )}
      {doneOn && <p>{t("life.doneOn", { day: doneOn })}</p>}
    </>
  );
}
