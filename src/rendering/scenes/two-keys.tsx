import { AskSupervisor } from './ask-supervisor.tsx';
import { HourCeiling } from './hour-ceiling.tsx';
import { between, type Moment, when } from './moment.ts';
import { TwoKeyLock } from './two-key-lock.tsx';
import { UrgentBars } from './urgent-bars.tsx';

/** Confirm, tell, ask, mind the hour: one picture a cue. */
export function TwoKeys(moment: Moment) {
  if (moment.t < when(moment, 'tell-only-reason') - 0.2)
    return <TwoKeyLock moment={moment} show={between(moment, 'confirm-both', 'tell-only-reason')} />;
  if (moment.t < when(moment, 'unsure-supervisor') - 0.2)
    return <UrgentBars moment={moment} show={between(moment, 'tell-only-reason', 'unsure-supervisor')} />;
  if (moment.t < when(moment, 'hour-ceiling') - 0.2)
    return <AskSupervisor moment={moment} show={between(moment, 'unsure-supervisor', 'hour-ceiling')} />;
  return <HourCeiling moment={moment} />;
}
