import { createContext } from "react";

/** Whose figures a page speaks of: the departments' own, or those that the statistics bureau confirmed. */
export type Basis = "department" | "statistics";

/** The basis that an address asks for; the departments' where it asks for none that we have. */
export const basisOf = (word: string | undefined): Basis => (word === "statistics" ? "statistics" : "department");

/** What the words of a page are told by: a figure that is not confirmed is 未核定, where another would be 未报. */
export const BasisContext = createContext<Basis>("department");
