import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { SubjectProgress } from "../../api/types.ts";

/** Leads to a chain's page; other subjects have none and stand as they are. */
export function ChainLink({
  subject,
  children,
}: {
  readonly subject: SubjectProgress["subject"] | undefined;
  readonly children: ReactNode;
}) {
  if (subject?.kind !== "chain") return children;
  return (
    <Link to="/chain" search={(old) => ({ ...old, subject: subject.key })}>
      {children}
    </Link>
  );
}
