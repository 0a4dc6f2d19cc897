import * as words from "@beizeng/db/vocabulary";
import { type Static, type TSchema, Type } from "typebox";

/** A schema of one of a closed list of words. */
export const oneOf = <const W extends readonly string[]>(list: W, options: { $id: string; description?: string }) =>
  Type.Unsafe<W[number]>({ type: "string", enum: list, ...options });

/**
 * The same schema, or null. A plain string, number or boolean becomes a pair of types, which the serialiser writes
 * without trying alternatives; anything else becomes a union.
 */
export const nullable = <S extends TSchema>(schema: S) =>
  Type.Unsafe<Static<S> | null>(
    "type" in schema && typeof schema.type === "string" && schema.type !== "object" && !("$id" in schema)
      ? { ...schema, type: [schema.type, "null"] }
      : { anyOf: [schema, { type: "null" }] },
  );

export const Month = Type.String({
  pattern: "^20[0-9]{2}-(0[1-9]|1[0-2])$",
  description: "A month, YYYY-MM: the state at its last day.",
});
/** The number of a row, or how often it was written: more digits than a browser counts exactly name nothing. */
const mostOfNumber = 999_999_999_999_999;
export const RowNumber = Type.Integer({ minimum: 1, maximum: mostOfNumber });
export const SeenCount = Type.Integer({ minimum: 0, maximum: mostOfNumber });
/** A number as it was typed, of which a rule of the domain says in a sentence what it may be. */
export const TypedNumber = Type.Number({ minimum: -1_000_000_000, maximum: 1_000_000_000 });
export const Key = Type.String({ pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength: 64 });
export const Horizon = Type.String({
  pattern: "^(20[0-9]{2}-(0[1-9]|1[0-2])|standing)$",
  description: "A deadline month, or standing.",
});
export const Light = oneOf(words.lights, { $id: "Light" });
export const Basis = oneOf(words.bases, { $id: "Basis" });
export const Attribution = oneOf(words.attributions, { $id: "Attribution" });
export const Reading = oneOf(words.readings, { $id: "Reading" });
export const Nature = oneOf(words.natures, { $id: "Nature" });
export const Comparator = oneOf(words.comparators, { $id: "Comparator" });
export const Direction = oneOf(words.directions, { $id: "Direction" });
export const Hardness = oneOf(words.hardnesses, { $id: "Hardness" });
export const CurveKind = oneOf(words.curveKinds, { $id: "CurveKind" });
export const SubjectKind = oneOf(words.subjectKinds, { $id: "SubjectKind" });
export const DepartmentKind = oneOf(words.departmentKinds, { $id: "DepartmentKind" });
export const AssignmentRole = oneOf(words.assignmentRoles, { $id: "AssignmentRole" });
export const Punctuality = oneOf(words.punctualities, { $id: "Punctuality" });
export const SubmissionState = oneOf(words.submissionStates, { $id: "SubmissionState" });
export const Frequency = oneOf(words.frequencies, { $id: "Frequency" });
export const Role = oneOf(words.roles, { $id: "Role" });
export const WorkspaceKind = oneOf(words.workspaceKinds, { $id: "WorkspaceKind" });

/** A text in the product's two languages. */
export const Text = Type.Object({ zh: Type.String(), en: Type.String() }, { $id: "Text" });

/**
 * A quantity: `value` for drawing (null where there is none), `text` as it must be shown, without unit: thousands
 * separated, true minus, "—" for what does not exist. Percents carry their sign. Pages show `text` and never format.
 */
export const Figure = Type.Object({ value: nullable(Type.Number()), text: Type.String() }, { $id: "Figure" });

/** A refusal: stable code, one sentence that names the field and what is allowed. */
export const Problem = Type.Object(
  {
    code: Type.String(),
    message: Type.String(),
    field: Type.Optional(Type.String()),
    requestId: Type.Optional(Type.String()),
  },
  { $id: "Problem" },
);

/** How many targets stand at each light; `none` are those without one. */
export const LightCounts = Type.Object(
  {
    met: Type.Integer(),
    "on-schedule": Type.Integer(),
    behind: Type.Integer(),
    "far-behind": Type.Integer(),
    missed: Type.Integer(),
    unreported: Type.Integer(),
    "not-due": Type.Integer(),
    none: Type.Integer(),
  },
  { $id: "LightCounts" },
);

export type Figure = Static<typeof Figure>;
export type LightCounts = Static<typeof LightCounts>;
export type Problem = Static<typeof Problem>;
export type Text = Static<typeof Text>;
