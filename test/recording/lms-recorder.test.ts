// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import type { Watched } from '#domain/completion/evidence.ts';
import { fail } from '#domain/shared/result.ts';
import { lmsRecorder } from '#recording/lms/lms-recorder.ts';
import { memoryShelf } from '#recording/outbox-shelf.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';
import { aLink, breaks, neverAnswers, saysNo } from '#test/support/lms/a-link.ts';
import { aDevice, anOfficer, quickPace } from '#test/support/lms/an-officer.ts';

const pack = theShortCourse();

describe('an officer in an LMS', () => {
  test('is told that what waits lies only in this tab, where a frame may keep nothing', async () => {
    const lms = aLink();
    lms.answer = saysNo;
    const { steps, sending } = await anOfficer(pack, lms.link, async () => memoryShelf());
    await steps.open();
    expect(sending()).toMatchObject({ waiting: 1, fleeting: true, problem: { code: 'recording.offline' } });
    const kept = await anOfficer(pack, aLink().link, aDevice());
    expect(kept.sending().fleeting).toBe(false);
  });

  test.each([
    ['says no', saysNo],
    ['throws', breaks],
    ['never answers', neverAnswers],
  ])('goes on while the LMS %s; what waits is sent by itself once it answers', async (_how, fails) => {
    const lms = aLink();
    lms.answer = fails;
    const { steps, sending } = await anOfficer(pack, lms.link, aDevice());
    await steps.open();
    await steps['watch-half']();
    expect(sending().waiting).toBe(2);
    expect(sending().training).toMatchObject({ standing: 'watching', watchedShare: 0.5 });
    lms.answer = aLink().answer;
    await vi.waitFor(() => expect(sending()).toMatchObject({ waiting: 0, problem: null }));
    expect(lms.changes.at(-1)?.items.map(({ item }) => item.kind)).toEqual(['opened', 'watched']);
  });

  test('is asked for one thing at a time, and every decision is told whether it was right', async () => {
    const lms = aLink();
    const { steps } = await anOfficer(pack, lms.link, aDevice());
    for (const step of [
      'open',
      'watch-half',
      'watch-rest',
      'acknowledge',
      'decide-wrong',
      'decide-all-right',
    ] as const) {
      await steps[step]();
    }
    const told = lms.changes.flatMap(({ items }) => items).filter(({ item }) => item.kind === 'decided');
    expect(told[0]?.right).toBe(false);
    expect(told.at(-1)?.right).toBe(true);
    expect(lms.changes.filter(({ training }) => training.completion)).toHaveLength(1);
    expect(lms.changes.at(-1)?.training.completion).toMatchObject({ grade: 'C' });
  });

  test('finishes the first unit with the film, and owes nothing else in it', async () => {
    const lms = aLink({ part: 'film' });
    const { steps, training } = await anOfficer(pack, lms.link, aDevice());
    await steps.open();
    await steps['watch-half']();
    expect(training()).toMatchObject({ standing: 'watching', completion: null });
    await steps['watch-rest']();
    expect(training()).toMatchObject({ standing: 'done', completion: { grade: 'C' } });
  });

  test('begins the second unit at the policy, and nothing claims the film', async () => {
    const lms = aLink({ part: 'policy-and-quiz' });
    const { opening, steps, training } = await anOfficer(pack, lms.link, aDevice());
    expect(opening).toMatchObject({
      value: { part: 'policy-and-quiz', training: { standing: 'policy', covered: [] } },
    });
    await steps.open();
    await steps.acknowledge();
    await steps['decide-all-right']();
    expect(training()).toMatchObject({ standing: 'done', watchedShare: 0, witnessed: false });
  });

  test('leaves nothing on the device where the LMS does not say who learns', async () => {
    const [lms, device] = [aLink({ learnerId: '' }), aDevice()];
    lms.answer = saysNo;
    const first = await anOfficer(pack, lms.link, device);
    await first.steps.open();
    expect(first.sending()).toMatchObject({ waiting: 1, fleeting: true });
    const next = await anOfficer(pack, aLink({ learnerId: '' }).link, device);
    expect(next.sending().training?.standing).toBe('not-opened');
  });

  test('is never told in one unit what waits for the other', async () => {
    const [film, device] = [aLink({ part: 'film' }), aDevice()];
    film.answer = saysNo;
    const first = await anOfficer(pack, film.link, device);
    await first.steps['watch-half']();
    const quiz = aLink({ part: 'policy-and-quiz' });
    await anOfficer(pack, quiz.link, device);
    expect(quiz.changes).toEqual([]);
    const again = await anOfficer(pack, aLink({ part: 'film' }).link, device);
    expect(again.training().watchedShare).toBe(0.5);
  });

  test('counts nothing that ran faster than the course lets it, or outside the film', async () => {
    const lms = aLink();
    const { recorder, steps, training, opening } = await anOfficer(pack, lms.link, aDevice());
    await steps.open();
    const common = { id: '019aa000-0000-7000-8000-000000000001', editionHash: pack.editionHash };
    const stretches = [
      { fromSeconds: 0, toSeconds: 20, rate: 16 },
      { fromSeconds: 25, toSeconds: 300, rate: 1 },
    ];
    const watched: Pick<Watched, 'kind' | 'stretches' | 'narration' | 'captions'> = {
      kind: 'watched',
      stretches,
      narration: 'en',
      captions: [],
    };
    await recorder.submit({ ...watched, ...common, deviceAt: new Date().toISOString() });
    expect(opening.ok).toBe(true);
    expect(training().covered).toEqual([{ fromSeconds: 25, toSeconds: pack.film.durationSeconds }]);
  });

  test('whose page goes leaves with what was played last, in the same moment', async () => {
    const lms = aLink();
    const options = { endsWithPage: true, openShelf: aDevice(), pace: quickPace };
    const recorder = lmsRecorder(lms.link, pack, options);
    await recorder.open();
    const deviceAt = new Date().toISOString();
    const played = { id: '019aa000-0000-7000-8000-000000000002', editionHash: pack.editionHash, deviceAt };
    // The film listens for the going of the page as well, and was opened after the recorder.
    window.addEventListener('pagehide', () => {
      const stretches = [{ fromSeconds: 0, toSeconds: 7, rate: 1 }];
      void recorder.submit({ kind: 'watched', ...played, stretches, narration: 'en', captions: [] });
    });
    window.dispatchEvent(new Event('beforeunload'));
    window.dispatchEvent(new Event('pagehide'));
    expect(lms.said).toEqual(['begin', 'write', 'leave']);
    expect(lms.changes[0]?.training.covered).toEqual([{ fromSeconds: 0, toSeconds: 7 }]);
    window.dispatchEvent(new Event('pagehide'));
    await new Promise((later) => setTimeout(later, 30));
    expect(lms.said).toEqual(['begin', 'write', 'leave']);
  });

  test.each([
    ['has passed already', { held: 'passed' }, 'leave finished'],
    ['only looks', { mode: 'practice' }, 'leave'],
  ] as const)('who %s leaves with the page as well, and nothing is written', async (_who, launch, said) => {
    const lms = aLink(launch);
    const recorder = lmsRecorder(lms.link, pack, { endsWithPage: true, openShelf: aDevice(), pace: quickPace });
    await recorder.open();
    window.dispatchEvent(new Event('pagehide'));
    expect(lms.said).toEqual(['begin', said]);
  });

  test('opens again when the first try found no LMS, and begins once', async () => {
    const lms = aLink();
    const begin = lms.link.begin;
    let tries = 0;
    lms.link.begin = async () => {
      tries += 1;
      return tries === 1 ? fail({ code: 'recording.offline' }) : begin();
    };
    const recorder = lmsRecorder(lms.link, pack, { endsWithPage: false, openShelf: aDevice(), pace: quickPace });
    expect(await recorder.open()).toMatchObject({ ok: false, error: { code: 'recording.offline' } });
    expect(await recorder.open()).toMatchObject({ ok: true });
    expect(await recorder.open()).toMatchObject({ ok: true });
    expect(lms.said).toEqual(['begin']);
  });
});
