/** The measures of GB/T 9704-2012 in Word's units. DOMAIN section 9. */

/** Millimetres as twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

/** Millimetres as the units of drawings. */
export const drawingUnits = (millimetres: number): number => Math.round(millimetres * 36_000);

/** A4 with the margins of the standard: top 37, bottom 35, left 28, right 26; the text is 156 × 225 mm. */
export const page = {
  width: 210,
  height: 297,
  margins: { top: 37, bottom: 35, left: 28, right: 26 },
  textWidth: 156,
  charactersPerLine: 28,
} as const;

/** Sizes in points: 2号, 3号, 4号, and the small ones of tables. */
export const sizes = { title: 22, body: 16, pageNumber: 14, note: 12, table: 10.5 } as const;

/** The fixed line of 29 pt, by which 22 lines stand on a page. */
export const linePoints = 29;

/** The page number stands 7 mm below the text, in a line of 16 pt. */
export const pageNumberLine = { below: 7, points: 16 } as const;
