import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { LmsLaunch } from '../lms/lms-link.ts';
import { opaqueId } from '../lms/opaque-id.ts';
import type { RecordingError } from '../recorder.ts';
import { type Ask, refusalOf } from './ask-lms.ts';
import { holds } from './held-statements.ts';
import { type KeptState, type OnlyOnce, openKeptState } from './kept-state.ts';
import { type LaunchData, launchDataId, preferencesId, readLaunchData, readPreferences } from './launch-data.ts';
import type { LaunchParameters } from './launch-parameters.ts';

/** `audio`: whether the learner wants sound at the start (cmi5 11.2); null when the LMS does not say. */
export type Cmi5Launch = LmsLaunch & { audio: 'on' | 'off' | null };

export type Opened = {
  data: LaunchData;
  kept: ReturnType<typeof openKeptState>;
  /** By our own document or by what the LMS holds. */
  told: OnlyOnce[];
  launched: Cmi5Launch;
};

/** Everything that is asked before the first statement (cmi5 10, 11). */
export async function openLaunch(ask: Ask, launch: LaunchParameters): Promise<Result<Opened, RecordingError>> {
  const data = await readData(ask, launch);
  if (!data.ok) return data;
  const kept = openKeptState(ask, launch, data.value.sessionId);
  const [wishes, state, isCompleted, isPassed] = await Promise.all([
    ask({ resource: 'agents/profile', about: { agent: JSON.stringify(launch.actor), profileId: preferencesId } }),
    kept.read(),
    holds(ask, launch, 'completed'),
    holds(ask, launch, 'passed'),
  ]);
  if (!wishes.ok) return wishes;
  if (!state.ok) return state;
  if (!isCompleted.ok) return isCompleted;
  if (!isPassed.ok) return isPassed;
  const told: OnlyOnce[] = [
    ...(state.value?.told ?? []),
    ...(isCompleted.value ? (['completed'] as const) : []),
    ...(isPassed.value ? (['passed'] as const) : []),
  ];
  const { audio, languages } = readPreferences(wishes.value.status === 200 ? wishes.value.value : null);
  const launched: Cmi5Launch = {
    learnerId: enrolledLearner(launch),
    mode: data.value.mode,
    part: data.value.part,
    state: state.value?.state ?? '',
    held: heldOf(told, state.value),
    languages,
    audio,
  };
  return succeed({ data: data.value, kept, told, launched });
}

async function readData(ask: Ask, { actor, activityId, registration }: LaunchParameters) {
  const agent = JSON.stringify(actor);
  const answer = await ask({
    resource: 'activities/state',
    about: { activityId, agent, registration, stateId: launchDataId },
  });
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return refusalOf(answer.value);
  const data = readLaunchData(answer.value.value);
  return data ? succeed(data) : fail({ code: 'recording.refused' as const, detail: 'cmi5.launch-data' });
}

/** A unit is passed once both are told: whoever was cut off between the two still owes one of them (moveOn CompletedAndPassed). */
function heldOf(told: OnlyOnce[], state: KeptState | null): LmsLaunch['held'] {
  if (told.includes('completed')) return told.includes('passed') ? 'passed' : 'completed';
  return told.includes('passed') || state ? 'incomplete' : 'nothing';
}

/**
 * The same learner in the same enrollment and unit, and no name: what waits on this device for one unit is never told in
 * another, and who is enrolled again begins anew.
 */
export const enrolledLearner = ({ actor: { account }, registration, activityId }: LaunchParameters): string =>
  opaqueId(JSON.stringify([account.homePage, account.name, registration, activityId]));
