import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { changeSecurity, securityQuery, unlockName } from "../../api/accounts.ts";
import { sessionQuery } from "../../api/session.ts";
import type { Security } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { Field, FormProblem } from "../../components/field.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useWords } from "../../words/use-words.ts";
import "../../styles/forms.css";
import "./security.css";

const profiles = ["dengbao", "asvs"] as const;

/** 安全设置: rules for passwords, second factor and lock, and who is locked out. */
export function SecurityPage() {
  const { t } = useWords();
  const query = useQuery(securityQuery);
  usePageTitle(t("security.title"));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={10} height={28} />}>
      {(data) => (
        <div className="security">
          <h1>{t("security.title")}</h1>
          <SettingsForm key={data.changedAt} data={data} />
          <LockedNames data={data} />
        </div>
      )}
    </Answered>
  );
}

function SettingsForm({ data }: { readonly data: Security }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const { hasSingleSignOn = false } = useQuery(sessionQuery).data ?? {};
  const saving = useMutation({
    mutationFn: (typed: FormData) =>
      changeSecurity(queryClient, {
        passwordProfile: profiles.find((profile) => profile === typed.get("profile")) ?? data.passwordProfile,
        isSecondFactorRequired: typed.has("factor"),
        isSingleSignOnSecondFactor: hasSingleSignOn ? typed.has("singleSignOn") : data.isSingleSignOnSecondFactor,
        isWallOpen: typed.has("wall"),
        lockAfter: Number(typed.get("lockAfter")),
        lockMinutes: Number(typed.get("lockMinutes")),
        seen: data.changedAt,
      }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.mutate(new FormData(event.currentTarget));
  };
  return (
    <form className="form block" onSubmit={submit}>
      <fieldset className="security-choices">
        <legend>{t("security.passwords")}</legend>
        {profiles.map((profile) => (
          <label key={profile}>
            <input type="radio" name="profile" value={profile} defaultChecked={data.passwordProfile === profile} />
            <span>
              {t(`security.profile.${profile}`)}
              <small className="aside">{t(`signIn.profile.${profile}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className="security-choices">
        <legend>{t("signIn.codeTitle")}</legend>
        <label>
          <input type="checkbox" name="factor" defaultChecked={data.isSecondFactorRequired} />
          <span>{t("security.factor")}</span>
        </label>
        {hasSingleSignOn && (
          <label>
            <input type="checkbox" name="singleSignOn" defaultChecked={data.isSingleSignOnSecondFactor} />
            <span>{t("security.singleSignOn")}</span>
          </label>
        )}
      </fieldset>
      <fieldset className="security-choices">
        <legend>{t("security.wall")}</legend>
        <label>
          <input type="checkbox" name="wall" defaultChecked={data.isWallOpen} />
          <span>
            {t("security.wallOpen")}
            <small className="aside">{t("security.wallNote")}</small>
          </span>
        </label>
      </fieldset>
      <Field
        label={t("security.lockAfter")}
        name="lockAfter"
        type="number"
        min={3}
        max={5}
        required
        defaultValue={data.lockAfter}
      />
      <Field
        label={t("security.lockMinutes")}
        name="lockMinutes"
        type="number"
        min={15}
        max={1440}
        required
        defaultValue={data.lockMinutes}
      />
      <FormProblem error={saving.error} otherwise={t("signIn.unsent")} />
      <p className="form-keys">
        <button type="submit" className="key key-strong" disabled={saving.isPending}>
          {t("accounts.save")}
        </button>
      </p>
      {data.changedBy && data.changedAt && (
        <p className="subtitle">
          {t("security.changed", { by: data.changedBy, at: new Date(data.changedAt).toLocaleString("zh-CN") })}
        </p>
      )}
    </form>
  );
}

function LockedNames({ data }: { readonly data: Security }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const unlocking = useMutation({ mutationFn: (name: string) => unlockName(queryClient, name) });
  return (
    <section className="block">
      <h2>{t("security.locked")}</h2>
      {data.locked.length === 0 && <EmptyNote>{t("security.lockedNone")}</EmptyNote>}
      <FormProblem error={unlocking.error} otherwise={t("signIn.unsent")} />
      <ul className="locked-names">
        {data.locked.map(({ name, until }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="aside">
              {t("security.until", { at: new Date(until).toLocaleTimeString("zh-CN", { hour12: false }) })}
            </span>
            <button type="button" className="key" onClick={() => unlocking.mutate(name)}>
              {t("security.unlock")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
