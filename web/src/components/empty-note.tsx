import type { ReactNode } from "react";

/** Says what would stand here and who can fill it, in the place where it would stand. */
export const EmptyNote = ({ children }: { readonly children: ReactNode }) => <p className="empty">{children}</p>;
