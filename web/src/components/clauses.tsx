/** A clause ends with its comma, colon or full stop, in either script. */
const clauseEnd = /(?<=[，；：。]|[,;:] )/;

/** A sentence that breaks between its clauses before it breaks within one. */
export function Clauses({ children }: { readonly children: string }) {
  return children.split(clauseEnd).map((clause, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: clauses have no other identity than their place
    <span key={place} className="clause">
      {clause}
    </span>
  ));
}
