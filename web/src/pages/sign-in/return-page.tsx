import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useRouter, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Refusal } from "../../api/call.ts";
import { finishSignOn } from "../../api/session.ts";
import { FormProblem } from "../../components/field.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import type { Search } from "../../lib/search.ts";
import { firstPage, keptPlace, ownAddress } from "../../lib/sign-in.ts";
import { useWords } from "../../words/use-words.ts";
import "../../styles/forms.css";
import "./sign-in.css";

/** What is posted of the address besides its state. */
const returned = ["code", "iss", "error"] as const;

/** True of an address that no provider has made: whoever opens it is told so in an office's words, not by the names of its parts. */
const isUnreadable = (error: Error | null) => error instanceof Refusal && error.code.startsWith("malformed");

/**
 * Where the identity provider sends one back to. The cookies of ours are not sent by an address that another site leads to;
 * so this page itself posts what it was given, once, and goes on to where one came from.
 */
export function ReturnPage() {
  const { t } = useWords();
  const router = useRouter();
  const queryClient = useQueryClient();
  const search: Search = useSearch({ strict: false });
  const isSent = useRef(false);
  const isReturned = search.code !== undefined || search.error !== undefined;
  usePageTitle(t("signIn.title"));
  const finishing = useMutation({
    mutationFn: (query: string) => finishSignOn(queryClient, query),
    onSuccess: ({ step, powers }) => {
      const from = keptPlace();
      // What is still asked for, the page of signing in asks.
      if (step !== null) void router.navigate({ to: "/sign-in", search: { from }, replace: true });
      else router.history.replace(ownAddress(from) ?? firstPage(powers));
    },
  });
  useEffect(() => {
    if (isSent.current || !isReturned) return;
    isSent.current = true;
    const given = new URLSearchParams({ state: search.state ?? "" });
    for (const name of returned) if (search[name] !== undefined) given.set(name, search[name]);
    finishing.mutate(given.toString());
  }, [search, isReturned, finishing]);
  return (
    <div className="form sign-in-form">
      <h1>{t("signIn.title")}</h1>
      {finishing.isError || !isReturned ? (
        <>
          {isReturned && !isUnreadable(finishing.error) ? (
            <FormProblem error={finishing.error} otherwise={t("signIn.unsentReturn")} />
          ) : (
            <p className="form-problem" role="alert">
              {t("signIn.nothingReturned")}
            </p>
          )}
          <p className="form-keys">
            <Link to="/sign-in" search={{ from: keptPlace() }} className="key">
              {t("signIn.again")}
            </Link>
          </p>
        </>
      ) : (
        <p className="subtitle" role="status">
          {t("signIn.returning")}
        </p>
      )}
    </div>
  );
}
