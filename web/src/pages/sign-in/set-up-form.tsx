import { useMutation, useQueryClient } from "@tanstack/react-query";
import { setUp } from "../../api/session.ts";
import type { Session } from "../../api/types.ts";
import { Field, isAbout } from "../../components/field.tsx";
import { useWords } from "../../words/use-words.ts";
import { FormFrame } from "./form-frame.tsx";

/** The first administrator of a production workspace. */
export function SetUpForm(props: {
  readonly profile: Session["passwordProfile"];
  readonly onEnter: (session: Session) => void;
}) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const setting = useMutation({
    mutationFn: (typed: Parameters<typeof setUp>[1]) => setUp(queryClient, typed),
    onSuccess: props.onEnter,
  });
  const { error } = setting;
  return (
    <FormFrame
      title={t("signIn.setUpTitle")}
      detail={t("signIn.setUpDetail")}
      error={error}
      isBusy={setting.isPending}
      action={t("signIn.setUpAction")}
      onSubmit={(typed) =>
        setting.mutate({
          code: typed("code"),
          account: typed("account").trim(),
          name: typed("name").trim(),
          password: typed("password"),
        })
      }
    >
      <Field
        label={t("signIn.setUpCode")}
        name="code"
        autoComplete="off"
        required
        autoFocus
        isWrong={isAbout(error, "code")}
      />
      <Field
        label={t("signIn.account")}
        name="account"
        autoComplete="username"
        required
        isWrong={isAbout(error, "account")}
      />
      <Field label={t("signIn.name")} name="name" autoComplete="name" required isWrong={isAbout(error, "name")} />
      <Field
        label={t("signIn.password")}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        hint={t(`signIn.profile.${props.profile}`)}
        isWrong={isAbout(error, "password")}
      />
    </FormFrame>
  );
}
