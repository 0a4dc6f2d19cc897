import { useMutation, useQueryClient } from "@tanstack/react-query";
import { signIn } from "../../api/session.ts";
import type { Session } from "../../api/types.ts";
import { Field } from "../../components/field.tsx";
import { useWords } from "../../words/use-words.ts";
import { FormFrame } from "./form-frame.tsx";

/** Name and password. */
export function NameForm({ onEnter }: { readonly onEnter: (session: Session) => void }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const signing = useMutation({
    mutationFn: (typed: { account: string; password: string }) => signIn(queryClient, typed),
    onSuccess: onEnter,
  });
  return (
    <FormFrame
      title={t("signIn.title")}
      error={signing.error}
      isBusy={signing.isPending}
      action={t("signIn.title")}
      onSubmit={(typed) => signing.mutate({ account: typed("account").trim(), password: typed("password") })}
    >
      <Field label={t("signIn.account")} name="account" autoComplete="username" required autoFocus />
      <Field
        label={t("signIn.password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        hint={t("signIn.forgotten")}
      />
    </FormFrame>
  );
}
