import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EvidenceItem } from '#domain/completion/evidence.ts';
import type { Training } from '#domain/completion/training.ts';
import { type Cmi5Link, cmi5Link } from '#recording/cmi5/cmi5-link.ts';
import type { LmsChange } from '#recording/lms/lms-link.ts';
import { theRealCourse, theShortCourse } from '#test/support/a-quiz-course.ts';
import { aTraining } from '#test/support/a-recorder.ts';
import { aCmi5Lms, type Cmi5Lms } from '#test/support/cmi5-lms/a-cmi5-lms.ts';
import { aTabShelf } from '#test/support/cmi5-lms/a-unit.ts';
import { keyOf } from '#test/support/cmi5-lms/held.ts';
import type { Launch } from '#test/support/cmi5-lms/launching.ts';
import type { LmsSession, Stored } from '#test/support/cmi5-lms/records.ts';

/** The link by itself, where a caller does what the recorder would not, or looks closer than the table does. */

const pack = theShortCourse();
let lms: Cmi5Lms;
beforeEach(async () => {
  lms = await aCmi5Lms();
});
afterEach(() => lms.close());

type Page = { link: Cmi5Link; address: URL; session: LmsSession; returned: string[] };

function aPage(
  given: Launch = {},
  { course = pack, shelf = aTabShelf() as ReturnType<typeof aTabShelf> | null } = {},
): Page {
  const { address, session } = lms.launch(given);
  return pageAt(address, session, { course, shelf });
}

function pageAt(
  address: URL,
  session: LmsSession,
  { course = pack, shelf = aTabShelf() as ReturnType<typeof aTabShelf> | null } = {},
): Page {
  const returned: string[] = [];
  const now = () => Date.parse('2026-11-22T12:00:00.000Z');
  const browser = {
    fetch: (...asked: Parameters<typeof fetch>) => fetch(...asked),
    shelf,
    now,
    goTo: (to: string) => returned.push(to),
  };
  return { link: cmi5Link(address, course, browser), address, session, returned };
}

let made = 0;
function item(changes: Partial<EvidenceItem> & { kind: EvidenceItem['kind'] }): EvidenceItem {
  made += 1;
  const id = `019aa000-0000-7000-8000-${String(made).padStart(12, '0')}`;
  return {
    id,
    editionHash: pack.editionHash,
    deviceAt: '2026-11-22T12:00:05.000Z',
    language: 'en',
    ...changes,
  } as EvidenceItem;
}

const change = (items: LmsChange['items'], training: Partial<Training> = {}): LmsChange => ({
  state: `line ${items.length}`,
  items,
  training: aTraining(pack, { covered: [], watchedShare: 0, ...training }),
});
const aCompletion = (): Training['completion'] => {
  const known = { id: 'c-1', officerId: 'officer-7', editionHash: pack.editionHash, receipt: '' };
  return { ...known, completedAt: '2026-11-22T12:10:00.000Z', grade: 'C' };
};
const opened = () => ({ item: item({ kind: 'opened' }), right: null });
const ok = { ok: true, value: undefined };
const refusedAs = (detail: string) => ({ ok: false, error: { code: 'recording.refused', detail } });
const saidBy = ({ session }: Page) => lms.saidIn(session).map((each) => each.verb.id.split('/').at(-1));

