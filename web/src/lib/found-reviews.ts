import type { ReviewItem } from "../api/types.ts";

/** The submissions in whose unit, place, plan, period or submitter every asked word stands, in their order; all where nothing is asked. */
export function foundReviews(items: readonly ReviewItem[], asked: string | undefined): readonly ReviewItem[] {
  const words = (asked ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items.filter(({ departmentName, place, planTitle, period, submittedBy }) => {
    const texts = [departmentName, place, planTitle].flatMap(({ zh, en }) => [zh, en]);
    const text = [...texts, period, submittedBy].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
