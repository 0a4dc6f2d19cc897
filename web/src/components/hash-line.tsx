import { useRef, useState } from "react";
import { useWords } from "../words/use-words.ts";
import { CopyKey } from "./copy-key.tsx";

/** So many digits tell two hashes apart to an eye. */
const shortLength = 12;

/** A hash: its first digits, or all of them, and a key that copies the whole. */
export function HashLine({ hash, isWhole = false }: { readonly hash: string; readonly isWhole?: boolean }) {
  const { t } = useWords();
  const shown = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(isWhole);
  return (
    <span className="hash">
      <code ref={shown} title={hash}>
        {isOpen ? hash : hash.slice(0, shortLength)}
      </code>
      <CopyKey text={hash} label={t("copy.hash")} from={shown} onRefused={() => setOpen(true)} />
    </span>
  );
}
