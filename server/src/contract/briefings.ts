import { type Static, Type } from "typebox";
import { annexKeys, sectionKinds } from "../domain/briefing-skeleton.ts";
import { Basis, Horizon, Key, Month, nullable, oneOf, SeenCount, Text } from "./common.ts";

const strict = { additionalProperties: false };
const Count = Type.Integer();

/** A briefing that was issued (第×期), with its files as they are kept. */
export const IssuedBriefing = Type.Object(
  {
    year: Count,
    number: Count,
    title: Type.String(),
    month: Month,
    horizon: Horizon,
    horizonName: Text,
    basis: Basis,
    edition: Count,
    hash: Type.String({ description: "SHA-256 of the edition's figures." }),
    skeleton: Type.Integer({ description: "Version of the skeleton that it was built by, 0 for the product's own." }),
    issuedBy: Type.String(),
    issuedAt: Type.String(),
    files: Type.Array(
      Type.Object({ name: Type.String(), mediaType: Type.String(), bytes: Count, sha256: Type.String() }),
    ),
  },
  { $id: "IssuedBriefing" },
);

/** What a plan has issued, newest first. */
export const Briefings = Type.Object({ plan: Key, briefings: Type.Array(IssuedBriefing) }, { $id: "Briefings" });

const Numbered = Type.String({
  pattern: "^20[0-9]{2}-[1-9][0-9]{0,3}$",
  description: "Year and number, such as 2023-1 for 2023年第1期.",
});
export const BriefingIssuing = Type.Object(
  {
    month: Month,
    horizon: Horizon,
    basis: Type.Optional(Basis),
    edition: Type.String({ pattern: "^[1-9][0-9]{0,5}$", description: "The closing that is quoted." }),
    /** The number that its sender expects: refused where another has it by then. Left out: the next one, whichever it is. */
    number: Type.Optional(Numbered),
  },
  { $id: "BriefingIssuing", ...strict },
);
export const BriefingNumbered = Type.Object({ year: Count, number: Count }, { $id: "BriefingNumbered" });

export const BriefingParams = Type.Object({ plan: Key, briefing: Numbered }, strict);
export const IssuedFileParams = Type.Object(
  { plan: Key, briefing: Numbered, filename: Type.String({ minLength: 1, maxLength: 200 }) },
  strict,
);

const AnnexKey = oneOf(annexKeys, { $id: "AnnexKey" });
const SkeletonSection = Type.Object(
  {
    kind: oneOf(sectionKinds, { $id: "SectionKind" }),
    heading: Type.String({ maxLength: 60, description: "Without its number, which follows from the order." }),
    text: Type.String({ maxLength: 10_000, description: "The office's own, a paragraph a line, before what is made." }),
  },
  { $id: "SkeletonSection", ...strict },
);

/** How a plan's briefings are built: version 0 is the product's own. */
export const BriefingSkeleton = Type.Object(
  {
    plan: Key,
    version: Count,
    setBy: nullable(Type.String()),
    setAt: nullable(Type.String()),
    sections: Type.Array(SkeletonSection),
    annexes: Type.Array(AnnexKey),
    /** The product's own, to which one can go back. */
    plain: Type.Object({ sections: Type.Array(SkeletonSection), annexes: Type.Array(AnnexKey) }),
  },
  { $id: "BriefingSkeleton" },
);
export const SkeletonSetting = Type.Object(
  {
    seen: { ...SeenCount, description: "The version that its writer saw." },
    sections: Type.Array(SkeletonSection, { maxItems: 20 }),
    annexes: Type.Array(AnnexKey, { maxItems: annexKeys.length }),
  },
  { $id: "SkeletonSetting", ...strict },
);
export const SkeletonSet = Type.Object({ version: Count }, { $id: "SkeletonSet" });

/** A figure that reads otherwise today than in an issued briefing (更正). */
export const Erratum = Type.Object(
  {
    /** What it is about: a target, a responsible unit, or how many targets stand at a light. */
    about: oneOf(["target", "department", "lights"], { $id: "ErratumAbout" }),
    subject: Text,
    name: Text,
    figure: oneOf(["target", "achieved", "completion", "gap", "light", "composite", "rank", "count"], {
      $id: "ErratumFigure",
    }),
    former: Text,
    now: Text,
  },
  { $id: "Erratum" },
);

/** What was done after the edition that moves its figures, and why. */
export const ErratumCause = Type.Object(
  {
    kind: oneOf(["correction", "report", "target", "rule", "calendar"], { $id: "ErratumCauseKind" }),
    subject: nullable(Text),
    name: nullable(Text),
    /** The month of the figure, or from which it holds. */
    month: nullable(Month),
    former: nullable(Type.String()),
    now: nullable(Type.String()),
    reason: nullable(Type.String()),
    /** The unit that reported it; null where the office set it. */
    by: nullable(Text),
    on: Type.String({ description: "A day, YYYY-MM-DD." }),
  },
  { $id: "ErratumCause" },
);

/** The notice by which it is corrected (更正通知), as it is sent. */
export const ErratumNotice = Type.Object(
  {
    title: Type.String(),
    opening: Type.String(),
    sections: Type.Array(Type.Object({ heading: Type.String(), paragraphs: Type.Array(Type.String()) })),
    columns: Type.Array(Type.String()),
    rows: Type.Array(Type.Array(Type.String())),
    closing: Type.String(),
    signedBy: Type.String(),
    day: Type.String(),
  },
  { $id: "ErratumNotice" },
);

/** What an issued briefing now says otherwise than the figures do, by what, and the notice that says so; null for none. */
export const Errata = Type.Object(
  {
    briefing: IssuedBriefing,
    isDemonstration: Type.Boolean(),
    today: Type.String({ description: "The day of the notice, YYYY-MM-DD." }),
    errata: Type.Array(Erratum),
    causes: Type.Array(ErratumCause),
    notice: nullable(ErratumNotice),
  },
  { $id: "Errata" },
);

export type Briefings = Static<typeof Briefings>;
export type IssuedBriefing = Static<typeof IssuedBriefing>;
export type BriefingIssuing = Static<typeof BriefingIssuing>;
export type BriefingSkeleton = Static<typeof BriefingSkeleton>;
export type Errata = Static<typeof Errata>;
export type Erratum = Static<typeof Erratum>;
export type ErratumCause = Static<typeof ErratumCause>;
