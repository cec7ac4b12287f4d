import { ownServerRecorder } from './own-server/own-server.ts';
import type { Recorder } from './recorder.ts';

/** Where evidence goes outside an LMS. A package looks for its LMS in src/app/lms/choose-link.ts. */
export const chooseRecorder = (): Recorder => ownServerRecorder();
