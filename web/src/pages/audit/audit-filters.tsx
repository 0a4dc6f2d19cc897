import { useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useId } from "react";
import type { AuditPage } from "../../api/types.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";

const texts = ["actor", "entity"] as const;
const days = ["since", "until"] as const;

/** What narrows the rows: written on the address when it is sent off, so that a view can be kept and handed on. */
export function AuditFilters({ actions }: { readonly actions: AuditPage["actions"] }) {
  const { t, say } = useWords();
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const id = useId();
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const wordOf = (name: string) => String(typed.get(name) ?? "").trim() || undefined;
    const asked = Object.fromEntries([...texts, ...days, "action", "isRefused"].map((name) => [name, wordOf(name)]));
    void navigate({ to: "/audit", search: (old: Search) => ({ ...old, ...asked, before: undefined }) });
  };
  const clear = { actor: undefined, entity: undefined, since: undefined, until: undefined };
  const isNarrowed = [...texts, ...days, "action" as const, "isRefused" as const].some((name) => search[name]);
  return (
    // A new address brings what it says into the fields.
    <form key={JSON.stringify(search)} className="audit-filters screen-only" onSubmit={ask}>
      <div className="field">
        <label htmlFor={`${id}action`}>{t("audit.column.action")}</label>
        <select id={`${id}action`} name="action" defaultValue={search.action ?? ""}>
          <option value="">{t("audit.all")}</option>
          {actions.map(({ action, name }) => (
            <option key={action} value={action}>
              {say(name)}
            </option>
          ))}
        </select>
      </div>
      {texts.map((name) => (
        <div key={name} className="field">
          <label htmlFor={id + name}>{t(`audit.filter.${name}`)}</label>
          <input id={id + name} name={name} defaultValue={search[name] ?? ""} maxLength={200} autoComplete="off" />
        </div>
      ))}
      {days.map((name) => (
        <div key={name} className="field field-day">
          <label htmlFor={id + name}>{t(`audit.filter.${name}`)}</label>
          <input id={id + name} name={name} type="date" defaultValue={search[name] ?? ""} />
        </div>
      ))}
      <label className="field-check">
        <input type="checkbox" name="isRefused" value="true" defaultChecked={search.isRefused === "true"} />
        {t("audit.filter.isRefused")}
      </label>
      <p className="audit-ways">
        <button type="submit" className="key">
          {t("audit.ask")}
        </button>
        {isNarrowed && (
          <button
            type="button"
            className="key"
            onClick={() =>
              void navigate({
                to: "/audit",
                search: (old: Search) => ({
                  ...old,
                  ...clear,
                  action: undefined,
                  isRefused: undefined,
                  before: undefined,
                }),
              })
            }
          >
            {t("audit.clear")}
          </button>
        )}
      </p>
    </form>
  );
}
