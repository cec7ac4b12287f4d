import { chooseRecorder } from '#recording/choose-recorder.ts';
import { renewSession } from './api/renewal.ts';
import { OfficerModule } from './officer/officer-module.tsx';

const recorder = chooseRecorder();

/** Where the officer's module meets the receiver of its evidence; one file for phones to load. */
export function OfficerRoute() {
  return <OfficerModule recorder={recorder} signInAgain={renewSession} />;
}
