import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readPlanDocuments } from "@beizeng/seeds/plan-document.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { samplePlan, sampleWith } from "./sample-plan.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "beizeng-plans-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(file: string, json: unknown): void {
  writeFileSync(join(folder, file), typeof json === "string" ? json : JSON.stringify(json));
}

/** A second plan that shares places, units and indicators with the sample. */
function secondPlan(pointer: string, value: unknown): unknown {
  const changed = sampleWith(pointer, value);
  return JSON.parse(JSON.stringify(changed).replace('"sample-2022"', '"second-2022"'));
}

describe("readPlanDocuments", () => {
  test("reads the plans of a folder in the order of their names", () => {
    put("second-2022.json", secondPlan("/issuedOn", "2022-06-01"));
    put("sample-2022.json", samplePlan);
    expect(readPlanDocuments(folder).map(({ id }) => id)).toEqual(["sample-2022", "second-2022"]);
  });

  test.each([
    ["an indicator", "/indicators/0/name/en", "Other firms", "/indicators/0: indicator 'firms' differs"],
    ["a place", "/jurisdictions/1/name/zh", "别市", "/jurisdictions/1: jurisdiction '100001' differs"],
    ["a unit", "/departments/3/name/zh", "经信局", "/departments/3: department 'industry' differs"],
  ])("refuses two plans that disagree on %s", (_, pointer, value, fault) => {
    put("sample-2022.json", samplePlan);
    put("second-2022.json", secondPlan(pointer, value));
    expect(() => readPlanDocuments(folder)).toThrowError(`second-2022.json ${fault} from that of sample-2022.json`);
  });

  test("refuses the folder when one of two files is broken, naming each fault's file", () => {
    put("sample-2022.json", sampleWith("/issuer", "nobody"));
    put("second-2022.json", "{ no json");
    expect(() => readPlanDocuments(folder)).toThrowError(
      /^sample-2022\.json \/issuer: unknown department 'nobody'\nsecond-2022\.json \/: is not JSON: /,
    );
  });

  test("refuses a file that is not named after its plan", () => {
    put("other.json", samplePlan);
    expect(() => readPlanDocuments(folder)).toThrowError(
      "other.json /id: the file is named after its plan: sample-2022",
    );
  });

  test("refuses a folder without plans", () => {
    expect(() => readPlanDocuments(folder)).toThrowError("holds no plan");
  });
});

describe("npm run seeds:check", () => {
  function check() {
    const script = join(root, "seeds/src/check-command.ts");
    return spawnSync(process.execPath, ["--import", "tsx", script, folder], { cwd: root, encoding: "utf8" });
  }

  test("prints what adds up and ends with 0", () => {
    put("sample-2022.json", samplePlan);
    const { status, stdout } = check();
    expect(stdout).toContain("规上企业 2022-12: 3/10, 未分解 7 (1 of 2 chain)");
    expect(stdout).toContain("目标值 7 (2022-06: 1, 2022-12: 3, 2023-12: 1, 2024-12: 1, standing: 1)");
    expect(status).toBe(0);
  });

  test("ends with 1 and file, path and reason on a fault", () => {
    put("sample-2022.json", sampleWith("/issuer", "nobody"));
    const { status, stdout, stderr } = check();
    expect(stderr).toContain("sample-2022.json /issuer: unknown department 'nobody'");
    expect(stdout).toBe("");
    expect(status).toBe(1);
  });
});
