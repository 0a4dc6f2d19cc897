/** Words of the page 方案. */
export const plan = {
  title: "方案",
};
