/** The office's scanner is asked of each file that is sent in, before anything is kept of it. ASVS 5.4.3. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigError } from "@beizeng/server/config-error.ts";
import { scannerOf } from "@beizeng/server/scanner.ts";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { samplePlan } from "./sample-plan.ts";

/** The agreed test of scanners, in two parts lest one finds it here. */
const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");
const folder = mkdtempSync(join(tmpdir(), "beizeng-scanner-"));
afterAll(() => rmSync(folder, { recursive: true }));

function program(name: string, script: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}
const finding = program("finding", "if grep -aq EICAR-STANDARD; then exit 1; fi");
const failing = program("failing", "cat > /dev/null; exit 2");
const deaf = program("deaf", "exit 0");
const slow = program("slow", "exec sleep 30");

describe("a scanner", () => {
  test.each([
    [finding, "%PDF-1.7 good", "clean"],
    [finding, `%PDF-1.7 ${eicar}`, "infected"],
    [failing, "%PDF-1.7 good", "unknown"],
    [slow, "%PDF-1.7 good", "unknown"],
  ])("%s of %s says %s", async (command, content, said) => {
    expect(await scannerOf(command, 300)?.(Buffer.from(content))).toBe(said);
  });

  test("that does not read to the end is taken by its word", async () => {
    expect(await scannerOf(deaf)?.(Buffer.alloc(5_000_000))).toBe("clean");
  });

  test("is none where none is named, and a program that can be run where one is", () => {
    expect(scannerOf(undefined)).toBeNull();
    for (const command of ["", "clamdscan -", "/nowhere/clamdscan -", folder.replace("tmp", "nothing")]) {
      expect(() => scannerOf(command), command).toThrow(ConfigError);
    }
  });
});

describe("a file that is sent in", () => {
  let opened: TestApp;
  afterEach(() => opened.dispose());
  const line = "/api/plans/sample-2022/papers/industry/2022-06";

  async function send(command: string, url: string, content: string) {
    opened = await openTestApp([samplePlan()], { kind: "production", scan: scannerOf(command) });
    const clerk = await opened.as("reporter", ["industry"]);
    const headers = { ...clerk, "content-type": "application/octet-stream" };
    const response = await opened.app.inject({ method: "POST", url, headers, payload: Buffer.from(content) });
    const kept = await opened.runRaw("SELECT * FROM evidence");
    return [response.statusCode, response.json().code, kept.length];
  }
  const evidence = `${line}/lines/steel.output/evidence?name=a.pdf`;

  test("what it clears is kept, what it finds or cannot judge is not", async () => {
    expect(await send(finding, evidence, "%PDF-1.7 good")).toEqual([200, undefined, 1]);
    await opened.dispose();
    expect(await send(finding, evidence, `%PDF-1.7 ${eicar}`)).toEqual([422, "file-infected", 0]);
    await opened.dispose();
    expect(await send(failing, evidence, "%PDF-1.7 good")).toEqual([503, "scanner-silent", 0]);
  });

  test("a form is looked at before it is read", async () => {
    expect(await send(finding, `${line}/workbook`, eicar)).toEqual([422, "file-infected", 0]);
  });
});
