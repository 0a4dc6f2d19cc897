import { useState } from "react";
import type { Session } from "../../api/types.ts";
import { useWords } from "../../words/use-words.ts";
import { FactorForm } from "./factor-form.tsx";
import { PasswordForm } from "./password-form.tsx";

/** 我的账号: one's own password and authenticator, once one is signed in. */
export function OwnAccount(props: { readonly session: Session; readonly onEnter: (session: Session) => void }) {
  const { t } = useWords();
  const [isSettingUp, setSettingUp] = useState(false);
  const { account, hasSecondFactor, passwordProfile } = props.session;
  if (!account) return null;
  if (isSettingUp && !hasSecondFactor) return <FactorForm onEnter={props.onEnter} />;
  return (
    <div className="sign-in">
      <p className="own-account">
        <strong>{account.name}</strong> <span className="aside">{account.key}</span> {t(`role.${account.role}`)}
      </p>
      <PasswordForm profile={passwordProfile} onEnter={props.onEnter} />
      <section className="block">
        <h2>{t("signIn.factorTitle")}</h2>
        <p>{t(hasSecondFactor ? "signIn.factorStands" : "signIn.factorMissing")}</p>
        {!hasSecondFactor && (
          <p className="form-keys">
            <button type="button" className="key" onClick={() => setSettingUp(true)}>
              {t("signIn.factorTitle")}
            </button>
          </p>
        )}
      </section>
    </div>
  );
}
