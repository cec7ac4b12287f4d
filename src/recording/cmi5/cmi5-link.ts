import type { CoursePack } from '#domain/course/pack.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { LmsLink } from '../lms/lms-link.ts';
import type { RecordingError } from '../recorder.ts';
import { askLms } from './ask-lms.ts';
import { type Browser, thisBrowser } from './browser.ts';
import { fetchToken } from './fetch-token.ts';
import { type LaunchParameters, readLaunchParameters } from './launch-parameters.ts';
import { type Cmi5Launch, openLaunch } from './opening.ts';
import { keepSession, newSession, readSession, type Session } from './session.ts';
import { openTelling, type Telling } from './telling.ts';

/** The conversation with an LMS by cmi5; `begin` says besides whether the learner wants sound (11.2). */
export type Cmi5Link = LmsLink & { begin(): Promise<Result<Cmi5Launch, RecordingError>> };

/**
 * One launch of one of the two assignable units: token once, then what the LMS says, then `initialized`; whatever happens
 * after that as allowed statements; `completed` and `passed` once in a registration; `terminated` last of all.
 *
 * @param launchUrl the address with which the LMS opened the page
 */
export function cmi5Link(launchUrl: URL, course: CoursePack, browser: Browser = thisBrowser()): Cmi5Link {
  const launch = readLaunchParameters(launchUrl);
  return launch ? linkOf(launch, course, browser) : linkToNobody;
}

function linkOf(launch: LaunchParameters, course: CoursePack, browser: Browser): Cmi5Link {
  let session: Session | null = readSession(browser.shelf, launch);
  let asking: ReturnType<typeof fetchToken> | null = null;
  let telling: Telling | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const { ask, halt, resume } = askLms(launch.endpoint, () => session?.token ?? '', browser);
  const keep = () => session && keepSession(browser.shelf, launch, session);

  /** One thing at a time, also where the caller did not wait to the end: order is what cmi5 is about (9.3). */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  }

  /** One request however often it is begun: a second one would be answered with an error (8.2.3). */
  async function authorised(): Promise<Result<Session, RecordingError>> {
    if (session) return succeed(session);
    asking ??= fetchToken(launch.fetch, browser);
    const token = await asking;
    asking = null;
    if (!token.ok) return token;
    session ??= newSession(token.value, browser.now());
    keep();
    return succeed(session);
  }

  async function begin(): Promise<Result<Cmi5Launch, RecordingError>> {
    const mine = await authorised();
    if (!mine.ok) return mine;
    if (mine.value.ending !== 'no') return refused('session-ended');
    const opened = await openLaunch(ask, launch);
    if (!opened.ok) return opened;
    const { data, kept, told, launched } = opened.value;
    telling = openTelling({ speaking: { launch, data, course }, kept, told, ask, browser, keep }, mine.value);
    const greeted = await telling.greet();
    return greeted.ok ? succeed(launched) : greeted;
  }

  async function leave(): Promise<Result<void, RecordingError>> {
    resume();
    const left = telling ? await telling.takeLeave() : succeed(undefined);
    // 10.2.6: also when the LMS did not take our leave; it calls such a session abandoned itself.
    const address = telling?.returnUrl();
    if (address) browser.goTo(address);
    return left;
  }

  return {
    begin: () => inTurn(begin),
    write: (change) => inTurn(async () => telling?.write(change) ?? fail({ code: 'recording.offline' })),
    leave() {
      halt();
      return inTurn(leave);
    },
  };
}

const refused = (detail: string) => fail({ code: 'recording.refused' as const, detail: `cmi5.${detail}` });

/** Opened without what an LMS gives: nobody is there to record anything. */
const linkToNobody: Cmi5Link = {
  begin: async () => refused('launch-incomplete'),
  write: async () => refused('launch-incomplete'),
  leave: async () => refused('launch-incomplete'),
};
