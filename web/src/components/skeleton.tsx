/** Grey bars in the shape of `lines` rows of text, each `height` px with the rhythm of the rows they stand for. */
export function SkeletonLines({ lines, height = 20 }: { readonly lines: number; readonly height?: number }) {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <span key={line} style={{ height, width: `${96 - ((line * 17) % 31)}%` }} />
      ))}
    </div>
  );
}
