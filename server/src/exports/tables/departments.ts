import { type AssignmentRole, type Basis, type Light, lights } from "../../../../db/src/vocabulary.ts";
import { punctualityWords, unrankedWords } from "../../domain/briefing-words.ts";
import type { Text } from "../../domain/model.ts";
import { lightWord } from "../../domain/words.ts";
import { headings } from "./headings.ts";
import { lightCell, type Shown, type TableCell, type TableSource, type TakenTable } from "./table.ts";

interface Unit {
  readonly department: { readonly name: Text };
  readonly rank: number | null;
  readonly composite: Shown;
  readonly counted: number;
  readonly reported: number;
  readonly targets: number;
  readonly lights: Readonly<Record<Light | "none", number>>;
  readonly punctuality: { readonly onTime: number; readonly late: number; readonly missing: number };
  readonly cells: readonly {
    readonly subject: string;
    readonly role: AssignmentRole;
    readonly light: Light | null;
  }[];
}

type Answer = TableSource & {
  readonly departments: readonly Unit[];
  readonly subjects: readonly { readonly key: string; readonly name: Text }[];
};

const counted = (count: number): Shown => ({ value: count, text: String(count) });

/** Why a unit has no rank: something due is not reported, or nothing of it can be weighed. */
const unranked = ({ reported, targets }: Unit, basis: Basis): TableCell =>
  reported < targets ? unrankedWords[basis] : "—";

/** The units by rank: composite, what is reported of what is due, the targets at each light, and the reporting record. */
export function departmentsTable(answer: Answer): TakenTable {
  const { basis } = answer.quotation;
  const name: Text = { zh: "责任单位完成情况", en: "Completion by unit" };
  return {
    name,
    title: name,
    unit: null,
    columns: [
      { heading: headings.department },
      { heading: headings.rank, isFigure: true },
      { heading: headings.composite, isFigure: true, isPercent: true },
      { heading: headings.countedTargets, isFigure: true },
      { heading: headings.reportedTargets, isFigure: true },
      { heading: headings.dueTargets, isFigure: true },
      ...lights.map((light) => ({ heading: lightWord(light, basis), isFigure: true as const })),
      { heading: punctualityWords["on-time"], isFigure: true },
      { heading: punctualityWords.late, isFigure: true },
      { heading: punctualityWords.missing, isFigure: true },
    ],
    rows: answer.departments.map((unit) => [
      unit.department.name,
      unit.rank === null ? unranked(unit, basis) : counted(unit.rank),
      unit.composite,
      ...[unit.counted, unit.reported, unit.targets].map(counted),
      ...lights.map((light) => counted(unit.lights[light])),
      ...[unit.punctuality.onTime, unit.punctuality.late, unit.punctuality.missing].map(counted),
    ]),
  };
}

/** Units down, subjects across: the worst light of the targets that a unit answers for, with 牵头 where it leads. */
export function departmentSubjectsTable(answer: Answer): TakenTable {
  const { basis } = answer.quotation;
  const filled = new Set(answer.departments.flatMap(({ cells }) => cells.map(({ subject }) => subject)));
  const subjects = answer.subjects.filter(({ key }) => filled.has(key));
  const name: Text = { zh: "责任单位与事项亮灯", en: "Lights by unit and subject" };
  const told = ({ light, role }: Unit["cells"][number]): TableCell => {
    const word = lightCell(light, basis);
    if (role !== "lead") return word;
    if (typeof word === "string") return { zh: `${word}（牵头）`, en: `${word} (lead)` };
    return "zh" in word ? { zh: `${word.zh}（牵头）`, en: `${word.en} (lead)` } : word;
  };
  return {
    name,
    title: name,
    unit: null,
    columns: [{ heading: headings.department }, ...subjects.map((subject) => ({ heading: subject.name }))],
    rows: answer.departments
      .filter(({ cells }) => cells.length > 0)
      .map(({ department, cells }) => [
        department.name,
        ...subjects.map(({ key }) => {
          const cell = cells.find(({ subject }) => subject === key);
          return cell === undefined ? "" : told(cell);
        }),
      ]),
  };
}
