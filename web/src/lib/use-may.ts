import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "../api/session.ts";
import type { Power } from "../api/types.ts";

/** True when who is signed in has a power; false until that is known. */
export function useMay(power: Power): boolean {
  const { data } = useQuery(sessionQuery);
  return data?.powers.includes(power) ?? false;
}
