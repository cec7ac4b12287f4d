/** Where pages and worker find what is kept on this device. */

/** The edition that the card shows. */
export const courseShelf = 'muster-course';
/** The course and the film that were taken along; one edition at a time. */
export const trainingShelf = 'muster-training';
/** The files of the app besides the card's own; the build that they belong to ends the name. */
export const appShelves = 'muster-app-';

/** What a page asks of the worker, with a port for the answer. */
export type WorkerRequest = { kind: 'keep-app' };
export type WorkerAnswer = { kept: boolean };
