/** Whether the month's sentence still stands where the server wrote it into the page, before the pages have put themselves in its place. */
export const hasFirstSight = (): boolean => document.querySelector("[data-first-sight]") !== null;
