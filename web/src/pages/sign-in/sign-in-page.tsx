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
import { CodeForm } from "./code-form.tsx";
import { DemonstrationChoice } from "./demonstration-choice.tsx";
import { FactorForm } from "./factor-form.tsx";
import { NameForm } from "./name-form.tsx";
import { OwnAccount } from "./own-account.tsx";
import { PasswordForm } from "./password-form.tsx";
import { ProviderKey } from "./provider-key.tsx";
import { SetUpForm } from "./set-up-form.tsx";
import "../../styles/forms.css";
import "./sign-in.css";

/** 登录: by name and password, then what else is asked; in a demonstration by choosing whom to play. Leads back to where one came from. */
export function SignInPage() {
  const { t } = useWords();
  const router = useRouter();
  const { from, lang }: Search = useSearch({ strict: false });
  const query = useQuery(sessionQuery);
  usePageTitle(t("signIn.title"));
  const enter = ({ step, powers }: Session) => {
    if (step !== null) return;
    const back = ownAddress(from);
    if (back !== null) router.history.push(back);
    else void router.navigate({ to: firstPage(powers), search: { lang } });
  };
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={8} height={28} />}>
      {(session) => <Asked session={session} onEnter={enter} />}
    </Answered>
  );
}

/** What is asked next. */
function Asked({ session, onEnter }: { readonly session: Session; readonly onEnter: (session: Session) => void }) {
  const { account, step, isDemonstration, awaitsSetUp, hasSingleSignOn, passwordProfile } = session;
  if (step === "second-factor") return <CodeForm onEnter={onEnter} />;
  if (step === "password-change") return <PasswordForm profile={passwordProfile} onEnter={onEnter} />;
  if (step === "second-factor-set-up") return <FactorForm onEnter={onEnter} />;
  if (isDemonstration) return <DemonstrationChoice onEnter={onEnter} />;
  if (awaitsSetUp) return <SetUpForm profile={passwordProfile} onEnter={onEnter} />;
  if (account) return <OwnAccount session={session} onEnter={onEnter} />;
  return (
    <>
      <NameForm onEnter={onEnter} />
      {hasSingleSignOn && <ProviderKey />}
    </>
  );
}
