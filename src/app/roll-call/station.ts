import type { RollCallView } from '#domain/roll-call/roll-call.ts';
import { fail, type Result } from '#domain/shared/result.ts';
import type { StationShelf } from '#recording/station-shelf.ts';
import { connectionLost, isPassing, isSignedOut, type Problem } from '../api/problem.ts';
import type { StationItem } from './station-items.ts';

export type StationState = {
  view: RollCallView | null;
  /** Kept here, not yet answered by the server. */
  waiting: readonly StationItem[];
  problem: Problem | null;
  /** This browser keeps nothing: what waits is lost with the tab. */
  fleeting: boolean;
};

/** How the station reaches the server. */
export type Line = {
  look(): Promise<Result<RollCallView, Problem>>;
  send(item: StationItem): Promise<Result<RollCallView, Problem>>;
};

const firstRetryMilliseconds = 2000;
const longestRetryMilliseconds = 15_000;

/**
 * One roll call on one device: keeps everything first, sends in order, one at a time, and again until the server answers.
 * A shelf that fails hinders nothing: what it will not take stays in memory, and is said to be `fleeting`.
 */
export function openStation(line: Line, shelf: StationShelf<StationItem>) {
  let state: StationState = { view: null, waiting: [], problem: null, fleeting: false };
  let turn: Promise<unknown> = Promise.resolve();
  let retry: ReturnType<typeof setTimeout> | undefined;
  let retryAfter = firstRetryMilliseconds;
  const listeners = new Set<() => void>();

  function become(changes: Partial<StationState>) {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  }

  /** One thing after the other on the shelf too: nothing is taken from it before it lies there. */
  let shelved: Promise<unknown> = Promise.resolve();
  function onShelf(job: () => Promise<unknown>) {
    shelved = shelved.then(job).catch(() => become({ fleeting: true }));
  }
  // What the last page could not send goes before whatever is tapped while the shelf is read.
  onShelf(async () => {
    const kept = await shelf.list();
    if (kept.length > 0) become({ waiting: [...kept, ...state.waiting] });
  });

  /** One call at a time, so that an older answer never covers a newer one. */
  function inTurn<T>(job: () => Promise<T>): Promise<T> {
    const done = turn.then(job);
    turn = done.catch(() => undefined);
    return done;
  }

  function take(answer: Result<RollCallView, Problem>): Result<RollCallView, Problem> {
    become(answer.ok ? { view: answer.value, problem: null } : { problem: answer.error });
    return answer;
  }

  function tryLater(problem: Problem) {
    clearTimeout(retry);
    // A session that ended is renewed by the sergeant, not by asking again and again.
    if (isSignedOut(problem)) return;
    retry = setTimeout(() => void flush(), retryAfter);
    retryAfter = Math.min(retryAfter * 2, longestRetryMilliseconds);
  }

  async function sendWaiting(): Promise<void> {
    await shelved;
    for (let item = state.waiting[0]; item; item = state.waiting[0]) {
      const sent = item;
      await shelved;
      const answer = await line.send(sent);
      if (!answer.ok && isPassing(answer.error)) {
        take(answer);
        tryLater(answer.error);
        return;
      }
      retryAfter = firstRetryMilliseconds;
      const { view } = state;
      // The view first: a row must not fall back to the old tick between two pictures.
      if (answer.ok) state = { ...state, view: answer.value, problem: null };
      onShelf(() => shelf.remove(sent.id));
      become({ waiting: state.waiting.filter(({ id }) => id !== sent.id) });
      if (answer.ok) continue;
      const looked = await line.look();
      become({ view: looked.ok ? looked.value : view, problem: answer.error });
      return;
    }
  }

  const flush = () => inTurn(sendWaiting);

  return {
    read: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look: async () => {
      await inTurn(async () => take(await line.look()));
      await flush();
    },
    flush,
    put(item: StationItem) {
      onShelf(() => shelf.add(item));
      become({ waiting: [...state.waiting, item] });
      void flush();
    },
    /** A call that needs the server's word at once; what waits goes first. Its own problem is the caller's to show. */
    async askNow(call: () => Promise<Result<RollCallView, Problem>>): Promise<Result<RollCallView, Problem>> {
      await flush();
      // What is still waiting belongs before it: nothing is closed over a tick that the server has not seen.
      if (state.waiting.length > 0) return fail(state.problem ?? connectionLost);
      return inTurn(async () => {
        const answer = await call();
        return answer.ok ? take(answer) : answer;
      });
    },
    stop: () => clearTimeout(retry),
  };
}
