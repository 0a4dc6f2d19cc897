import {
  countSessions,
  deleteRefusedSignIns,
  deleteRefusedSignInsBefore,
  deleteSession,
  deleteSessionsOf,
  deleteSessionsSeenBefore,
  deleteSetting,
  findAccount,
  findAccountOfSubject,
  findAccounts,
  findAllRefusedSignIns,
  findDepartmentIds,
  findHeads,
  findPlanUnits,
  findRefusedSignIns,
  findSession,
  findSetting,
  findVisits,
  insertAccount,
  insertRefusedSignIn,
  insertSession,
  inTransaction,
  type NewRow,
  type Transaction,
  updateAccount,
  updateAccountDepartments,
  updateSecondFactorCounter,
  updateSession,
  updateSetting,
  updateVisits,
} from "@beizeng/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { engines, type StoreSource, storeSource, type TestStore } from "../helpers/store.ts";
import { accept, loadSample } from "./sample.ts";

const at = "2022-05-04T01:00:00.000Z";
const account = (key: string, change: Partial<NewRow<"accounts">> = {}): NewRow<"accounts"> => ({
  ...{ key, name: key, role: "reporter", passwordHash: null, passwordChangedAt: null, mustChangePassword: true },
  ...{ secondFactorSecret: "JBSWY3DP", secondFactorCounter: null, singleSignOnSubject: null },
  ...{ createdAt: at, disabledAt: null, version: 1 },
  ...change,
});

