/** Workbooks on their way: the headers of one that is had, the body of one that is sent. */
import { Type } from "typebox";
import { limits } from "../imports/limits.ts";
import { RefusedError } from "../problems.ts";

/** More than is taken, so that what is too large is refused by a sentence. */
export const upload = { bodyLimit: 2 * limits.bytes, config: { carries: "upload" } } as const;

/** The file itself, whatever it is: its bytes say that. */
export const fileBody = { content: { "application/octet-stream": { schema: Type.Unknown() } } };

/** The headers of a workbook that is downloaded, with a name in Chinese, and one for programs that cannot read that. */
export function downloaded(name: string, plainName: string) {
  return {
    "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "content-disposition": `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "cache-control": "private, no-store",
  };
}

/** The bytes of the file that is sent. */
export function fileIn(sent: unknown): Uint8Array {
  if (!Buffer.isBuffer(sent)) throw new RefusedError({ code: "file-missing" });
  return new Uint8Array(sent);
}
