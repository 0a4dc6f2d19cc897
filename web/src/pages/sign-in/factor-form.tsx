import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { encode } from "uqr";
import { confirmSecondFactor, proposeSecondFactor } from "../../api/session.ts";
import type { Session } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { CodeField } from "../../components/code-field.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { useWords } from "../../words/use-words.ts";
import { FormFrame } from "./form-frame.tsx";

/** Setting an authenticator up: take the secret over, then show by a code that it was. */
export function FactorForm({ onEnter }: { readonly onEnter: (session: Session) => void }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const proposal = useQuery({
    queryKey: ["second-factor-secret"],
    queryFn: proposeSecondFactor,
    // The secret that is shown is the one that counts: asked once, not again behind the page's back.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const confirming = useMutation({
    mutationFn: (code: string) => confirmSecondFactor(queryClient, code),
    onSuccess: onEnter,
  });
  return (
    <FormFrame
      title={t("signIn.factorTitle")}
      detail={t("signIn.factorDetail")}
      error={confirming.error}
      isBusy={confirming.isPending}
      action={t("signIn.goOn")}
      onSubmit={(typed) => confirming.mutate(typed("code").replaceAll(" ", ""))}
    >
      <Answered query={proposal} skeleton={<SkeletonLines lines={6} height={28} />}>
        {({ secret, address }) => (
          <div className="factor">
            <Square text={address} label={t("signIn.square")} />
            <p className="subtitle">{t("signIn.secret")}</p>
            <p className="factor-secret">{secret.match(/.{1,4}/g)?.join(" ")}</p>
          </div>
        )}
      </Answered>
      <CodeField isWrong={confirming.isError} />
    </FormFrame>
  );
}

/** A text as a square that a telephone reads. */
function Square({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg className="factor-square" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={path} />
    </svg>
  );
}
