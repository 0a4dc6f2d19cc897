import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { changeAccount, makeAccount, resetPassword, resetSecondFactor } from "../../api/accounts.ts";
import type { Account, Accounts, SessionAccount } from "../../api/types.ts";
import { Field, FormProblem, isAbout } from "../../components/field.tsx";
import { useWords } from "../../words/use-words.ts";
import type { Given } from "./given-password.tsx";
import { UnitChoice } from "./unit-choice.tsx";

type Role = SessionAccount["role"];
const roles: readonly Role[] = ["reporter", "head", "office", "statistics", "leader", "auditor", "admin", "security"];
/** Roles that belong to units. */
const withUnits: readonly Role[] = ["reporter", "head", "office", "statistics"];

/** A new account, or one that stands, as it is to be. */
export function AccountForm(props: {
  readonly account: Account | null;
  readonly units: Accounts["units"];
  readonly onClose: () => void;
  readonly onGive: (given: Given) => void;
}) {
  const { t } = useWords();
  const { account, units, onClose, onGive } = props;
  const queryClient = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const [role, setRole] = useState<Role>(account?.role ?? "reporter");
  const [chosen, setChosen] = useState<readonly string[]>(account?.departments ?? []);
  useEffect(() => heading.current?.focus(), []);
  const saving = useMutation({
    mutationFn: async (typed: { key: string; name: string; subject: string; isDisabled: boolean }) => {
      const departments = withUnits.includes(role) ? [...chosen] : [];
      const said = { name: typed.name, role, departments, singleSignOnSubject: typed.subject || null };
      if (!account) {
        const { password } = await makeAccount(queryClient, { ...said, account: typed.key });
        return { account: typed.key, password };
      }
      const { version } = account;
      await changeAccount(queryClient, account.key, { ...said, version, isDisabled: typed.isDisabled });
      return null;
    },
    onSuccess: (given) => (given ? onGive(given) : onClose()),
  });
  const resetting = useMutation({
    mutationFn: async ({ what, of }: { what: "password" | "factor"; of: Account }) => {
      if (what === "password") return { account: of.key, ...(await resetPassword(queryClient, of)) };
      await resetSecondFactor(queryClient, of);
      return null;
    },
    onSuccess: (given) => (given ? onGive(given) : onClose()),
  });
  const error = saving.error ?? resetting.error;
  const isBusy = saving.isPending || resetting.isPending;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const typed = (name: string) => String(data.get(name) ?? "").trim();
    saving.mutate({
      key: typed("account"),
      name: typed("name"),
      subject: typed("subject"),
      isDisabled: data.has("isDisabled"),
    });
  };
  return (
    <form className="form account-form block" onSubmit={submit}>
      <h2 ref={heading} tabIndex={-1}>
        {account ? t("accounts.changeOf", { name: account.name }) : t("accounts.make")}
      </h2>
      <div className="account-lines">
        {!account && (
          <Field
            label={t("signIn.account")}
            name="account"
            required
            autoComplete="off"
            hint={t("accounts.keyHint")}
            isWrong={isAbout(error, "account")}
          />
        )}
        <Field
          label={t("signIn.name")}
          name="name"
          required
          autoComplete="off"
          defaultValue={account?.name}
          isWrong={isAbout(error, "name")}
        />
        <label className="field">
          <span className="subtitle">{t("accounts.role")}</span>
          <select value={role} onChange={(event) => setRole(roles.find((one) => one === event.target.value) ?? role)}>
            {roles.map((one) => (
              <option key={one} value={one}>
                {t(`role.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <Field
          label={t("accounts.subject")}
          name="subject"
          autoComplete="off"
          defaultValue={account?.singleSignOnSubject ?? ""}
          isWrong={isAbout(error, "singleSignOnSubject")}
        />
      </div>
      {role === "head" && <p className="aside">{t("accounts.headSigns")}</p>}
      {withUnits.includes(role) && <UnitChoice units={units} chosen={chosen} onChoose={setChosen} />}
      {account && (
        <label className="account-flag">
          <input type="checkbox" name="isDisabled" defaultChecked={account.isDisabled} /> {t("accounts.disable")}
        </label>
      )}
      <FormProblem error={error} otherwise={t("signIn.unsent")} />
      <p className="form-keys">
        <button type="submit" className="key key-strong" disabled={isBusy}>
          {account ? t("accounts.save") : t("accounts.make")}
        </button>
        <button type="button" className="key" onClick={onClose}>
          {t("accounts.cancel")}
        </button>
        {account && (
          <button
            type="button"
            className="key account-reset"
            disabled={isBusy}
            onClick={() => resetting.mutate({ what: "password", of: account })}
          >
            {t("accounts.resetPassword")}
          </button>
        )}
        {account?.hasSecondFactor && (
          <button
            type="button"
            className="key"
            disabled={isBusy}
            onClick={() => resetting.mutate({ what: "factor", of: account })}
          >
            {t("accounts.resetFactor")}
          </button>
        )}
      </p>
    </form>
  );
}
