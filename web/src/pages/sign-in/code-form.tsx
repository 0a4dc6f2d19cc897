import { useMutation, useQueryClient } from "@tanstack/react-query";
import { giveCode } from "../../api/session.ts";
import type { Session } from "../../api/types.ts";
import { CodeField } from "../../components/code-field.tsx";
import { useWords } from "../../words/use-words.ts";
import { FormFrame } from "./form-frame.tsx";

/** The code of one's authenticator. */
export function CodeForm({ onEnter }: { readonly onEnter: (session: Session) => void }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const giving = useMutation({ mutationFn: (code: string) => giveCode(queryClient, code), onSuccess: onEnter });
  return (
    <FormFrame
      title={t("signIn.codeTitle")}
      detail={t("signIn.codeDetail")}
      error={giving.error}
      isBusy={giving.isPending}
      action={t("signIn.goOn")}
      onSubmit={(typed) => giving.mutate(typed("code").replaceAll(" ", ""))}
    >
      <CodeField isWrong={giving.isError} />
    </FormFrame>
  );
}
