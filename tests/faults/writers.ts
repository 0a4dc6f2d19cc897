/**
 * Eight people at work over HTTP until the process dies under them, and again when it serves again: each types a figure,
 * hands it in and has it accepted. What was answered is noted as acknowledged.
 */
import type { Database } from "better-sqlite3";
import { expect } from "vitest";
import { measureOf, type PaperOfUnit, tenthsOf, textOf, unitOf } from "./plan-of-papers.ts";
import type { ProductionFolder } from "./production-folder.ts";

/** How far a paper has come by what was answered. */
const stages = ["nothing", "typed", "handed in", "accepted"] as const;
type Stage = (typeof stages)[number];

interface Standing {
  readonly stage: Stage;
  readonly submission: number;
  readonly at: string;
}

interface Told {
  readonly status: number;
  readonly body: {
    code?: string;
    submission?: number;
    at?: string;
    revision?: number;
    row?: { typed: { amount?: object } };
  };
}

const untouched: Standing = { stage: "nothing", submission: 0, at: "" };

/** People at work on papers of their own. */
export class Writers {
  /** What was acknowledged, by paper. */
  readonly acknowledged = new Map<PaperOfUnit, Standing>();
  /** Writes that were kept though their answer never came, found when they were asked once more. */
  keptUntold = 0;
  answers = 0;
  private readonly waiting: PaperOfUnit[];
  private readonly people: ProductionFolder;

  constructor(people: ProductionFolder, papers: readonly PaperOfUnit[]) {
    this.people = people;
    this.waiting = [...papers];
  }

  /** So many at work at an address until nothing answers there, or nothing is left to do; what was begun is gone on with first. */
  async work(address: string, writers: number): Promise<void> {
    const begun = [...this.acknowledged].filter(([, { stage }]) => stage !== "accepted").map(([paper]) => paper);
    const next = () => begun.shift() ?? this.waiting.shift();
    const one = async () => {
      for (let paper = next(); paper !== undefined; paper = next()) {
        this.acknowledged.set(paper, this.acknowledged.get(paper) ?? untouched);
        while (this.acknowledged.get(paper)?.stage !== "accepted") {
          if (!(await this.step(address, paper))) return;
        }
      }
    };
    await Promise.all(Array.from({ length: writers }, one));
  }

  /** Takes a paper one stage on; answers false where nobody answered. */
  private async step(address: string, paper: PaperOfUnit): Promise<boolean> {
    const before = this.acknowledged.get(paper) ?? untouched;
    const { unit, period } = paper;
    const clerk = this.people.clerks[unit] ?? {};
    const base = `${address}/api/plans/sample-2022/papers/${unitOf(unit)}/${period}`;
    const measure = measureOf(unit);
    const key = { "idempotency-key": `${before.stage.replace(" ", "-")}-${unit}-${period}` };
    const asked = {
      nothing: () =>
        tell("PUT", `${base}/lines/${measure}?kind=report`, clerk, {
          typed: { amount: { text: textOf(paper), as: "cumulative" } },
          version: 0,
        }),
      typed: () =>
        tell("POST", `${base}/submission?kind=report`, { ...clerk, ...key }, { seen: [{ measure, version: 1 }] }),
      "handed in": () =>
        tell(
          "POST",
          `${address}/api/submissions/${before.submission}/acceptance`,
          { ...this.people.reviewer, ...key },
          {
            seen: before.at,
          },
        ),
      accepted: async () => null,
    };
    const told = await asked[before.stage]();
    if (told === null) return false;
    this.answers += 1;
    const { status, body } = told;
    const stage = stages[stages.indexOf(before.stage) + 1] ?? "accepted";
    if (before.stage === "nothing" && status === 409) {
      // Kept, and the answer never came: it must be what was typed.
      expect([body.code, body.row?.typed.amount]).toEqual(["line-moved-on", { text: textOf(paper), as: "cumulative" }]);
      this.keptUntold += 1;
    } else expect([stage, status, JSON.stringify(body)]).toEqual([stage, 200, expect.anything()]);
    this.acknowledged.set(paper, {
      stage,
      submission: Number(body.submission ?? before.submission),
      at: body.at ?? before.at,
    });
    return true;
  }

  /** Expects everything that was acknowledged to stand in the file, once. */
  expectKept(database: Database): void {
    const rows = (sql: string) => database.prepare<[], Record<string, string>>(sql).all();
    const places = (sql: string) => rows(sql).map(({ unit, period }) => `${unit} ${period}`);
    const drafts = new Set(
      places(
        "SELECT d.key AS unit, p.period FROM drafts p JOIN departments d ON d.id = p.department_id JOIN draft_lines l ON l.draft_id = p.id",
      ),
    );
    const handedIn = new Map(
      rows("SELECT s.id, d.key AS unit, s.period FROM submissions s JOIN departments d ON d.id = s.department_id").map(
        ({ id, unit, period }) => [`${unit} ${period}`, Number(id)],
      ),
    );
    const values = new Map(
      rows("SELECT m.key AS measure, o.month, o.amount FROM observations o JOIN measures m ON m.id = o.measure_id").map(
        ({ measure, month, amount }) => [`${measure} ${month}`, Number(amount)],
      ),
    );
    const lost: string[] = [];
    for (const [paper, { stage, submission }] of this.acknowledged) {
      const { unit, period } = paper;
      const place = `${unitOf(unit)} ${period}`;
      const stands = handedIn.get(place);
      const isThere = {
        nothing: true,
        typed: drafts.has(place) || stands !== undefined,
        "handed in": stands === submission,
        accepted: stands === submission && values.get(`${measureOf(unit)} ${period}`) === tenthsOf(paper),
      };
      if (!isThere[stage]) lost.push(`${place}: ${stage} was acknowledged, submission ${submission}, stands ${stands}`);
    }
    expect(lost).toEqual([]);
  }
}

/** Asks and waits; null where the process was gone before it had answered. */
async function tell(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  payload: object,
): Promise<Told | null> {
  try {
    const response = await fetch(url, {
      ...{ method, body: JSON.stringify(payload) },
      headers: { ...headers, "content-type": "application/json" },
    });
    // What the contract's tests hold the answers to.
    return { status: response.status, body: (await response.json()) as Told["body"] };
  } catch {
    return null;
  }
}
