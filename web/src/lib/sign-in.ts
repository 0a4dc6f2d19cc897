import type { QueryClient } from "@tanstack/react-query";
import type { AnyRouter } from "@tanstack/react-router";
import { Refusal } from "../api/call.ts";
import type { Power } from "../api/types.ts";

const needs = ["sign-in-needed", "second-factor-needed", "second-factor-set-up-needed", "password-change-needed"];

/** True of the refusals that ask who is there, or for what signing in still lacks. */
export const asksToSignIn = (error: unknown): boolean => error instanceof Refusal && needs.includes(error.code);

/** True of the pages on which one signs in: the form, and where the identity provider sends one back to. */
export const isSigningIn = (pathname: string): boolean => pathname === "/sign-in" || pathname === "/sign-in/return";

/** The address of ours that somebody came from, null for any other: a link must not lead elsewhere by way of signing in. */
export function ownAddress(from: string | undefined): string | null {
  if (from === undefined || !from.startsWith("/") || !URL.canParse(from, location.origin)) return null;
  const { origin, pathname, search, hash } = new URL(from, location.origin);
  return origin === location.origin && !isSigningIn(pathname) ? `${pathname}${search}${hash}` : null;
}

/** Where somebody begins who did not come from anywhere: at what they have to report or to review, at the figures, or at what else they may do. */
export function firstPage(powers: readonly Power[]): string {
  const own = [
    ["write-figures", "/tasks"],
    ["review-submissions", "/reviews"],
    ["read-figures", "/overview"],
    ["manage-accounts", "/accounts"],
    ["manage-security", "/security"],
  ] as const;
  return own.find(([power]) => powers.includes(power))?.[1] ?? "/sign-in";
}

/** Whenever an answer is refused because nobody is signed in, shows the sign-in page, which comes back here. */
export function followToSignIn(queryClient: QueryClient, router: AnyRouter): void {
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "error" || !asksToSignIn(event.action.error)) return;
    const { pathname, href } = router.state.location;
    if (!isSigningIn(pathname)) void router.navigate({ to: "/sign-in", search: { from: href }, replace: true });
  });
}

const placeName = "beizeng-from";

/** Keeps where somebody came from while they are at the identity provider. */
export function keepPlace(from: string | undefined): void {
  if (from === undefined) sessionStorage.removeItem(placeName);
  else sessionStorage.setItem(placeName, from);
}

/** Where somebody came from before they went to the identity provider. */
export const keptPlace = (): string | undefined => sessionStorage.getItem(placeName) ?? undefined;
