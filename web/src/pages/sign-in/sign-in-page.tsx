import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { sessionQuery } from "../../api/session.ts";
import type { Session } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import type { Search } from "../../lib/search.ts";
import { firstPage, ownAddress } from "../../lib/sign-in.ts";
import { useWords } from "../../words/use-words.ts";
import { DemonstrationChoice } from "./demonstration-choice.tsx";
import "./sign-in.css";

/** 登录: by name and password; in a demonstration by choosing whom to play. Leads back to where one came from. */
export function SignInPage() {
  const { t } = useWords();
  const router = useRouter();
  const { from }: Search = useSearch({ strict: false });
  const query = useQuery(sessionQuery);
  usePageTitle(t("signIn.title"));
  const enter = ({ powers }: Session) => router.history.push(ownAddress(from) ?? firstPage(powers));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={8} height={28} />}>
      {({ isDemonstration }) => (isDemonstration ? <DemonstrationChoice onEnter={enter} /> : null)}
    </Answered>
  );
}
