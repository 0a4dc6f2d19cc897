import { useNavigate, useSearch } from "@tanstack/react-router";
import { useId } from "react";
import type { HeadlineKind } from "../../api/types.ts";
import { BasisSwitch } from "../../components/basis-switch.tsx";
import { kindKey } from "../../lib/headline-kinds.ts";
import { monthsBetween } from "../../lib/month.ts";
import type { Search } from "../../lib/search.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";

/** Which target of all places, and which month: what is chosen stands on the address. */
export function PlaceChoices({
  kinds,
  chosen,
  asked,
  month,
}: {
  readonly kinds: readonly HeadlineKind[];
  readonly chosen: HeadlineKind | undefined;
  /** What the address asks for, which may be none of them. */
  readonly asked: string;
  readonly month: string;
}) {
  const words = useWords();
  const { t, month: nameMonth, horizon } = words;
  const navigate = useNavigate();
  const id = useId();
  const ask = (change: Search) =>
    void navigate({ to: ".", search: (old: Search) => ({ ...old, ...change }), resetScroll: false });
  const months = chosen ? monthsBetween(chosen.firstMonth, chosen.lastMonth).reverse() : [];
  const groups = [
    { name: t("places.several"), kinds: kinds.filter(({ plans }) => plans > 1) },
    { name: t("places.single"), kinds: kinds.filter(({ plans }) => plans === 1) },
  ];
  const nameOf = (kind: HeadlineKind) =>
    t("places.kindOption", {
      name: indicatorName(words, { ...kind, scopeName: null }),
      horizon: horizon(kind.horizon, true),
      count: kind.plans,
    });
  return (
    <section className="pickers places-choices screen-only" aria-label={t("pick.label")}>
      <div className="picker picker-plan">
        <label htmlFor={`${id}kind`}>{t("places.kind")}</label>
        <select
          id={`${id}kind`}
          value={chosen ? asked : ""}
          onChange={({ target }) => ask({ indicator: target.value })}
        >
          {!chosen && <option value="">{asked}</option>}
          {groups.map(
            ({ name, kinds: known }) =>
              known.length > 0 && (
                <optgroup key={name} label={name}>
                  {known.map((kind) => (
                    <option key={kindKey(kind)} value={kindKey(kind)}>
                      {nameOf(kind)}
                    </option>
                  ))}
                </optgroup>
              ),
          )}
        </select>
      </div>
      <div className="picker picker-month">
        <label htmlFor={`${id}month`}>{t("places.month")}</label>
        <select id={`${id}month`} value={month} onChange={({ target }) => ask({ month: target.value })}>
          {!months.includes(month) && <option value={month}>{nameMonth(month)}</option>}
          {months.map((each) => (
            <option key={each} value={each}>
              {nameMonth(each)}
            </option>
          ))}
        </select>
      </div>
      <BasisSwitch />
    </section>
  );
}

/** Which of the places are looked at, and whether by the place above. */
export function PlaceFinder({ said }: { readonly said: string }) {
  const { t } = useWords();
  const { find = "", group }: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const ask = (change: Search) =>
    void navigate({ to: ".", search: (old: Search) => ({ ...old, ...change }), replace: true, resetScroll: false });
  return (
    <div className="place-finder screen-only">
      <input
        type="search"
        aria-label={t("places.find")}
        placeholder={t("places.findHint")}
        value={find}
        maxLength={100}
        onChange={({ target }) => ask({ find: target.value === "" ? undefined : target.value })}
      />
      <button
        type="button"
        className="key"
        aria-pressed={group !== "none"}
        onClick={() => ask({ group: group === "none" ? undefined : "none" })}
      >
        {t("places.group")}
      </button>
      <span className="aside" role="status">
        {said}
      </span>
    </div>
  );
}
