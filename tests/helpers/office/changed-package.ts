/** A package of which one part says something else, to see that it is found. */
import { zipped } from "@beizeng/server/exports/office/zip.ts";
import { openedPackage } from "./opened-package.ts";

/** A package with a part's text changed; throws where there is nothing to change. */
export function changedPackage(file: Uint8Array, part: RegExp, from: string | RegExp, to: string): Uint8Array {
  const { names, bytes } = openedPackage(file);
  let isChanged = false;
  const parts = names.map((name) => {
    const content = bytes(name);
    if (isChanged || !part.test(name)) return { name, content };
    const text = Buffer.from(content).toString();
    const other = text.replace(from, to);
    isChanged = other !== text;
    return { name, content: other };
  });
  if (!isChanged) throw new Error(`nothing to change by ${from}`);
  return zipped(parts);
}
