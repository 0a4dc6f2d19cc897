import type { Light } from "../api/types.ts";
import { useWords } from "../words/use-words.ts";
import { LightShape } from "./light-shape.tsx";

/** A light as colour, shape and word together; "—" where there is none; 逾期完成 where a missed target was met later. */
export function LightBadge({
  light,
  isMetLate = false,
}: {
  readonly light: Light | null;
  readonly isMetLate?: boolean;
}) {
  const { t } = useWords();
  if (!light) return <span className="light">{t("light.none")}</span>;
  return (
    <span className="light">
      <LightShape light={light} />
      <span className="light-word">{isMetLate ? t("light.late") : t(`light.${light}`)}</span>
    </span>
  );
}
