import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changePassword } from "../../api/session.ts";
import type { Session } from "../../api/types.ts";
import { Field, isAbout } from "../../components/field.tsx";
import { useWords } from "../../words/use-words.ts";
import { FormFrame } from "./form-frame.tsx";

/** A new password, by who knows the one that stands. */
export function PasswordForm(props: {
  readonly profile: Session["passwordProfile"];
  readonly onEnter: (session: Session) => void;
}) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const changing = useMutation({
    mutationFn: (typed: { standing: string; password: string }) => changePassword(queryClient, typed),
    onSuccess: props.onEnter,
  });
  return (
    <FormFrame
      title={t("signIn.passwordTitle")}
      detail={t("signIn.passwordDetail")}
      error={changing.error}
      isBusy={changing.isPending}
      action={t("signIn.passwordAction")}
      onSubmit={(typed) => changing.mutate({ standing: typed("standing"), password: typed("password") })}
    >
      <Field
        label={t("signIn.standing")}
        name="standing"
        type="password"
        autoComplete="current-password"
        required
        isWrong={isAbout(changing.error, "standing")}
      />
      <Field
        label={t("signIn.newPassword")}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        hint={t(`signIn.profile.${props.profile}`)}
        isWrong={isAbout(changing.error, "password")}
      />
    </FormFrame>
  );
}
