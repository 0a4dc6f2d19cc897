import { SkeletonLines } from "../../components/skeleton.tsx";

/** 本月研判 before its figures are here: the sentence, the headline rows, the chart and the lists beside it. */
export const OverviewSkeleton = () => (
  <div className="overview">
    <div className="overview-head">
      <SkeletonLines lines={1} height={34} />
    </div>
    <div className="overview-headline block">
      <SkeletonLines lines={4} height={36} />
    </div>
    <BelowSkeleton />
  </div>
);

/** The part below the headline alone. */
export const BelowSkeleton = () => (
  <>
    <div className="overview-rail block">
      <SkeletonLines lines={7} />
    </div>
    <div className="overview-main block">
      <SkeletonLines lines={10} height={28} />
    </div>
  </>
);
