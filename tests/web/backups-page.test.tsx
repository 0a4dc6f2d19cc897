// @vitest-environment happy-dom
/** 备份与演练 says in plain words how backups stand, and what drills found. */
import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Backups } from "../../web/src/api/types.ts";
import { openPage } from "./opened-page.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const admin = {
  account: { key: "guan", name: "管", role: "admin" },
  ...{ powers: ["manage-accounts", "see-backups"], isDemonstration: false },
};
const file = "beizeng-production-2022-10-12-0230.sqlite";
const madeAt = "2022-10-11T18:30:00.000Z";
const checked = { ledgerRevision: 7, auditRows: 9, rows: 30, editions: 2, figures: 14, differences: 0 };
const drill = { kind: "drill", at: madeAt, seconds: 2.46, file, isGood: true, fault: null, checked } as const;
const whole: Backups = {
  ...{ standing: "good", now: "2022-10-12T02:00:00.000Z", at: "02:30", nextAt: "2022-10-12T18:30:00.000Z" },
  ...{ daily: 14, monthly: 12, isEncrypted: false, isOnSameDisk: false, command: "beizeng backup" },
  backups: [
    {
      ...{ file, madeAt, madeBy: "schedule", megabytes: "12.3", ledgerRevision: 7 },
      ...{ isEncrypted: false, isProven: true },
    },
  ],
  records: [drill, { ...drill, kind: "backup", checked: null }],
};

const open = (data: Backups) => openPage("/backups", () => data, 200, [], admin);

test("in order: the moment in China time, what is kept, what was compared", async () => {
  open(whole);
  expect((await screen.findByText("备份正常：最近一次备份已试恢复，检查合格。")).role).toBe("status");
  expect(screen.getByText("每天 02:30（北京时间）")).toBeTruthy();
  expect(screen.getByText("2022-10-13 02:30")).toBeTruthy();
  const files = within(screen.getByRole("table", { name: "现有备份" }));
  expect(files.getAllByRole("row").map(({ textContent }) => textContent)).toEqual([
    "备份时间试恢复大小（MB）台账版本来源存放备份文件",
    `2022-10-12 02:30合格12.37自动未加密${file}`,
  ]);
  const records = within(screen.getByRole("table", { name: "备份与演练记录" }));
  expect(records.getAllByRole("row").map(({ textContent }) => textContent)).toEqual([
    "时间事项结果用时（秒）备份文件",
    `2022-10-12 02:30演练合格：推算结果30条、数据版本2个、数据14个、审计记录9条，均相符2.5${file}`,
    `2022-10-12 02:30备份完成2.5${file}`,
  ]);
  expect(screen.queryByText(/同一块磁盘/)).toBeNull();
});

test("bad: what to do, and why", async () => {
  const fault = { zh: "磁盘剩余空间不够放下备份", en: "no room" };
  const failed = { ...drill, kind: "backup", isGood: false, file: null, checked: null, fault } as const;
  const differs = { ...drill, at: "2022-10-10T18:30:00.000Z", isGood: false, checked: { ...checked, differences: 3 } };
  open({ ...whole, standing: "failed", isOnSameDisk: true, records: [failed, differs] });
  expect((await screen.findByText(/每小时重试一次/)).role).toBe("status");
  expect(screen.getByText(/同一块磁盘/)).toBeTruthy();
  expect(screen.getByText("没有做成：磁盘剩余空间不够放下备份")).toBeTruthy();
  expect(screen.getByText("不合格：3处不符，详见服务日志")).toBeTruthy();
});

test("overdue: what to call stands there as it is called here", async () => {
  open({ ...whole, standing: "overdue" });
  expect((await screen.findByText(/^备份逾期：.*并手工执行 beizeng backup。$/)).role).toBe("status");
});

test("a workspace that is not backed up says so, and what would stand there", async () => {
  open({ ...whole, standing: "off", at: null, nextAt: null, backups: [], records: [] });
  expect((await screen.findByText("本库不自动备份。")).role).toBe("status");
  expect(screen.getByText("还没有备份。自动备份和 beizeng backup 做成的备份列在这里。")).toBeTruthy();
  expect(screen.queryByText("备份时间")).toBeNull();
});
