/** The key by which a file is chosen; on a phone it opens what the phone has. */
export function FileChoice({
  label,
  accept,
  isBusy,
  onFile,
}: {
  readonly label: string;
  readonly accept: string;
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}) {
  return (
    <label className="key file-choice" aria-disabled={isBusy}>
      {label}
      <input
        type="file"
        className="unseen"
        accept={accept}
        disabled={isBusy}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) onFile(file);
          // The same file, mended, is a new choice.
          target.value = "";
        }}
      />
    </label>
  );
}
