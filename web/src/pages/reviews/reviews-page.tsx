import { useQuery } from "@tanstack/react-query";
import { reviewsQuery } from "../../api/reviews.ts";
import type { ReviewQueue } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useWords } from "../../words/use-words.ts";
import { ReviewDesk } from "./review-desk.tsx";
import "../../styles/forms.css";
import "./reviews.css";

/** 审核: what waits for review, what is unusual on top; what nothing marks can be accepted together. */
export function ReviewsPage() {
  const { t } = useWords();
  const query = useQuery(reviewsQuery);
  usePageTitle(t("reviews.title"));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={8} height={36} />}>
      {(data) => <Queue queue={data} />}
    </Answered>
  );
}

function Queue({ queue: { items } }: { readonly queue: ReviewQueue }) {
  const { t } = useWords();
  const marked = items.filter(({ findings }) => findings.length > 0).length;
  return (
    <div className="reviews">
      <header>
        <h1>{items.length === 0 ? t("reviews.seenNone") : t("reviews.seen", { count: items.length, marked })}</h1>
        {items.length > 0 && <p className="subtitle">{t("reviews.subtitle")}</p>}
      </header>
      <ReviewDesk items={items} />
      {items.length === 0 && <EmptyNote>{t("reviews.none")}</EmptyNote>}
    </div>
  );
}
