import { fileNameOf, fileTypeOf } from "@beizeng/server/domain/file-type.ts";
import { describe, expect, test } from "vitest";

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part)] : part)));
const short = (number: number) => [number & 255, number >> 8];
const long = (number: number) => [...short(number & 65535), ...short(number >>> 16)];

/** An archive whose table lists the members; what they hold does not matter. */
function archive(members: readonly string[], comment = ""): Uint8Array {
  const local = bytes("PK\x03\x04", new Array(26).fill(0));
  const entries = members.map((name) =>
    bytes("PK\x01\x02", new Array(24).fill(0), short(name.length), short(0), short(0), new Array(12).fill(0), name),
  );
  const directory = bytes(...entries.map((entry) => [...entry]));
  const count = short(members.length);
  const end = bytes("PK\x05\x06", short(0), short(0), count, count, long(directory.length), long(local.length));
  return bytes([...local], [...directory], [...end], short(comment.length), comment);
}

const types = "[Content_Types].xml";

describe("a file is what its bytes say", () => {
  test.each([
    ["pdf", bytes("%PDF-1.7\n")],
    ["png", bytes([0x89], "PNG\r\n", [0x1a], "\n")],
    ["jpg", bytes([0xff, 0xd8, 0xff, 0xe0])],
    ["docx", archive([types, "word/document.xml"])],
    ["xlsx", archive([types, "xl/workbook.xml"], "a comment at the end")],
  ])("%s", (ending, content) => expect(fileTypeOf(content)).toBe(ending));

  test.each([
    ["nothing", bytes()],
    ["a program", bytes("MZ\x90")],
    ["a page", bytes("<!doctype html><script>")],
    ["a drawing with scripts", bytes("<svg xmlns='http://www.w3.org/2000/svg'>")],
    ["an archive of something else", archive(["a.txt"])],
    ["a slide show", archive([types, "ppt/presentation.xml"])],
    ["an archive that only names a document", archive(["word/document.xml"])],
    ["a document with macros", archive([types, "word/document.xml", "word/vbaProject.bin"])],
    ["a workbook with macros", archive([types, "xl/workbook.xml", "xl/vbaProject.bin"])],
    ["the beginning of an archive", bytes("PK\x03\x04")],
    [
      "a table that leads outside",
      bytes("PK\x03\x04", "PK\x05\x06", short(0), short(0), short(9), short(9), long(9), long(4e9), short(0)),
    ],
    ["an old office document", bytes([0xd0, 0xcf, 0x11, 0xe0])],
  ])("%s is none", (_, content) => expect(fileTypeOf(content)).toBeNull());
});

test.each([
  ["批复.pdf", "pdf", "批复.pdf"],
  ["../../etc/passwd", "pdf", "passwd.pdf"],
  ["C:\\桌面\\名单.exe", "xlsx", "名单.xlsx"],
  ["a\u202Egpj.exe", "png", "agpj.png"],
  ['"><img>.png', "png", "img.png"],
  ["", "pdf", "file.pdf"],
  ["长".repeat(300), "pdf", `${"长".repeat(80)}.pdf`],
] as const)("the name %j of a %s is %j", (name, ending, kept) => expect(fileNameOf(name, ending)).toBe(kept));
