/** Words of the pages 责任单位. */
export const departments = { title: "责任单位" };
