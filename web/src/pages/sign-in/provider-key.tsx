import { useMutation } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { beginSignOn } from "../../api/session.ts";
import { FormProblem } from "../../components/field.tsx";
import type { Search } from "../../lib/search.ts";
import { keepPlace } from "../../lib/sign-in.ts";
import { useWords } from "../../words/use-words.ts";

/** The key that leads to the county's identity provider, with what was refused on the way. */
export function ProviderKey() {
  const { t } = useWords();
  const { from }: Search = useSearch({ strict: false });
  const beginning = useMutation({
    mutationFn: beginSignOn,
    onSuccess: ({ address }) => {
      keepPlace(from);
      window.location.assign(address);
    },
  });
  return (
    <section className="form sign-in-provider">
      <p className="subtitle">{t("signIn.provider")}</p>
      <FormProblem error={beginning.error} otherwise={t("signIn.unsent")} />
      <p className="form-keys">
        <button type="button" className="key" disabled={beginning.isPending} onClick={() => beginning.mutate()}>
          {t("signIn.providerAction")}
        </button>
      </p>
    </section>
  );
}
