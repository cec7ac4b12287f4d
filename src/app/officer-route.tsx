import { chooseRecorder } from '#recording/choose-recorder.ts';
import { renewSession } from './api/renewal.ts';
import { useSession } from './api/session.ts';
import { OfficerModule } from './officer/officer-module.tsx';

const recorder = chooseRecorder();

/** Where the officer's module meets the receiver of its evidence; one file for phones to load. */
export function OfficerRoute() {
  const { officerId } = useSession().signedIn;
  return <OfficerModule recorder={recorder} learnerId={officerId} signInAgain={renewSession} />;
}
