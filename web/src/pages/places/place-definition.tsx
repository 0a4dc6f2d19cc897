import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { planQuery } from "../../api/plans.ts";
import type { HeadlineKind, PlanTarget } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { Clause, Quoting } from "../../components/original.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import type { PlaceRow } from "./place-rows.ts";

/** How a place's own plan puts the target: its words, where they stand, from where it counts and how it is paced. */
export function PlaceDefinition({ row, kind }: { readonly row: PlaceRow; readonly kind: HeadlineKind }) {
  const query = useQuery(planQuery(row.plan.key));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={3} height={20} />}>
      {({ targets }) => {
        const target = targets.find(({ key }) => key === row.row.target);
        return target && <Said row={row} kind={kind} target={target} />;
      }}
    </Answered>
  );
}

function Said({
  row: { plan },
  kind,
  target,
}: {
  readonly row: PlaceRow;
  readonly kind: HeadlineKind;
  readonly target: PlanTarget;
}) {
  const { t, say, month } = useWords();
  const said: readonly (readonly [string, ReactNode])[] = [
    [
      t("places.said.plan"),
      <>
        {say(plan.title)}{" "}
        <Link to="/plan" search={({ lang }: Search): Search => ({ plan: plan.key, lang })} preload={false}>
          {t("places.toPlan")}
        </Link>
      </>,
    ],
    [t("places.said.text"), say(target.text)],
    [t("places.said.clause"), <Clause key="clause">{target.clause}</Clause>],
    [
      t("places.said.definition"),
      kind.definition ? <Quoting key="definition">{say(kind.definition)}</Quoting> : t("places.said.definitionNone"),
    ],
    [t("places.said.origin"), month(target.origin)],
    [t("places.said.curve"), t(`curve.${target.curve}`)],
    [t("places.said.hardness"), t(`hardness.${target.hardness}`)],
    ...(target.ambiguous
      ? [[t("places.said.ambiguous"), <Quoting key="ambiguous">{say(target.ambiguous)}</Quoting>] as const]
      : []),
    ...(target.implied
      ? [[t("places.said.implied"), <Quoting key="implied">{say(target.implied)}</Quoting>] as const]
      : []),
  ];
  return (
    <dl className="place-said">
      {said.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
