import type { EvidenceFile } from "../api/types.ts";
import { Original } from "./original.tsx";

/** The files that prove a figure; for whoever may not read the paper they are names. */
export function EvidenceLinks({
  label,
  files,
  mayOpen = true,
}: {
  readonly label: string;
  readonly files: readonly EvidenceFile[];
  readonly mayOpen?: boolean;
}) {
  if (files.length === 0) return null;
  return (
    <p className="evidence">
      <span className="aside">{label}</span>
      {files.map(({ id, name }) =>
        mayOpen ? (
          <a key={id} href={`/api/evidence/${id}`} download={name}>
            <Original>{name}</Original>
          </a>
        ) : (
          <Original key={id}>{name}</Original>
        ),
      )}
    </p>
  );
}
