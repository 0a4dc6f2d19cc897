import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { errataQuery, issuedQuery } from "../../api/briefing.ts";
import { addressOf } from "../../api/call.ts";
import type { Errata, IssuedBriefing } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { HashLine } from "../../components/hash-line.tsx";
import { Original, Quoting } from "../../components/original.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { dayAndTime } from "../../lib/china-time.ts";
import { useQuestion } from "../../lib/question.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import { ErrataPanel } from "./errata-panel.tsx";
import { nameOf } from "./issued-name.ts";

/** What a plan has issued, newest first, each with its files as they went out. */
export function IssuedView() {
  const { t } = useWords();
  const { plan } = useQuestion();
  const query = useQuery(issuedQuery(plan));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={8} height={36} />}>
      {({ briefings }) =>
        briefings.length === 0 ? <EmptyNote>{t("briefing.issuedNone")}</EmptyNote> : <History briefings={briefings} />
      }
    </Answered>
  );
}

const columns = ["numbered", "issued", "quoted", "edition", "files", "errata"] as const;

/** All files of an issue in one, as its address names it. */
const packName = "材料包.zip";

/** So many are held against the figures of today without being asked, the newest first. */
const heldUnasked = 12;

function History({ briefings }: { readonly briefings: readonly IssuedBriefing[] }) {
  const { t } = useWords();
  const { plan } = useQuestion();
  // One after another: each takes as long as two briefings.
  const [held, setHeld] = useState(1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={t("briefing.viewIssued")} tabIndex={0}>
      <table className="figures briefing-history">
        <caption className="unseen">{t("briefing.viewIssued")}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`briefing.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {briefings.map((briefing, place) => (
            <Row
              key={`${plan} ${nameOf(briefing)}`}
              briefing={briefing}
              isHeld={place < Math.min(held, heldUnasked)}
              onHeld={() => setHeld((before) => Math.max(before, place + 2))}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({
  briefing,
  isHeld,
  onHeld,
}: {
  readonly briefing: IssuedBriefing;
  /** True where it is held against the figures of today at once. */
  readonly isHeld: boolean;
  readonly onHeld: () => void;
}) {
  const { t, month: nameMonth, horizon: nameHorizon } = useWords();
  const { plan, issued } = useQuestion();
  const name = nameOf(briefing);
  const isOpen = issued === name;
  const errata = useQuery({ ...errataQuery(plan, name), enabled: isHeld || isOpen });
  const isSettled = !errata.isPending;
  useEffect(() => {
    if (isSettled) onHeld();
  });
  const { year, number, month, horizon, basis, edition, hash, issuedBy, issuedAt, files, title } = briefing;
  return (
    <>
      <tr data-issued={name}>
        <th scope="row">
          {t("briefing.number", { year, number })}
          <small className="aside briefing-titled">
            <Original>{title}</Original>
          </small>
        </th>
        <td data-label={t("briefing.column.issued")}>
          {dayAndTime(issuedAt)}
          <small className="aside">
            <Quoting>{issuedBy}</Quoting>
          </small>
        </td>
        <td data-label={t("briefing.column.quoted")}>
          <Link
            to="/briefing"
            search={(old: Search) => ({
              ...{ ...old, month, horizon, edition: String(edition), view: undefined },
              basis: basis === "department" ? undefined : basis,
            })}
          >
            {nameMonth(month)}
          </Link>
          <small className="aside">
            {nameHorizon(horizon)} · {t(`basis.${basis}`)}
          </small>
        </td>
        <td data-label={t("briefing.column.edition")}>
          {t("briefing.editionShort", { edition })} <HashLine hash={hash} />
        </td>
        <td data-label={t("briefing.column.files")}>
          <ul className="briefing-kept">
            {[...files.map((file) => file.name), packName].map((filename) => (
              <li key={filename}>
                <a
                  href={addressOf("/api/plans/{plan}/briefings/{briefing}/files/{filename}", {
                    ...{ plan, briefing: name, filename },
                  })}
                  download
                >
                  <Original>{filename}</Original>
                </a>
              </li>
            ))}
          </ul>
        </td>
        <td data-label={t("briefing.column.errata")}>
          <Mark query={errata} name={name} isOpen={isOpen} />
        </td>
      </tr>
      {isOpen && errata.data?.notice && (
        <tr className="briefing-errata-row">
          <td colSpan={columns.length}>
            <ErrataPanel plan={plan} name={name} errata={errata.data} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Whether the figures of today say otherwise, and the way to what they say. */
function Mark({
  query: { data, isError, fetchStatus },
  name,
  isOpen,
}: {
  readonly query: UseQueryResult<Errata>;
  readonly name: string;
  readonly isOpen: boolean;
}) {
  const { t } = useWords();
  const way = (issued: string | undefined) => (old: Search) => ({ ...old, issued });
  if (data?.notice) {
    return (
      <Link
        to="/briefing"
        search={way(isOpen ? undefined : name)}
        resetScroll={false}
        className="briefing-mark"
        aria-expanded={isOpen}
      >
        {t("briefing.errata.mark", { count: data.errata.length })}
      </Link>
    );
  }
  if (data) return <span className="aside">{t("briefing.errata.none")}</span>;
  if (isError) return <span className="aside">{t("briefing.errata.failed")}</span>;
  if (fetchStatus === "fetching") return <span className="aside">{t("briefing.errata.holding")}</span>;
  return (
    <Link to="/briefing" search={way(name)} resetScroll={false}>
      {t("briefing.errata.hold")}
    </Link>
  );
}
