/** How much of a file is borne, before and after it is unpacked. TRUST S8. */
export const limits = {
  bytes: 5 * 1024 * 1024,
  inflatedBytes: 50 * 1024 * 1024,
  /** Unpacked to packed; asked only of what unpacks to more than `smallBytes`, since little can be packed as tightly as it likes. */
  ratio: 100,
  smallBytes: 1024 * 1024,
  entries: 1000,
  cells: 50_000,
  /** Characters of a cell that are read. */
  cellLength: 4000,
  milliseconds: 10_000,
  memoryMegabytes: 256,
  /** Files that are read at the same time, and that may wait. */
  atOnce: 2,
  waiting: 16,
} as const;