describe.each(engines)("accounts on %s", (engine) => {
  let source: StoreSource;
  let opened: TestStore;
  let id: number;
  beforeAll(async () => {
    source = await storeSource(engine);
  });
  beforeEach(async () => {
    opened = await source.open();
    await loadSample(opened);
    id = await write((transaction) => insertAccount(transaction, account("li", { singleSignOnSubject: "sub-li" })));
    return () => opened.dispose();
  });
  afterAll(() => source.stop());
  const write = <T>(what: (transaction: Transaction) => Promise<T>): Promise<T> => inTransaction(opened.store, what);

  test("come with their units, and are found by name and by what an identity provider calls them", async () => {
    const ids = await findDepartmentIds(opened.store, ["sample-zone", "none", "sample-bureau"]);
    expect([...ids.keys()]).toEqual(["sample-zone", "sample-bureau"]);
    await write((transaction) => updateAccountDepartments(transaction, id, [...ids.values()]));
    expect((await findAccount(opened.store, "li"))?.departments.toSorted()).toEqual(["sample-bureau", "sample-zone"]);
    expect((await findAccounts(opened.store)).map(({ key, mustChangePassword }) => [key, mustChangePassword])).toEqual([
      ["li", true],
    ]);
    const bureau = ids.get("sample-bureau") ?? Number.NaN;
    const other = await write((transaction) => insertAccount(transaction, account("qian")));
    await write((transaction) => updateAccountDepartments(transaction, other, [bureau]));
    const units = (await findAccounts(opened.store)).map(({ key, departments }) => [key, departments.toSorted()]);
    expect(units).toEqual([
      ["li", ["sample-bureau", "sample-zone"]],
      ["qian", ["sample-bureau"]],
    ]);
    expect(await findHeads(opened.store, bureau)).toEqual([]);
    const make = async (key: string, change: Partial<NewRow<"accounts">>) => {
      const made = await write((transaction) => insertAccount(transaction, account(key, change)));
      await write((transaction) => updateAccountDepartments(transaction, made, [bureau]));
    };
    await make("wang", { name: "王", role: "head" });
    await make("out", { role: "head", disabledAt: at });
    await make("zhao", { name: "赵", role: "head" });
    // In use and of this unit alone, as they were made.
    expect(await findHeads(opened.store, bureau)).toEqual(["王", "赵"]);
    expect(await findHeads(opened.store, ids.get("sample-zone") ?? Number.NaN)).toEqual([]);
    expect(await findAccount(opened.store, "none")).toBeNull();
    expect(await findAccountOfSubject(opened.store, "sub-li")).toBe("li");
    expect(await findAccountOfSubject(opened.store, "sub-none")).toBeNull();
  });

  test("change only from the version that was seen", async () => {
    const change = (name: string, seen: number) =>
      write((transaction) => updateAccount(transaction, id, seen, account("li", { name })));
    expect([await change("甲", 1), await change("乙", 1), await change("丙", 2)]).toEqual([true, false, true]);
    expect(await findAccount(opened.store, "li")).toMatchObject({ name: "丙", version: 3 });
  });

  test("take each code's counter once, and only upwards", async () => {
    const use = (counter: number) => write((transaction) => updateSecondFactorCounter(transaction, id, counter));
    expect([await use(7), await use(7), await use(6), await use(8)]).toEqual([true, false, false, true]);
    expect(await findAccount(opened.store, "li")).toMatchObject({ secondFactorCounter: 8, version: 1 });
  });

  test("are not made twice under one name", async () => {
    const again = write((transaction) => insertAccount(transaction, account("li")));
    await expect(again).rejects.toMatchObject({ code: "constraint-violated" });
  });

  test("sessions begin, are used, and end singly, by account and by age", async () => {
    const begin = (letter: string, seenAt: string) =>
      write((transaction) =>
        insertSession(transaction, { tokenHash: letter.repeat(64), accountId: id, data: "{}", createdAt: at, seenAt }),
      );
    for (const letter of ["a", "b", "c", "d"]) await begin(letter, at);
    const standing = async () => {
      const found = await Promise.all(
        ["a", "b", "c", "d"].map((letter) => findSession(opened.store, letter.repeat(64))),
      );
      return found.map((session) => session?.account ?? null);
    };
    expect(await countSessions(opened.store)).toBe(4);
    const used = { tokenHash: "a".repeat(64), seenAt: "2022-05-04T02:00:00.000Z", data: '{"x":1}' };
    await write((transaction) => updateSession(transaction, used));
    expect(await findSession(opened.store, used.tokenHash)).toEqual({
      account: "li",
      accountVersion: 1,
      createdAt: at,
      seenAt: used.seenAt,
      data: used.data,
    });
    await write((transaction) => deleteSession(transaction, "b".repeat(64)));
    expect(await standing()).toEqual(["li", null, "li", "li"]);
    await write((transaction) => deleteSessionsOf(transaction, id, "c".repeat(64)));
    expect(await standing()).toEqual([null, null, "li", null]);
    await begin("a", used.seenAt);
    await write((transaction) => deleteSessionsSeenBefore(transaction, used.seenAt));
    expect(await standing()).toEqual(["li", null, null, null]);
    await write((transaction) => deleteSessionsOf(transaction, id));
    expect(await standing()).toEqual([null, null, null, null]);
    expect(await countSessions(opened.store)).toBe(0);
  });

  test("visits follow one another, each from the audit's row at which it began", async () => {
    const visit = (begunAt: string) => write((transaction) => updateVisits(transaction, { accountId: id, begunAt }));
    expect(await findVisits(opened.store, id)).toBeNull();
    await visit("2022-05-04T01:00:00.000Z");
    const first = { begunAt: "2022-05-04T01:00:00.000Z", auditRow: 1 };
    expect(await findVisits(opened.store, id)).toEqual({ ...first, previousAt: null, previousRow: null });
    await accept(opened, async () => undefined);
    await visit("2022-05-05T01:00:00.000Z");
    expect(await findVisits(opened.store, id)).toEqual({
      ...{ begunAt: "2022-05-05T01:00:00.000Z", auditRow: 2 },
      ...{ previousAt: first.begunAt, previousRow: first.auditRow },
    });
    expect(await findVisits(opened.store, id + 1)).toBeNull();
  });

  test("refused tries are kept by name, in order, from an instant on", async () => {
    const refuse = (name: string, minute: string) =>
      write((transaction) =>
        insertRefusedSignIn(transaction, { account: name, failure: "password", at: `2022-05-04T01:${minute}:00.000Z` }),
      );
    for (const minute of ["02", "00", "01"]) await refuse("nobody", minute);
    await refuse("li", "03");
    const since = "2022-05-04T01:01:00.000Z";
    expect(await findRefusedSignIns(opened.store, "nobody", since)).toEqual([since, "2022-05-04T01:02:00.000Z"]);
    expect((await findAllRefusedSignIns(opened.store, since)).map((refused) => refused.account)).toEqual([
      "nobody",
      "nobody",
      "li",
    ]);
    await write((transaction) => deleteRefusedSignInsBefore(transaction, since));
    expect(await findRefusedSignIns(opened.store, "nobody", at)).toEqual([since, "2022-05-04T01:02:00.000Z"]);
    await write((transaction) => deleteRefusedSignIns(transaction, "nobody"));
    expect(await findRefusedSignIns(opened.store, "nobody", at)).toEqual([]);
  });

  test("a setting stands until another takes its place or it is taken back", async () => {
    const choose = (value: string) => ({ key: "security", value, changedAt: at, changedBy: "li" });
    expect(await findSetting(opened.store, "security")).toBeNull();
    for (const value of ["1", "2"]) await write((transaction) => updateSetting(transaction, choose(value)));
    expect(await findSetting(opened.store, "security")).toEqual(choose("2"));
    await write((transaction) => deleteSetting(transaction, "security"));
    expect(await findSetting(opened.store, "security")).toBeNull();
  });

  test("the units of a plan are listed in its order under its place", async () => {
    const units = await findPlanUnits(opened.store);
    expect(units.map(({ plan, key }) => [plan, key])).toEqual([
      ["sample-2022", "sample-group"],
      ["sample-2022", "sample-bureau"],
      ["sample-2022", "sample-zone"],
    ]);
    expect(units[0]).toMatchObject({
      ...{
        place: { zh: "140581", en: "140581 in English" },
        name: { zh: "sample-group", en: "sample-group in English" },
      },
    });
  });
});
