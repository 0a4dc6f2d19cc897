/** Drafts, files and answered requests, on both engines. */
import {
  type DraftPlace,
  deleteAnsweredRequestsBefore,
  deleteDraft,
  findAnsweredRequest,
  findAuditHash,
  findAuditRows,
  findConfirmationDrafts,
  findDraft,
  findDraftLines,
  findDrafts,
  findEvidence,
  findEvidenceOfPaper,
  findPlanBook,
  insertAnsweredRequest,
  insertDraft,
  insertEvidence,
  insertEvidenceOfLine,
  insertSubmission,
  insertSubmissionLine,
  inTransaction,
  isEvidenceHandedIn,
  writeDraftLine,
} from "@beizeng/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { engines, type StoreSource, storeSource, type TestStore } from "../helpers/store.ts";
import { accept, loadSample } from "./sample.ts";

const at = "2022-10-08T02:00:00.000Z";

describe.each(engines)("papers being written on %s", (engine) => {
  let source: StoreSource;
  let opened: TestStore;
  let place: DraftPlace;
  let measures: number[];
  beforeAll(async () => {
    source = await storeSource(engine);
  });
  beforeEach(async () => {
    opened = await source.open();
    const planId = await loadSample(opened);
    const book = await findPlanBook(opened.store, "sample-2022");
    measures = book?.measures.map(({ id }) => id) ?? [];
    const departmentId = book?.departments[0]?.id ?? Number.NaN;
    place = { planId, departmentId, period: "2022-09", kind: "report", basis: "department" };
    return () => opened.dispose();
  });
  afterAll(() => source.stop());
  const measureId = () => measures[0] ?? Number.NaN;

  describe("a draft", () => {
    const begin = () =>
      inTransaction(opened.store, (transaction) => insertDraft(transaction, { ...place, createdAt: at }));
    const written = { writtenBy: "li", writtenAt: at };
    const write = (draftId: number, version: number, typed: object, by = written) =>
      inTransaction(opened.store, (transaction) =>
        writeDraftLine(transaction, {
          ...{ draftId, measureId: measureId(), typed: JSON.stringify(typed), version },
          ...by,
        }),
      );

    test("is of one paper, and there is one of it", async () => {
      const id = await begin();
      expect(await findDraft(opened.store, place)).toEqual({ ...place, id, createdAt: at });
      expect(await findDraft(opened.store, { ...place, kind: "correction" })).toBeNull();
      expect((await findDrafts(opened.store, place)).map((draft) => draft.id)).toEqual([id]);
      expect(await findConfirmationDrafts(opened.store, place.planId)).toEqual([]);
      const confirming = { ...place, kind: "confirmation" as const, basis: "statistics" as const, createdAt: at };
      const second = await inTransaction(opened.store, (transaction) => insertDraft(transaction, confirming));
      expect(await findConfirmationDrafts(opened.store, place.planId)).toEqual([{ ...confirming, id: second }]);
      await expect(begin()).rejects.toMatchObject({ code: "constraint-violated" });
    });

    test("keeps of each line what was written last", async () => {
      const id = await begin();
      const line = { draftId: id, measureId: measureId() };
      await write(id, 1, { amount: { text: "1" } });
      const first = { ...line, typed: '{"amount":{"text":"1"}}', version: 1, writtenBy: "li", writtenAt: at };
      expect(await findDraftLines(opened.store, id)).toEqual([first]);
      const later = { writtenBy: "wang", writtenAt: "2022-10-08T03:00:00.000Z" };
      await write(id, 2, { amount: { text: "二" } }, later);
      expect(await findDraftLines(opened.store, id)).toEqual([
        { ...line, typed: '{"amount":{"text":"二"}}', version: 2, ...later },
      ]);
    });

    test("goes with its lines", async () => {
      const id = await begin();
      await write(id, 1, {});
      await inTransaction(opened.store, (transaction) => deleteDraft(transaction, id));
      expect([await findDraft(opened.store, place), await findDraftLines(opened.store, id)]).toEqual([null, []]);
    });
  });

  test("a file comes back byte by byte, and goes in with its line", async () => {
    const content = Buffer.from([0, 255, 13, 10, 128]);
    const { planId, departmentId, period } = place;
    const facts = {
      ...{ planId, departmentId, period, measureId: measureId(), name: "批复.pdf", mediaType: "application/pdf" },
      ...{ bytes: 5, sha256: "a".repeat(64), addedBy: "li", addedAt: at },
    };
    const id = await inTransaction(opened.store, (transaction) => insertEvidence(transaction, { ...facts, content }));
    const file = await findEvidence(opened.store, id);
    expect({ ...file, content: [...(file?.content ?? [])] }).toEqual({
      ...{ id, planId, departmentId, period, measureId: measureId() },
      ...{ name: "批复.pdf", mediaType: "application/pdf", addedBy: "li", department: "sample-group" },
      content: [0, 255, 13, 10, 128],
    });
    expect(await findEvidenceOfPaper(opened.store, place)).toEqual([{ ...facts, id }]);
    expect(await findEvidenceOfPaper(opened.store, { ...place, period: "2022-06" })).toEqual([]);
    expect(await findEvidence(opened.store, id + 1)).toBeNull();
    expect(await isEvidenceHandedIn(opened.store, id)).toBe(false);
    const pair = await accept(opened, async (transaction, revision) => {
      const paper = { planId, departmentId, period, kind: "report", correctsId: null, number: 1 } as const;
      const submissionId = await insertSubmission(transaction, { ...paper, createdAt: at });
      const figures = { entries: null, exits: null, stock: null, amount: 1, doneOn: null };
      const lineId = await insertSubmissionLine(transaction, {
        ...{ submissionId, round: 1, measureId: measureId(), basis: "department", ...figures },
        ...{ isUnchanged: false, note: null, reason: null, revision },
      });
      await insertEvidenceOfLine(transaction, { lineId, evidenceId: id });
      return { line_id: lineId, evidence_id: id };
    });
    const [stored] = await opened.runRaw("SELECT line_id, evidence_id FROM evidence_of_lines");
    expect([Number(stored?.line_id), Number(stored?.evidence_id)]).toEqual([pair.line_id, pair.evidence_id]);
    expect([await isEvidenceHandedIn(opened.store, id), await isEvidenceHandedIn(opened.store, id + 1)]).toEqual([
      true,
      false,
    ]);
  });

  test("a request is answered under its account's key once", async () => {
    const request = { account: "li", key: "k-1", digest: "d".repeat(64), answer: '{"number":"1"}', at };
    const keep = () => inTransaction(opened.store, (transaction) => insertAnsweredRequest(transaction, request));
    await keep();
    expect(await findAnsweredRequest(opened.store, { account: "li", key: "k-1" })).toEqual(request);
    expect(await findAnsweredRequest(opened.store, { account: "wang", key: "k-1" })).toBeNull();
    await expect(keep()).rejects.toMatchObject({ code: "constraint-violated" });
    const forget = (before: string) =>
      inTransaction(opened.store, (transaction) => deleteAnsweredRequestsBefore(transaction, before));
    await forget(at);
    expect(await findAnsweredRequest(opened.store, { account: "li", key: "k-1" })).toEqual(request);
    await forget("2022-10-08T02:00:00.001Z");
    expect(await findAnsweredRequest(opened.store, { account: "li", key: "k-1" })).toBeNull();
  });

  test("the audit's hash is found by revision", async () => {
    const revision = await accept(opened, async (_, raised) => raised);
    const rows = await findAuditRows(opened.store, 0, 100);
    expect(await findAuditHash(opened.store, revision)).toBe(rows.find((row) => row.revision === revision)?.hash);
    expect(await findAuditHash(opened.store, revision + 1)).toBeNull();
  });
});
