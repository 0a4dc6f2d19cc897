import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { sessionQuery, signOut } from "../api/session.ts";
import type { Session } from "../api/types.ts";
import type { Search } from "../lib/search.ts";
import { firstPage, isSigningIn } from "../lib/sign-in.ts";
import { useWords } from "../words/use-words.ts";
import { Original } from "./original.tsx";

/** Who is signed in, as what, and the way out; where nobody is, the way in. */
export function SessionMenu() {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const { data } = useQuery(sessionQuery);
  const { href, pathname } = useLocation();
  const navigate = useNavigate();
  const leave = ({ powers }: Session) =>
    navigate({ to: firstPage(powers), search: (old: Search): Search => ({ plan: old.plan, lang: old.lang }) });
  if (!data) return <div className="session" />;
  if (!data.account) {
    return (
      <div className="session">
        {!isSigningIn(pathname) && (
          <Link to="/sign-in" search={(old) => ({ lang: old.lang, from: href })} className="session-way">
            {t("session.signIn")}
          </Link>
        )}
      </div>
    );
  }
  return (
    <section className="session session-known" aria-label={t("session.label")}>
      <Link to="/sign-in" className="session-name">
        <Original>{data.account.name}</Original>
      </Link>
      <span className="session-role">{t(`role.${data.account.role}`)}</span>
      {data.powers.includes("read-figures") && (
        <Link to="/news" search={({ lang }: Search): Search => ({ lang })} className="session-way" preload={false}>
          {t("session.news")}
        </Link>
      )}
      <button type="button" className="session-way" onClick={() => void signOut(queryClient, leave)}>
        {t("session.signOut")}
      </button>
    </section>
  );
}