describe('one conversation', () => {
  test('begun twice at once, the token is asked for once', async () => {
    const page = aPage();
    const [first, second] = await Promise.all([page.link.begin(), page.link.begin()]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(lms.refusals).toEqual([]);
    expect(saidBy(page)).toEqual(['initialized']);
  });

  test('what was told is not even sent again: initialized after a reload, completed and passed after another write', async () => {
    const shelf = aTabShelf();
    const first = aPage({}, { shelf });
    const { address } = first;
    const sent = () => lms.requests.filter((each) => /PUT .*statements/.test(each)).length;
    await first.link.begin();
    const reloaded = pageAt(address, first.session, { shelf });
    await reloaded.link.begin();
    expect(sent()).toBe(1);
    const completion = aCompletion();
    await reloaded.link.write(change([opened()], { completion }));
    expect(saidBy(reloaded)).toEqual(['initialized', 'open', 'completed', 'passed']);
    await reloaded.link.write(change([], { completion }));
    expect(sent()).toBe(4);
  });

  test('a tab that keeps nothing still records', async () => {
    const page = aPage({}, { shelf: null });
    await page.link.begin();
    expect(await page.link.write(change([opened()]))).toEqual(ok);
    expect(await page.link.leave(false)).toEqual(ok);
    expect(saidBy(page)).toEqual(['initialized', 'open', 'terminated']);
  });

  test('what was written is there at the next launch, under the registration', async () => {
    const first = aPage();
    await first.link.begin();
    await first.link.write({ ...change([]), state: '1.abc' });
    await first.link.leave(false);
    const again = aPage({ registration: first.session.registration });
    expect(await again.link.begin()).toMatchObject({ value: { state: '1.abc', held: 'incomplete' } });
    const another = aPage();
    expect(await another.link.begin()).toMatchObject({ value: { state: '', held: 'nothing' } });
  });

  test('the learner is named by nothing that can be read, and each enrollment by another id', async () => {
    const launched = async (given: Launch) => {
      const begun = await aPage(given).link.begin();
      return begun.ok ? begun.value.learnerId : '';
    };
    const { registration } = lms.launch().session;
    const mine = await launched({ registration, learner: 'ortega.4711' });
    expect(mine).not.toMatch(/ortega|4711/);
    expect(await launched({ registration, learner: 'ortega.4711' })).toBe(mine);
    expect(await launched({ registration, learner: 'ortega.4711', part: 'film' })).not.toBe(mine);
    expect(await launched({ registration, learner: 'nguyen.4712' })).not.toBe(mine);
  });

  test('nothing is asked of an address that is no web address', async () => {
    const { address, session } = lms.launch();
    address.searchParams.set('endpoint', 'javascript:alert(1)');
    expect(await pageAt(address, session).link.begin()).toEqual(refusedAs('cmi5.launch-incomplete'));
    expect(lms.requests).toEqual([]);
  });
});

describe('the end', () => {
  test('after it, nothing is written', async () => {
    const page = aPage();
    await page.link.begin();
    await page.link.leave(true);
    expect(await page.link.write(change([opened()]))).toEqual(refusedAs('cmi5.session-ended'));
    expect(saidBy(page)).toEqual(['initialized', 'terminated']);
    expect(lms.refusals).toEqual([]);
  });

  test('leaving twice leads back twice, and says terminated once', async () => {
    const page = aPage({ returnURL: 'https://lms.example/' });
    await page.link.begin();
    await page.link.leave(true);
    await page.link.leave(true);
    expect(saidBy(page)).toEqual(['initialized', 'terminated']);
    expect(page.returned).toEqual(['https://lms.example/', 'https://lms.example/']);
  });

  test('who leaves does not wait for a write that hangs, and what it had to say comes before terminated', async () => {
    const page = aPage();
    await page.link.begin();
    lms.trouble({ on: /PUT .*statements/, does: 'hang', times: 1 });
    lms.requests.length = 0;
    const writing = page.link.write(change([opened(), { item: item({ kind: 'acknowledged' }), right: null }]));
    await lms.arrived(/PUT .*statements/);
    const since = performance.now();
    expect(await page.link.leave(false)).toEqual(ok);
    expect(performance.now() - since).toBeLessThan(3_000);
    expect(await writing).toEqual({ ok: false, error: { code: 'recording.offline' } });
    expect(saidBy(page)).toEqual(['initialized', 'open', 'acknowledge', 'terminated']);
    expect(lms.refusals).toEqual([]);
  });

  test('a leave that was not heard is said again, and nothing else', async () => {
    const page = aPage();
    await page.link.begin();
    lms.trouble({ on: /PUT/, does: 'cut', times: 1 });
    expect(await page.link.leave(false)).toMatchObject({ ok: false });
    expect(await page.link.write(change([opened()]))).toEqual(refusedAs('cmi5.session-ended'));
    expect(await page.link.leave(false)).toEqual(ok);
    expect(saidBy(page)).toEqual(['initialized', 'terminated']);
  });

  test('never begun, there is nothing to end', async () => {
    const page = aPage();
    expect(await page.link.leave(false)).toEqual(ok);
    expect(lms.requests).toEqual([]);
  });
});

describe('the document with our state', () => {
  /** What another page of the same enrollment has written meanwhile. */
  const writtenBy = (session: LmsSession, changes: object) => {
    const key = keyOf(session, 'muster');
    const held = JSON.parse(lms.documents.get(key)?.text ?? '{}');
    lms.documents.set(key, JSON.stringify({ version: 1, told: [], before: 0, here: 0, film: 0, ...held, ...changes }));
  };

  test('an older session wrote late: ours goes on, and what it told is not forgotten', async () => {
    const page = aPage();
    await page.link.begin();
    await page.link.write(change([]));
    writtenBy(page.session, { sessionId: 'an older one', state: 'theirs', told: ['completed'] });
    expect(await page.link.write({ ...change([opened()]), state: 'ours' })).toEqual(ok);
    expect(lms.stateOf(page.session)).toMatchObject({ state: 'ours', told: ['completed'] });
  });

  test('a later launch wrote: ours is refused and overwrites nothing', async () => {
    const page = aPage();
    await page.link.begin();
    await page.link.write(change([]));
    const later = lms.launch({ registration: page.session.registration });
    page.session.state = 'initialized';
    writtenBy(page.session, { sessionId: later.session.sessionId, state: 'theirs' });
    expect(await page.link.write({ ...change([]), state: 'ours' })).toEqual(refusedAs('cmi5.launched-elsewhere'));
    expect(lms.stateOf(page.session)).toMatchObject({ state: 'theirs' });
  });

  test('a document that is none of ours is begun anew', async () => {
    const { address, session } = lms.launch();
    lms.documents.set(keyOf(session, 'muster'), '"something"');
    const page = pageAt(address, session);
    expect(await page.link.begin()).toMatchObject({ value: { state: '' } });
    expect(await page.link.write(change([]))).toEqual(ok);
  });
});

describe('what an LMS answers', () => {
  test.each([
    ['a page instead of an answer', 200, { code: 'recording.offline' }],
    ['busy', 429, { code: 'recording.offline' }],
    ['broken', 503, { code: 'recording.offline' }],
    ['session over', 401, { code: 'recording.signed-out' }],
    ['not allowed', 403, { code: 'recording.refused', detail: 'http.403' }],
    ['not understood', 400, { code: 'recording.refused', detail: 'http.400' }],
  ])('%s: said truly', async (_name, status, error) => {
    const page = aPage();
    await page.link.begin();
    lms.trouble({ on: /PUT .*statements/, does: status, times: 1 });
    expect(await page.link.write(change([opened()]))).toEqual({ ok: false, error });
    // Only the statement that was not taken is missing, and it is told when it is tried again.
    lms.trouble();
    expect(saidBy(page)).toEqual(['initialized']);
  });

  test('a statement is taken and the state is not: not confirmed, and nothing comes twice', async () => {
    const page = aPage();
    await page.link.begin();
    const told = change([opened()]);
    lms.trouble({ on: /PUT .*state\?/, does: 503, times: 1 });
    expect(await page.link.write(told)).toEqual({ ok: false, error: { code: 'recording.offline' } });
    expect(await page.link.write(told)).toEqual(ok);
    expect(saidBy(page)).toEqual(['initialized', 'open']);
  });

  test('an id that the LMS holds with something else in it is refused', async () => {
    const page = aPage();
    await page.link.begin();
    const mine = opened();
    lms.statements.push({
      id: mine.item.id,
      verb: { id: 'urn:other' },
      object: { id: 'urn:other' },
      actor: {},
    } as Stored);
    expect(await page.link.write(change([mine]))).toEqual(refusedAs('http.409'));
  });

  test.each([
    ['no launch data', 404, 'http.404'],
    ['a token for something else', 403, 'http.403'],
  ])('%s at the launch: said truly', async (_name, status, detail) => {
    const page = aPage();
    lms.trouble({ on: /LMS\.LaunchData/, does: status, times: 1 });
    expect(await page.link.begin()).toEqual(refusedAs(detail));
  });

  test('no network at the launch: begun again, it goes on where it was', async () => {
    const page = aPage();
    lms.trouble({ on: /agents\/profile/, does: 'cut', times: 1 });
    expect(await page.link.begin()).toEqual({ ok: false, error: { code: 'recording.offline' } });
    expect((await page.link.begin()).ok).toBe(true);
    expect(lms.refusals).toEqual([]);
  });
});

describe('what is said', () => {
  const real = theRealCourse();
  const decisions = Object.values(real.scenarios).flatMap((scenario) =>
    scenario.decisions.flatMap((decision) => decision.options.map((option) => ({ scenario, decision, option }))),
  );

  test('every answer of the real course is taken by a validator that is not ours', async () => {
    const page = aPage({}, { course: real });
    await page.link.begin();
    const items = decisions.map(({ scenario, decision, option }) => ({
      item: item({
        kind: 'decided',
        attempt: 1,
        scenarioId: scenario.id,
        run: 1,
        decisionId: decision.id,
        optionId: option.id,
      }),
      right: null,
    }));
    expect(await page.link.write(change(items))).toEqual(ok);
    expect(lms.refusals).toEqual([]);
    const answers = lms.saidIn(page.session).slice(1);
    expect(answers).toHaveLength(decisions.length);
    // Details of a run are no part of a question that is the same for everybody.
    expect(
      answers.filter(({ object }) => /\{/.test(JSON.stringify(Object.values(object.definition?.name ?? {})))),
    ).toEqual([]);
    expect(JSON.stringify(answers.map(({ object }) => object.definition))).not.toMatch(/"[^"]*\{\w+[,}]/);
  });

  test('where the course does not grade, no answer is called right', async () => {
    const page = aPage();
    await page.link.begin();
    const decided = {
      kind: 'decided',
      attempt: 2,
      scenarioId: 'S1',
      run: 3,
      decisionId: 'hit',
      optionId: 'read',
    } as const;
    await page.link.write(
      change([
        { item: item(decided), right: null },
        { item: item(decided), right: true },
      ]),
    );
    const [, ungraded, graded] = lms.saidIn(page.session);
    expect(ungraded?.result).toEqual({ response: 'read' });
    expect(graded?.result).toEqual({ response: 'read', success: true });
    expect(graded?.context?.extensions).toMatchObject({
      'urn:muster:extension:attempt': 2,
      'urn:muster:extension:run': 3,
    });
  });

  test('an allowed statement bears the language in which it was done, and never the category of cmi5', async () => {
    const page = aPage();
    await page.link.begin();
    await page.link.write(change([{ item: item({ kind: 'acknowledged', language: 'es' }), right: null }]));
    const [, acknowledged] = lms.saidIn(page.session);
    expect(acknowledged?.context?.language).toBe('es');
    expect(acknowledged?.context?.contextActivities?.category).toBeUndefined();
    expect(acknowledged?.context?.contextActivities?.parent).toEqual([
      { objectType: 'Activity', id: page.session.activityId },
    ]);
  });

  test('an item from before this session is told in it, with its own time beside', async () => {
    const page = aPage();
    await page.link.begin();
    await page.link.write(
      change([{ item: item({ kind: 'opened', deviceAt: '2026-11-21T23:00:00.000Z' }), right: null }]),
    );
    const [, told] = lms.saidIn(page.session);
    expect(told?.timestamp).toBe('2026-11-22T12:00:00.000Z');
    expect(told?.context?.extensions?.['urn:muster:extension:device-at']).toBe('2026-11-21T23:00:00.000Z');
  });

  test('what the film reports is told as it was played', async () => {
    const page = aPage({ part: 'film' });
    await page.link.begin();
    const stretches = [
      { fromSeconds: 0, toSeconds: 12.5, rate: 1 },
      { fromSeconds: 20, toSeconds: 25, rate: 1.25 },
    ];
    const watched = item({ kind: 'watched', stretches, narration: 'es', captions: ['en'] });
    const covered = stretches.map(({ fromSeconds, toSeconds }) => ({ fromSeconds, toSeconds }));
    await page.link.write(change([{ item: watched, right: null }], { covered, watchedShare: 17.5 / 30 }));
    await page.link.leave(false);
    const video = 'https://w3id.org/xapi/video/extensions';
    const said = lms
      .saidIn(page.session)
      .map(({ verb, result }) => [verb.id.split('/').at(-1), result?.extensions ?? {}]);
    expect(said.slice(2, -2)).toEqual([
      ['played', { [`${video}/time`]: 0 }],
      ['seeked', { [`${video}/time-from`]: 12.5, [`${video}/time-to`]: 20 }],
      ['played', { [`${video}/time`]: 20 }],
      [
        'progressed',
        {
          [`${video}/played-segments`]: '0.000[.]12.500[,]20.000[.]25.000',
          'https://w3id.org/xapi/cmi5/result/extensions/progress': 58,
        },
      ],
      [
        'paused',
        {
          [`${video}/time`]: 25,
          [`${video}/progress`]: 0.583,
          [`${video}/played-segments`]: '0.000[.]12.500[,]20.000[.]25.000',
        },
      ],
    ]);
  });
});
