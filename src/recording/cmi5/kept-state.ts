import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { RecordingError } from '../recorder.ts';
import { type Ask, refusalOf } from './ask-lms.ts';
import { launchDataId, readLaunchData } from './launch-data.ts';
import type { LaunchParameters } from './launch-parameters.ts';

/** What may be told only once in a registration. */
export type OnlyOnce = 'completed' | 'passed' | 'film-completed';

/** Our one document in the State resource, by registration: what the recorder keeps, and what was told already. */
export type KeptState = {
  version: 1;
  /** Whose the last write was: the LMS's id of that session. */
  sessionId: string;
  state: string;
  told: OnlyOnce[];
  /** Seconds spent: in sessions before this one, in this one, and with the film running. */
  before: number;
  here: number;
  film: number;
};

const stateId = 'muster';
const mostTries = 3;

/**
 * Reads and writes that document. Another session of the same registration may write as well: the one that the LMS launched
 * last goes on, the other is told so, and neither forgets what was told (xAPI Communication 3.1, concurrency).
 */
export function openKeptState(ask: Ask, { actor, activityId, registration }: LaunchParameters, sessionId: string) {
  const about = (id: string) => ({ activityId, agent: JSON.stringify(actor), registration, stateId: id });
  let held: KeptState | null = null;
  /** null: the LMS names none, or none that this page may see. */
  let etag: string | null = null;
  let exists = false;
  let isFresh = false;

  async function read(): Promise<Result<KeptState | null, RecordingError>> {
    const answer = await ask({ resource: 'activities/state', about: about(stateId) });
    if (!answer.ok) return answer;
    const { status, value } = answer.value;
    if (status !== 200 && status !== 404 && status !== 204) return refusalOf(answer.value);
    exists = status === 200;
    etag = strong(answer.value.etag);
    held = exists && isKeptState(value) ? value : null;
    isFresh = true;
    return succeed(held);
  }

  /** The LMS writes its launch data anew at each launch: whose session is in it was launched last. */
  async function wasLaunchedLast(): Promise<Result<boolean, RecordingError>> {
    const answer = await ask({ resource: 'activities/state', about: about(launchDataId) });
    if (!answer.ok) return answer;
    return succeed(readLaunchData(answer.value.value)?.sessionId === sessionId);
  }

  async function putOnce(next: KeptState): Promise<Result<'kept' | 'changed-meanwhile', RecordingError>> {
    const before = held?.sessionId;
    if (!isFresh) {
      const found = await read();
      if (!found.ok) return found;
    }
    if (held && held.sessionId !== before && held.sessionId !== sessionId) {
      const ours = await wasLaunchedLast();
      if (!ours.ok) return ours;
      if (!ours.value) return fail({ code: 'recording.refused', detail: 'cmi5.launched-elsewhere' });
    }
    const body = { ...next, told: [...new Set([...next.told, ...(held?.told ?? [])])] };
    const match = etag ? { 'If-Match': etag } : exists ? {} : { 'If-None-Match': '*' };
    const answer = await ask({
      resource: 'activities/state',
      about: about(stateId),
      method: 'PUT',
      body,
      headers: match,
    });
    if (!answer.ok) {
      isFresh = false;
      return answer;
    }
    const { status } = answer.value;
    isFresh = status === 204 && strong(answer.value.etag) !== null;
    if (status === 412 || status === 409) return succeed('changed-meanwhile');
    if (status !== 204) return refusalOf(answer.value);
    held = body;
    etag = strong(answer.value.etag);
    exists = true;
    return succeed('kept');
  }

  return {
    read,
    held: () => held,
    async write(next: KeptState): Promise<Result<void, RecordingError>> {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const put = await putOnce(next);
        if (!put.ok) return put;
        if (put.value === 'kept') return succeed(undefined);
      }
      return fail({ code: 'recording.offline' });
    },
  };
}

/** A weak one, as a compressing proxy makes it, never matches (RFC 9110 13.1.1): better none than never written. */
const strong = (etag: string | null): string | null => (etag?.startsWith('W/') ? null : etag);

const isKeptState = (value: unknown): value is KeptState => {
  const given = value as Partial<KeptState> | null;
  return given?.version === 1 && typeof given.state === 'string' && Array.isArray(given.told);
};
