import type { Language } from '#domain/course/closed-lists.ts';

/** The standards that LMSs take packages in; the screens are the same in each, only what tells of them differs. */
export const standards = ['scorm12', 'scorm2004', 'cmi5'] as const;
export type Standard = (typeof standards)[number];

/**
 * What the package tells the LMS when the learner goes, in SCORM. `suspend-or-normal`: as the standard has it.
 * `always-suspend`: also when all is done, for an LMS that begins a new attempt otherwise and shows the pass no more.
 */
export const exitModes = ['suspend-or-normal', 'always-suspend'] as const;
export type ExitMode = (typeof exitModes)[number];

/** Lines of the film's picture: for phones and slow networks, or for large screens too. */
export const qualities = [480, 1080] as const;
export type Quality = (typeof qualities)[number];

/** What whoever makes a package decides. */
export type PackageChoices = {
  /** The film's languages, one or two; the first is named first. */
  languages: readonly Language[];
  quality: Quality;
  /** `inside`, or the https address of a folder, with its slash, where the film lies. */
  media: 'inside' | string;
  exit: ExitMode;
};
