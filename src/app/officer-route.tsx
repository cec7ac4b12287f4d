import { chooseRecorder } from '#recording/choose-recorder.ts';
import { renewSession } from './api/renewal.ts';
import { type KeepOffline, OfficerModule } from './officer/officer-module.tsx';
import { LazyKeepOffline } from './offline/lazy-keep-offline.tsx';

const recorder = chooseRecorder();

const KeepTraining: KeepOffline = (props) => <LazyKeepOffline at="training" {...props} />;

/** Where the officer's module meets the receiver of its evidence; one file for phones to load. */
export function OfficerRoute({ learnerId }: { learnerId: string }) {
  return (
    <OfficerModule recorder={recorder} learnerId={learnerId} signInAgain={renewSession} keepOffline={KeepTraining} />
  );
}
