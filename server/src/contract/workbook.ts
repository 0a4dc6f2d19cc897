import { type Static, Type } from "typebox";
import { Text } from "./common.ts";
import { PaperFinding, SubmissionKind } from "./paper.ts";

const strict = { additionalProperties: false };

/** What is wrong or odd about a cell of an uploaded workbook. */
export const WorkbookFinding = Type.Object(
  {
    at: Type.String({ description: "Address of the cell, such as J7." }),
    measure: Type.String(),
    name: Text,
    finding: PaperFinding,
  },
  { $id: "WorkbookFinding" },
);

/** What taking an uploaded workbook over as a draft would do; nothing was written. */
export const WorkbookReading = Type.Object(
  {
    lines: Type.Integer({ description: "Measures with a figure in the workbook." }),
    total: Type.Integer({ description: "Measures of the paper." }),
    changed: Type.Integer({ description: "Lines of the draft that would change." }),
    isStale: Type.Boolean({ description: "Accepted figures or lines have changed since it was downloaded." }),
    dropped: Type.Array(Type.String(), { description: "Measures of the workbook that are asked for no more." }),
    lacking: Type.Array(Text, { description: "Measures of the paper that the workbook has not." }),
    findings: Type.Array(WorkbookFinding),
    replaces: Type.Array(
      Type.Object({ by: Type.String(), at: Type.String({ description: "The last time." }), names: Type.Array(Text) }),
      { description: "Lines of the draft that others wrote and that would change, by their writer." },
    ),
    seen: Type.String({ description: "The state of the draft that this was compared with." }),
  },
  { $id: "WorkbookReading" },
);

/** A draft is written only over the state that the dry run was compared with. */
export const WorkbookTakingQuery = Type.Object(
  { kind: Type.Optional(SubmissionKind), seen: Type.String({ pattern: "^[0-9a-f]{16}$" }) },
  strict,
);

export type WorkbookFinding = Static<typeof WorkbookFinding>;
export type WorkbookReading = Static<typeof WorkbookReading>;
