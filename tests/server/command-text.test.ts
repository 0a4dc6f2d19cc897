import { commandText } from "@beizeng/server/command-text.ts";
import { expect, test, vi } from "vitest";

test("commands are told as they are typed in a checkout", () => {
  expect(commandText("backup")).toBe("npm run backup");
  expect(commandText("restore", "文件 [--to=目录]")).toBe("npm run restore -- 文件 [--to=目录]");
  expect([commandText("serve"), commandText("demo")]).toEqual(["npm run serve", "npm start"]);
});

test("and as they are typed where a release runs, which has no npm", () => {
  vi.stubEnv("BEIZENG_RELEASE", "1");
  expect(commandText("backup")).toBe("beizeng backup");
  expect(commandText("audit:verify", "--anchor=7:aa")).toBe("beizeng audit:verify --anchor=7:aa");
  expect([commandText("serve"), commandText("demo")]).toEqual(["beizeng serve", "beizeng demo"]);
  vi.unstubAllEnvs();
});
