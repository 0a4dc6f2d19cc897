import type { Accounts } from "../../api/types.ts";
import { useWords } from "../../words/use-words.ts";

/** The units of every plan, to be ticked; a plan of which one is ticked stands open. */
export function UnitChoice(props: {
  readonly units: Accounts["units"];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}) {
  const { t, say } = useWords();
  const { units, chosen, onChoose } = props;
  const turn = (key: string, isOn: boolean) => onChoose(isOn ? [...chosen, key] : chosen.filter((one) => one !== key));
  return (
    <fieldset>
      <legend>{t("accounts.unitsFor")}</legend>
      {units.map(({ plan, place, departments }) => {
        const count = departments.filter(({ key }) => chosen.includes(key)).length;
        return (
          <details key={plan} className="rest" open={count > 0 || units.length === 1}>
            <summary>
              {say(place)} {count > 0 && t("accounts.chosen", { count })}
            </summary>
            <p className="unit-choices">
              {departments.map(({ key, name }) => (
                <label key={key}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(key)}
                    onChange={(event) => turn(key, event.target.checked)}
                  />{" "}
                  {say(name)}
                </label>
              ))}
            </p>
          </details>
        );
      })}
    </fieldset>
  );
}
