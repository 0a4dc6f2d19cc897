/** A clause ends with its comma, colon or full stop; in English a space follows, which stays between the clauses. */
const clauseEnd = /(?<=[，；：。])|(?<=[,;:]) /;

/** A sentence that breaks between its clauses before it breaks within one. */
export function Clauses({ children }: { readonly children: string }) {
  const isSpaced = children.includes(" ");
  return children.split(clauseEnd).map((clause, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: clauses have no other identity than their place
    <span key={place}>
      {place > 0 && isSpaced && " "}
      <span className="clause">{clause}</span>
    </span>
  ));
}
