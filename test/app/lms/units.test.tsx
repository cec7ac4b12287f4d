// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { MemoryRouter } from 'react-router';
import { beforeEach, describe, expect, test } from 'vitest';
import '#app/i18n/i18n.ts';
import '#app/lms/words.ts';
import { OfficerModule } from '#app/officer/officer-module.tsx';
import { type Language, languages } from '#domain/course/closed-lists.ts';
import type { QuizDecision } from '#domain/scenario/quiz.ts';
import { openOptions } from '#domain/scenario/run.ts';
import type { LmsLaunch } from '#recording/lms/lms-link.ts';
import { lmsRecorder } from '#recording/lms/lms-recorder.ts';
import { noProgress, type Progress, quizOf } from '#recording/lms/progress.ts';
import { lineOf } from '#recording/lms/progress-line.ts';
import { rightDecisions } from '#test/support/a-living-recorder.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';
import { aTraining } from '#test/support/a-recorder.ts';
import { aLink } from '#test/support/lms/a-link.ts';
import { aDevice, quickPace } from '#test/support/lms/an-officer.ts';
import { decisionNow } from '#test/support/story.ts';
import { wordsIn } from '#test/support/words.ts';

const pack = theShortCourse();
const learnerId = 'q7';
const wholeFilm = [{ fromSeconds: 0, toSeconds: pack.film.durationSeconds }];

async function open(language: Language, launch: Partial<LmsLaunch>, progress: Partial<Progress> = {}) {
  await i18next.changeLanguage(language);
  const part = launch.part ?? 'whole';
  const state = lineOf({ pack, learnerId, part }, { ...noProgress, ...progress });
  const lms = aLink({ learnerId, state, ...launch });
  const recorder = lmsRecorder(lms.link, pack, { endsWithPage: false, openShelf: aDevice(), pace: quickPace });
  render(
    <MemoryRouter>
      <OfficerModule recorder={recorder} />
    </MemoryRouter>,
  );
  return { lms, officer: userEvent.setup(), t: wordsIn(language) };
}

beforeEach(() => localStorage.clear());

describe.each(languages)('the units of a course in an LMS (%s)', (language) => {
  test('the second begins at the policy, has no way back to the film, and asks for the decisions next', async () => {
    const { lms, officer, t } = await open(language, { part: 'policy-and-quiz' });
    expect(await screen.findByRole('heading', { name: t('officer:policy.title') })).toBeVisible();
    expect(screen.queryByRole('button', { name: t('officer:policy.backToFilm') })).toBeNull();
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).not.toContain(
      t('officer:training.step.film'),
    );
    await officer.click(screen.getByRole('checkbox', { name: t('officer:policy.sentence') }));
    await officer.click(screen.getByRole('button', { name: t('officer:policy.acknowledge') }));
    expect(await screen.findByRole('heading', { name: t('officer:cardSort.title') })).toBeVisible();
    expect(lms.changes.at(-1)?.training).toMatchObject({ covered: [], standing: 'deciding' });
  });

  test('the first ends with the film and points to the second', async () => {
    const { lms, t } = await open(language, { part: 'film' }, { opened: true, covered: wholeFilm });
    expect(await screen.findByText(t('officer:done.nextUnit'))).toBeVisible();
    expect(screen.queryByText(t('officer:done.policy'))).toBeNull();
    expect(screen.queryByText(t('officer:done.receipt'))).toBeNull();
    expect(lms.changes.at(-1)?.training.completion).toMatchObject({ grade: 'C' });
  });

  test('a pass that the LMS holds without our line is said without a date', async () => {
    const { t } = await open(language, { held: 'passed', state: '' });
    expect(await screen.findByRole('heading', { name: t('officer:done.already') })).toBeVisible();
    expect(screen.queryByText(t('officer:done.date'))).toBeNull();
  });

  test('who only looks is promised no record at the end', async () => {
    const decisions = rightDecisions(pack, aTraining(pack, { officerId: learnerId }));
    const seen = { opened: true, covered: wholeFilm, acknowledgedAt: '2026-11-22T11:00:00.000Z', decisions };
    const { lms, officer, t } = await open(language, { mode: 'practice' }, seen);
    await officer.click(await screen.findByRole('button', { name: t('officer:quiz.passed.next') }));
    expect(await screen.findByText(t('officer:done.looked.words'))).toBeVisible();
    expect(lms.said).toEqual(['begin']);
  });

  test('after "see your sergeant" nobody is asked whether the scenarios are open again: the next launch opens them', async () => {
    const decisions = lastButOneBeforeTalk();
    const seen = { opened: true, covered: wholeFilm, acknowledgedAt: '2026-11-22T11:00:00.000Z', decisions };
    const { officer, t } = await open(language, {}, seen);
    await officer.click(await screen.findByRole('button', { name: t('officer:scenario.toQuestion') }));
    const next = decisionNow(pack, language, quizAfter(decisions), 'wrong');
    await officer.click(screen.getByRole('radio', { name: next.label }));
    await officer.click(screen.getByRole('button', { name: t('officer:scenario.confirm') }));
    await officer.click(await screen.findByRole('button', { name: t('officer:quiz.leave.toResult') }));
    expect(await screen.findByText(t('officer-lms:quiz.needsTalk.next'))).toBeVisible();
    expect(screen.queryByRole('button', { name: t('officer:training.talk.askAgain') })).toBeNull();
  });
});

const quizAfter = (decisions: QuizDecision[]) => quizOf({ pack, learnerId, part: 'whole' }, { attempt: 1, decisions });

/** Wrong again and again, until one more leads to the sergeant. */
function lastButOneBeforeTalk(): QuizDecision[] {
  const made: QuizDecision[] = [];
  for (;;) {
    const quiz = quizAfter(made);
    const scenario = pack.scenarios[quiz.current?.scenarioId ?? ''];
    const run = scenario && quiz.runs[scenario.id]?.at(-1);
    const option = scenario && run && openOptions(scenario, run).find(({ verdict }) => verdict === 'wrong');
    if (!quiz.current || !option || !run?.decisionId) throw new Error('The quiz has ended.');
    const next = { ...quiz.current, decisionId: run.decisionId, optionId: option.id };
    if (quizAfter([...made, next]).standing === 'needs-talk') return made;
    made.push(next);
  }
}
