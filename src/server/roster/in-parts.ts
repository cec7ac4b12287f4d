/** Written by the hundred: SQLite takes 32,766 values to a statement. */
const atOnce = 500;

export const inParts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, part) => all.slice(part * atOnce, (part + 1) * atOnce));
