import type { SubjectTarget } from "../../api/types.ts";
import { useWords } from "../../words/use-words.ts";

/** The forecast of a target in words, its method named beside it; nothing where none may be shown. */
export function ForecastNote({ each, isNamed }: { readonly each: SubjectTarget; readonly isNamed: boolean }) {
  const { t, say, month, quantity } = useWords();
  const { forecast, target } = each;
  if (!forecast) return null;
  const unit = target.unit;
  return (
    <p className="chain-forecast">
      {isNamed && <strong>{say(target.text)}</strong>}{" "}
      {t("chain.forecast.sentence", {
        deadline: month(forecast.deadline),
        projected: quantity(forecast.projected.text, unit),
        low: forecast.low.text,
        high: quantity(forecast.high.text, unit),
        probability: forecast.probability.text,
        pace: quantity(forecast.pace.text, unit),
      })}
      <span className="aside"> {t("chain.forecast.method", { method: say(forecast.methodName) })}</span>
    </p>
  );
}
