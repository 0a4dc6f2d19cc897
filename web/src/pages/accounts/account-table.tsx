import type { Account, Accounts } from "../../api/types.ts";
import { Original } from "../../components/original.tsx";
import { useWords } from "../../words/use-words.ts";

/** All accounts, each with what it is and the way to change it. */
export function AccountTable(props: { readonly data: Accounts; readonly onOpen: (account: Account) => void }) {
  const { t, say } = useWords();
  const { accounts, units } = props.data;
  const names = new Map(units.flatMap(({ departments }) => departments.map(({ key, name }) => [key, say(name)])));
  const standing = ({ isDisabled, mustChangePassword, hasSecondFactor }: Account) =>
    [
      isDisabled ? t("accounts.disabled") : t("accounts.inUse"),
      ...(mustChangePassword ? [t("accounts.mustChange")] : []),
      ...(hasSecondFactor ? [t("accounts.hasFactor")] : []),
    ].join(t("accounts.and"));
  return (
    <div className="table-frame">
      <table className="figures accounts-table">
        <thead>
          <tr>
            <th scope="col">{t("accounts.name")}</th>
            <th scope="col">{t("accounts.role")}</th>
            <th scope="col" className="wide-only">
              {t("accounts.units")}
            </th>
            <th scope="col" className="wide-only">
              {t("accounts.standing")}
            </th>
            <th scope="col">
              <span className="unseen">{t("accounts.change")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.key} className={account.isDisabled ? "account-disabled" : undefined}>
              <th scope="row">
                <Original>
                  {account.name}
                  {account.name !== account.key && <small className="aside">{account.key}</small>}
                </Original>
              </th>
              <td className="account-role">{t(`role.${account.role}`)}</td>
              <td className="wide-only account-units">
                {account.departments.map((key) => names.get(key) ?? key).join(t("accounts.and")) || "—"}
              </td>
              <td className="wide-only">{standing(account)}</td>
              <td className="figure">
                <button
                  type="button"
                  className="account-open"
                  aria-label={t("accounts.changeOf", { name: account.name })}
                  onClick={() => props.onOpen(account)}
                >
                  {t("accounts.change")}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
