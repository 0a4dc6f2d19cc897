import type { departments as source } from "../zh-CN/departments.ts";

/** Words of the pages 责任单位, in English. */
export const departments: typeof source = { title: "Departments" };
