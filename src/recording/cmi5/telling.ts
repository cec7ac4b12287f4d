import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { LmsChange, LmsItem } from '../lms/lms-link.ts';
import type { RecordingError } from '../recorder.ts';
import type { Ask } from './ask-lms.ts';
import type { Browser } from './browser.ts';
import { initializedStatement, terminatedStatement } from './defined-statements.ts';
import { filmLeft, placeAfter, type Seen, secondsWatched } from './film-statements.ts';
import { itemStatements } from './item-statements.ts';
import type { OnlyOnce } from './kept-state.ts';
import { nowTrue, onceStatement, type Spent } from './once.ts';
import type { Opened } from './opening.ts';
import { sendStatement } from './send-statement.ts';
import type { Session } from './session.ts';
import type { Speaking, Statement } from './statement.ts';

type Told = Result<void, RecordingError>;

type With = {
  speaking: Speaking;
  kept: Opened['kept'];
  told: Opened['told'];
  ask: Ask;
  browser: Browser;
  /** Keeps the session over a reload. */
  keep(): void;
};

export type Telling = ReturnType<typeof openTelling>;

/** What is said in one session, in the order that cmi5 demands (9.3). `session` is changed as it goes on. */
export function openTelling({ speaking, kept, told: toldBefore, ask, browser, keep }: With, session: Session) {
  const told = new Set<string>();
  const once = new Set<OnlyOnce>(toldBefore);
  const before = kept.held();
  const sameSession = before?.sessionId === speaking.data.sessionId;
  const spentBefore = before ? before.before + (sameSession ? 0 : before.here) : 0;
  let filmSeconds = before?.film ?? 0;
  let unsent: LmsChange | null = null;
  /** Null until the recorder has said what was seen: after a reload we know only where the film stood. */
  let seen: Seen | null = null;
  let leaving = false;

  const secondsHere = () => Math.max(0, (browser.now() - Date.parse(session.startedAt)) / 1000);
  /** Now, and not before anything that was told: order is judged by these times (9.7), also where a clock was put back. */
  const at = () => [new Date(browser.now()).toISOString(), session.latestAt].sort().at(-1) as string;
  const spent = (): Spent => ({ filmAt: session.filmAt, seconds: spentBefore + secondsHere(), filmSeconds });

  async function say(...statements: Statement[]): Promise<Told> {
    for (const statement of statements) {
      const sent = await sendStatement(ask, statement, leaving);
      if (!sent.ok) return sent;
      if (statement.timestamp > session.latestAt) session.latestAt = statement.timestamp;
      keep();
    }
    return succeed(undefined);
  }

  async function sayItem(each: LmsItem, now: Seen): Promise<Told> {
    if (told.has(each.item.id)) return succeed(undefined);
    const said = await say(...itemStatements(speaking, each, now, session.filmAt, session.startedAt));
    if (!said.ok) return said;
    told.add(each.item.id);
    if (each.item.kind === 'watched') {
      session.filmAt = placeAfter(each.item);
      filmSeconds += secondsWatched(each.item);
      keep();
    }
    return said;
  }

  async function sayChange({ items, training, state }: LmsChange): Promise<Told> {
    const now: Seen = { ...training, completed: once.has('completed') };
    seen = now;
    for (const each of items) {
      const said = await sayItem(each, now);
      if (!said.ok) return said;
    }
    for (const what of nowTrue(speaking, training, spent()).filter((each) => !once.has(each))) {
      const said = await say(onceStatement(speaking, what, at(), now, spent()));
      if (!said.ok) return said;
      once.add(what);
    }
    const { sessionId } = speaking.data;
    const times = { before: spentBefore, here: secondsHere(), film: filmSeconds };
    return kept.write({ version: 1, sessionId, state, told: [...once], ...times });
  }

  async function write(change: LmsChange): Promise<Told> {
    if (speaking.data.mode === 'practice') return refused('practice');
    if (session.ending !== 'no') return refused('session-ended');
    unsent = change;
    const said = await sayChange(change);
    if (said.ok) unsent = null;
    return said;
  }

  return {
    /** `initialized`, before anything else and once in a session (9.3.2). */
    async greet(): Promise<Told> {
      if (session.initialized) return succeed(undefined);
      const said = await say(initializedStatement(speaking, session.startedAt));
      session.initialized = said.ok;
      keep();
      return said;
    },
    write,
    /** What still waits, then `terminated`; after it nothing is said, even when it was not heard (9.3.8). */
    async takeLeave(): Promise<Told> {
      if (!session.initialized || session.ending === 'terminated') return succeed(undefined);
      leaving = true;
      if (unsent) await write(unsent);
      if (seen && session.filmAt !== null) await say(...filmLeft(speaking, seen, at(), session.filmAt));
      session.ending = 'leaving';
      keep();
      const said = await say(terminatedStatement(speaking, at(), secondsHere()));
      if (said.ok) session.ending = 'terminated';
      keep();
      return said;
    },
    returnUrl: () => speaking.data.returnUrl,
  };
}

const refused = (detail: string) => fail({ code: 'recording.refused' as const, detail: `cmi5.${detail}` });
