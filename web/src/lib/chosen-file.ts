/** As much as the server takes of a workbook. */
const mostBytes = 5 * 1024 * 1024;

/** A file as it was when it was chosen. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Blob;
}

/**
 * Reads a chosen file at once: what is looked at and what is taken over are the same bytes, though the file be saved anew in
 * between. Answers why not where it is larger than the server takes, or cannot be read.
 */
export async function readChosen(file: File): Promise<ChosenFile | "tooLarge" | "unreadable"> {
  if (file.size > mostBytes) return "tooLarge";
  try {
    return { name: file.name, bytes: new Blob([await file.arrayBuffer()]) };
  } catch {
    return "unreadable";
  }
}
