import { ownServerRecorder } from './own-server/own-server.ts';
import type { Recorder } from './recorder.ts';

/** Looks at how the course was launched and picks where evidence goes. Packages for an LMS add their adapters here. */
export const chooseRecorder = (): Recorder => ownServerRecorder();
