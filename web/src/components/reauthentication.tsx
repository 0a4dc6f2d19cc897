import { lazy, Suspense, useEffect, useState } from "react";
import { onReauthentication } from "../api/call.ts";

// Nobody needs it before they have done something that asks for it.
const Dialog = lazy(async () => ({
  default: (await import("./reauthentication-dialog.tsx")).ReauthenticationDialog,
}));

/** Asks again who is there where an answer wants it, once for all answers that want it at that moment. */
export function Reauthentication() {
  const [asked, setAsked] = useState<{ readonly settle: (isShown: boolean) => void } | null>(null);
  useEffect(() => {
    let waiting: Promise<boolean> | null = null;
    return onReauthentication(() => {
      waiting ??= new Promise<boolean>((resolve) => setAsked({ settle: resolve })).finally(() => {
        waiting = null;
        setAsked(null);
      });
      return waiting;
    });
  }, []);
  return (
    asked && (
      <Suspense>
        <Dialog onSettled={asked.settle} />
      </Suspense>
    )
  );
}
