import { type Static, Type } from "typebox";

/** That requests can be served: the store answers, its disk has room, and its latest write was kept. */
export const Ready = Type.Object({ status: Type.Literal("ready") }, { $id: "Ready" });

export type Ready = Static<typeof Ready>;
