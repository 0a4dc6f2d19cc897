import { gaoping } from "./scenarios/gaoping-2022.ts";
import { jincheng } from "./scenarios/jincheng-2023.ts";
import { lvliang } from "./scenarios/lvliang-2022.ts";
import { sanmenxia } from "./scenarios/sanmenxia-2022.ts";
import { wenshang } from "./scenarios/wenshang-2022.ts";
import type { Scenario } from "./story.ts";

/** The stories that are told; a plan without one is loaded and has no reports. */
export const scenarios: readonly Scenario[] = [gaoping, lvliang, sanmenxia, jincheng, wenshang];
