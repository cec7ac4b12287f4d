import type { Field, Said } from '#domain/lms-import/lms-import.ts';

/** What the ledger keeps of an import: the file by its name and SHA-256, and how it was read. */
export type LmsImportItem = {
  id: string;
  editionHash: string;
  file: { name: string; sha256: string; rows: number };
  /** Headings of the columns. */
  columns: Record<Field, string[]>;
  dayFirst: boolean;
  course: string | null;
  /** Rows that recorded nothing: refused, of who had completed already, of other courses. */
  left: { refused: number; there: number; otherCourses: number };
};

/** One completion as the LMS reported it; `row`: of the sheet. */
export type LmsReported = { officerId: string; row: number; day: string; at: string; said: Said };
