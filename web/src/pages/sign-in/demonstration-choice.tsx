import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { demonstrationPeopleQuery, playAccount } from "../../api/session.ts";
import type { DemonstrationPeople, Session, SessionAccount } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";

type Group = DemonstrationPeople["groups"][number];

/** Everybody of the demonstration by plan; one click and one is that person. */
export function DemonstrationChoice({ onEnter }: { readonly onEnter: (session: Session) => void }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const query = useQuery(demonstrationPeopleQuery);
  const { plan }: Search = useSearch({ strict: false });
  const playing = useMutation({
    mutationFn: (account: string) => playAccount(queryClient, account),
    onSuccess: onEnter,
  });
  return (
    <div className="sign-in">
      <header>
        <h1>{t("signIn.play")}</h1>
        <p className="subtitle">{t("signIn.playDetail")}</p>
      </header>
      {playing.isError && <ProblemNote error={playing.error} />}
      <Answered query={query} skeleton={<SkeletonLines lines={12} height={28} />}>
        {({ groups }) => {
          const shown = plan ?? groups.find((group) => group.plan !== null)?.plan;
          return groups.map((group) => (
            <PeopleOf
              key={group.plan}
              group={group}
              isOpen={group.plan === shown}
              isBusy={playing.isPending}
              onPlay={playing.mutate}
            />
          ));
        }}
      </Answered>
    </div>
  );
}

interface Played {
  readonly isBusy: boolean;
  readonly onPlay: (account: string) => void;
}

/** The people of one plan, folded unless the reader comes from its pages; those of no plan stand open. */
function PeopleOf({ group, isOpen, ...played }: Played & { readonly group: Group; readonly isOpen: boolean }) {
  const { t, say } = useWords();
  const { accounts, place } = group;
  if (!place) {
    return (
      <section className="block">
        <h2>{t("signIn.everyPlan")}</h2>
        <p className="people-in-row">
          {accounts.map((account) => (
            <PersonKey key={account.key} account={account} {...played} />
          ))}
        </p>
      </section>
    );
  }
  const roles = [...new Set(accounts.map(({ role }) => role))];
  return (
    <details className="block" open={isOpen}>
      <summary>
        <h2>{say(place)}</h2>
        <span className="subtitle">{t("signIn.people", { count: accounts.length })}</span>
      </summary>
      <dl className="people-by-role">
        {roles.map((role) => (
          <div key={role}>
            <dt>{t(`role.${role}`)}</dt>
            <dd>
              {accounts
                .filter((account) => account.role === role)
                .map((account) => (
                  <PersonKey key={account.key} account={account} {...played} />
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** A key that makes one this person; the heading above it names the place, so that only the post is said. */
function PersonKey({ account, isBusy, onPlay }: Played & { readonly account: SessionAccount }) {
  const post = account.name.split("·").at(-1);
  return (
    <button
      type="button"
      className="person"
      lang="zh-CN"
      title={account.name}
      disabled={isBusy}
      onClick={() => onPlay(account.key)}
    >
      {post}
    </button>
  );
}
