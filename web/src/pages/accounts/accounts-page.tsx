import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { accountsQuery } from "../../api/accounts.ts";
import type { Account, Accounts } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useWords } from "../../words/use-words.ts";
import { AccountForm } from "./account-form.tsx";
import { AccountTable } from "./account-table.tsx";
import { type Given, GivenPassword } from "./given-password.tsx";
import "../../styles/forms.css";
import "./accounts.css";

/** 账号管理: who may sign in, as what, for which units. */
export function AccountsPage() {
  const { t } = useWords();
  const query = useQuery(accountsQuery);
  usePageTitle(t("accounts.title"));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={12} height={28} />}>
      {(data) => <AccountsBoard data={data} />}
    </Answered>
  );
}

function AccountsBoard({ data }: { readonly data: Accounts }) {
  const { t } = useWords();
  const [open, setOpen] = useState<Account | "new" | null>(null);
  const [given, setGiven] = useState<Given | null>(null);
  const close = () => setOpen(null);
  const give = (one: Given) => {
    setGiven(one);
    close();
  };
  const inUse = data.accounts.filter(({ isDisabled }) => !isDisabled).length;
  return (
    <div className="accounts">
      <header className="accounts-head">
        <div>
          <h1>{t("accounts.title")}</h1>
          <p className="subtitle">{t("accounts.subtitle", { all: data.accounts.length, inUse })}</p>
        </div>
        <button type="button" className="key key-strong" onClick={() => setOpen("new")}>
          {t("accounts.make")}
        </button>
      </header>
      {given && <GivenPassword given={given} onClose={() => setGiven(null)} />}
      {open && (
        <AccountForm
          key={open === "new" ? "" : `${open.key} ${open.version}`}
          account={open === "new" ? null : open}
          units={data.units}
          onClose={close}
          onGive={give}
        />
      )}
      <AccountTable data={data} onOpen={setOpen} />
    </div>
  );
}
