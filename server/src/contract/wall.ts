import { type Static, Type } from "typebox";
import { Changes } from "./changes.ts";
import { nullable } from "./common.ts";
import { LightMap } from "./lights.ts";
import { Outlook } from "./outlook.ts";
import { Progress } from "./progress.ts";
import { Shortfalls } from "./shortfalls.ts";

/** All that a wall shows of a plan, in one answer of one state: what stands on an open screen is this and nothing else. */
export const Wall = Type.Object(
  {
    progress: Progress,
    /** Since the month before; null in the first month of the plan. */
    changes: nullable(Changes),
    lights: LightMap,
    shortfalls: Shortfalls,
    outlook: Outlook,
  },
  { $id: "Wall" },
);

export type Wall = Static<typeof Wall>;
