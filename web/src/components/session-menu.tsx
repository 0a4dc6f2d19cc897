import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { sessionQuery, signOut } from "../api/session.ts";
import { useWords } from "../words/use-words.ts";
import { Original } from "./original.tsx";

/** Who is signed in, as what, and the way out; where nobody is, the way in. */
export function SessionMenu() {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const { data } = useQuery(sessionQuery);
  const { href, pathname } = useLocation();
  if (!data) return <div className="session" />;
  if (!data.account) {
    return (
      <div className="session">
        {pathname !== "/sign-in" && (
          <Link to="/sign-in" search={(old) => ({ lang: old.lang, from: href })} className="session-way">
            {t("session.signIn")}
          </Link>
        )}
      </div>
    );
  }
  return (
    <section className="session session-known" aria-label={t("session.label")}>
      <span className="session-name">
        <Original>{data.account.name}</Original>
      </span>
      <span className="session-role">{t(`role.${data.account.role}`)}</span>
      <button type="button" className="session-way" onClick={() => void signOut(queryClient)}>
        {t("session.signOut")}
      </button>
    </section>
  );
}
