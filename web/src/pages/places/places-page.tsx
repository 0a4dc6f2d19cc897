import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useContext } from "react";
import { headlineKindsQuery, headlineLightsQuery, headlinesQuery } from "../../api/places.ts";
import { plansQuery } from "../../api/plans.ts";
import type { HeadlineKind } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { kindKey } from "../../lib/headline-kinds.ts";
import type { Search } from "../../lib/search.ts";
import { BasisContext } from "../../words/basis.ts";
import { useWords } from "../../words/use-words.ts";
import { PlaceChoices } from "./place-choices.tsx";
import { PlacesTold } from "./places-told.tsx";
import "./places.css";

/** 各地对照: one headline target of all places side by side, and its lights over all months. */
export function PlacesPage() {
  const { t } = useWords();
  const kinds = useQuery(headlineKindsQuery);
  return (
    <div className="places">
      <Answered query={kinds} skeleton={<SkeletonLines lines={12} height={32} />}>
        {({ kinds: known }) =>
          known.length === 0 ? (
            <>
              <h1>{t("places.title")}</h1>
              <EmptyNote>{t("places.none")}</EmptyNote>
            </>
          ) : (
            <OfKind kinds={known} />
          )
        }
      </Answered>
    </div>
  );
}

/** What the address asks for, whether there is such a target or not: that is for the server to say. */
function useAsked() {
  const { indicator: key = "", month = "" }: Search = useSearch({ strict: false });
  const basis = useContext(BasisContext);
  const [indicator = "", reading = "", horizon = ""] = key.split(".");
  return { key, month, asked: { indicator, reading, horizon, basis } };
}

function OfKind({ kinds }: { readonly kinds: readonly HeadlineKind[] }) {
  const { t, month: nameMonth } = useWords();
  const { key, month, asked } = useAsked();
  const kind = kinds.find((each) => kindKey(each) === key);
  const headlines = useQuery(headlinesQuery({ ...asked, month }));
  const lights = useQuery(headlineLightsQuery(asked));
  const plans = useQuery(plansQuery);
  usePageTitle(t("places.title"), nameMonth(month));
  return (
    <>
      <PlaceChoices kinds={kinds} chosen={kind} asked={key} month={month} />
      <Answered query={plans} skeleton={<SkeletonLines lines={12} height={32} />}>
        {({ plans: all }) => (
          <Answered query={headlines} skeleton={<SkeletonLines lines={12} height={32} />}>
            {(data) => kind && <PlacesTold kind={kind} headlines={data} lights={lights} plans={all} />}
          </Answered>
        )}
      </Answered>
    </>
  );
}
