import type { ExitMode, Standard } from './package-choices.ts';

export type LmsPreset = { standards: readonly Standard[]; exit: ExitMode };

/** What suits an LMS, from what its maker or its users write about it (docs/lms.md says where); none of it was tried there. */
export const lmsPresets: ReadonlyMap<string, LmsPreset> = new Map([
  ['absorb', { standards: ['scorm2004'], exit: 'suspend-or-normal' }],
  ['blackboard', { standards: ['scorm2004'], exit: 'always-suspend' }],
  ['cornerstone', { standards: ['scorm12'], exit: 'suspend-or-normal' }],
  ['docebo', { standards: ['scorm12'], exit: 'suspend-or-normal' }],
  ['moodle', { standards: ['scorm12'], exit: 'suspend-or-normal' }],
  ['scorm-cloud', { standards: ['scorm2004', 'cmi5'], exit: 'always-suspend' }],
  ['successfactors', { standards: ['scorm2004'], exit: 'suspend-or-normal' }],
  ['talentlms', { standards: ['scorm12'], exit: 'suspend-or-normal' }],
]);
