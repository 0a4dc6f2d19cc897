/** Words of the page 产业链. */
export const chain = { title: "产业链" };
