// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { fail, succeed } from '#domain/shared/result.ts';
import { showQuiz } from './show-quiz.tsx';

beforeEach(() => localStorage.clear());

describe.each(['en', 'es'] as const)('an officer in the quiz (%s)', (language) => {
  test('who errs first is told what follows, why and by which clause, and decides again with other details', async () => {
    const quiz = await showQuiz(language);
    const { t, say, optionText, pack } = quiz;
    await quiz.press(t.skip);
    expect(screen.getByRole('heading', { level: 1, name: t.firstScenario })).toBeVisible();
    const situation = pack.text[language].scenarios.S1?.situation;
    expect(screen.getByText(say(situation, 'S1', 1))).toBeVisible();
    await quiz.press(t.toQuestion);
    await quiz.decide('S1', 'hit', 'arrest');

    const told = screen.getByRole('region', { name: t.whatFollows });
    const { consequence, why } = optionText('S1', 'hit', 'arrest');
    const sentences = within(told).getByText(say(consequence, 'S1', 1));
    expect(sentences).toBeVisible();
    expect(within(told).getByText(t.wrong)).toBeVisible();
    const reason = within(told).getByText(say(why, 'S1', 1));
    expect(sentences.compareDocumentPosition(reason)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(within(told).getByText('R5')).toBeVisible();
    expect(told).toHaveTextContent(pack.text[language].clauses.R5?.name ?? '-');
    expect(within(told).getByText(/0:0\d/)).toBeVisible();

    await quiz.press(t.toLook);
    expect(screen.getByRole('heading', { level: 1, name: t.lookAgain })).toBeVisible();
    expect(screen.getByText('R8')).toBeVisible();
    await quiz.press(t.runAgain);
    expect(screen.getByText(say(situation, 'S1', 2))).toBeVisible();
    expect(say(situation, 'S1', 2)).not.toBe(say(situation, 'S1', 1));
    expect(quiz.station.items).toMatchObject([
      { kind: 'decided', attempt: 1, scenarioId: 'S1', run: 1, decisionId: 'hit', optionId: 'arrest', language },
    ]);
  });

  test('who decides by the record passes, and sees by clause what was right and what was coached', async () => {
    const quiz = await showQuiz(language);
    const { t } = quiz;
    await quiz.press(t.skip);
    await quiz.press(t.toQuestion);
    await quiz.decide('S1', 'hit', 'read');
    await quiz.press(t.nextQuestion);
    await quiz.decide('S1', 'finish', 'warn');
    await quiz.press(t.nextScenario);
    await quiz.press(t.toQuestion);
    await quiz.decide('S2', 'confirm', 'ask-active');
    expect(screen.getByText(t.coach)).toBeVisible();
    await quiz.press(t.chooseAgain);
    expect(screen.getAllByRole('radio')).toHaveLength(2);
    await quiz.decide('S2', 'confirm', 'ask-both');
    await quiz.press(t.nextScenario);
    await quiz.press(t.toQuestion);
    await quiz.decide('S4', 'unclear', 'call');
    await quiz.press(t.nextScenario);
    await quiz.press(t.toQuestion);
    await quiz.decide('S7', 'witness', 'statement');
    await quiz.press(t.toResult);

    expect(screen.getByRole('heading', { level: 1, name: t.passed })).toBeVisible();
    const lists = screen.getAllByRole('list');
    expect(
      lists.map((list) =>
        within(list)
          .getAllByText(/^R\d+$/)
          .map((clause) => clause.textContent),
      ),
    ).toEqual([['R11'], ['R1', 'R5', 'R8', 'R9', 'R13']]);
    expect(quiz.ended).toEqual([]);
    await quiz.press(t.toReceipt);
    expect(quiz.ended).toEqual(['passed']);
    expect(quiz.station.items).toHaveLength(6);
  });

  test('who errs in three runs is asked to see the sergeant, with what to read, and is not told of failing', async () => {
    const quiz = await showQuiz(language);
    const { t } = quiz;
    await quiz.press(t.skip);
    for (const run of [1, 2, 3]) {
      await quiz.press(t.toQuestion);
      await quiz.decide('S1', 'hit', 'arrest', run);
      await quiz.press(run < 3 ? t.toLook : t.toResult);
      if (run < 3) await quiz.press(t.runAgain);
    }
    expect(screen.getByRole('heading', { level: 1, name: t.sergeant })).toBeVisible();
    expect(screen.getByRole('heading', { name: t.readAgain })).toBeVisible();
    expect(screen.getByText('R5')).toBeVisible();
    expect(quiz.ended).toContain('needs-talk');
    quiz.reload();
    expect(screen.getByRole('heading', { level: 1, name: t.sergeant })).toBeVisible();
  });
});

describe('a decision', () => {
  const atFirstQuestion = async () => {
    const quiz = await showQuiz('en');
    await quiz.press(quiz.t.skip);
    await quiz.press(quiz.t.toQuestion);
    return quiz;
  };

  test('is told nothing of before it is safe on the device', async () => {
    const quiz = await atFirstQuestion();
    let isSafe = () => {};
    quiz.station.answerWith(() => new Promise((resolve) => (isSafe = () => resolve(succeed({ kept: 'waiting' })))));
    await quiz.pick('S1', 'hit', 'arrest');
    await quiz.press(quiz.t.confirm);
    expect(screen.getByText('Saving your decision…')).toBeVisible();
    expect(screen.queryByRole('heading', { name: quiz.t.whatFollows })).toBeNull();
    expect(screen.queryByText(quiz.t.wrong)).toBeNull();
    isSafe();
    expect(await screen.findByRole('heading', { name: quiz.t.whatFollows })).toHaveFocus();
  });

  test('pressed twice is recorded once', async () => {
    const quiz = await atFirstQuestion();
    let asked = 0;
    let isSafe = () => {};
    quiz.station.answerWith(() => {
      asked += 1;
      return new Promise((resolve) => (isSafe = () => resolve(succeed({ kept: 'waiting' }))));
    });
    await quiz.pick('S1', 'hit', 'read');
    await quiz.press(quiz.t.confirm);
    await quiz.press(quiz.t.confirm);
    isSafe();
    await screen.findByRole('heading', { name: quiz.t.whatFollows });
    expect(asked).toBe(1);
  });

  test('that was refused says so, tells nothing, and can be sent again', async () => {
    const quiz = await atFirstQuestion();
    quiz.station.answerWith(async () => fail({ code: 'recording.refused', detail: 'evidence.out-of-turn' }));
    await quiz.pick('S1', 'hit', 'read');
    await quiz.press(quiz.t.confirm);
    expect(await screen.findByText(/evidence\.out-of-turn/)).toBeVisible();
    expect(screen.queryByText(quiz.t.right)).toBeNull();
    quiz.station.answerWith(async () => succeed({ kept: 'waiting' }));
    await quiz.press(quiz.t.confirm);
    expect(await screen.findByText(quiz.t.right)).toBeVisible();
  });

  test('needs a choice before it can be confirmed', async () => {
    const quiz = await atFirstQuestion();
    await quiz.press(quiz.t.confirm);
    expect(screen.getByRole('alert')).toHaveTextContent('Choose one of the answers first.');
    expect(quiz.station.items).toEqual([]);
  });

  test('half made survives a language switch, and is recorded in the language it was confirmed in', async () => {
    const quiz = await atFirstQuestion();
    await quiz.pick('S1', 'hit', 'arrest');
    await quiz.officer.click(screen.getByRole('button', { name: 'Español' }));
    const spanish = quiz.say(quiz.optionText('S1', 'hit', 'arrest', 'es').label, 'S1', 1, 'es');
    expect(await screen.findByRole('radio', { name: spanish })).toBeChecked();
    await quiz.press('Confirmar esta decisión');
    expect(await screen.findByText('Por aquí no')).toBeVisible();
    await quiz.officer.click(screen.getByRole('button', { name: 'English' }));
    expect(await screen.findByText('Not this way')).toBeVisible();
    expect(quiz.station.items).toMatchObject([{ optionId: 'arrest', language: 'es' }]);
  });

  test('can be made with the keyboard alone', async () => {
    const quiz = await atFirstQuestion();
    await waitFor(() => expect(screen.getByRole('region', { name: /The return says WARRANT/ })).toHaveFocus());
    await quiz.officer.tab();
    expect(screen.getAllByRole('radio')[0]).toHaveFocus();
    await quiz.officer.keyboard(' {Enter}');
    expect(await screen.findByRole('heading', { name: quiz.t.whatFollows })).toHaveFocus();
  });
});

describe('after a reload', () => {
  test('the card sort goes on where it was, and is not met again once it is done', async () => {
    const quiz = await showQuiz('en');
    await quiz.officer.click(screen.getByRole('button', { name: 'Civil' }));
    await quiz.press('Next card');
    await quiz.officer.click(screen.getByRole('button', { name: 'Criminal' }));
    const card = screen.getByRole('article').textContent;
    quiz.reload();
    expect(screen.getByText('Card 2 of 3')).toBeVisible();
    expect(screen.getByRole('article')).toHaveTextContent(card ?? '-');
    await quiz.press('Next card');
    await quiz.officer.click(screen.getByRole('button', { name: 'Cannot tell' }));
    await quiz.press('To the scenarios');
    quiz.reload();
    expect(screen.getByRole('heading', { level: 1, name: quiz.t.firstScenario })).toBeVisible();
  });

  test('an officer is back at the situation, the question, the explanation and what went wrong', async () => {
    const quiz = await showQuiz('en');
    const { t } = quiz;
    await quiz.press(t.skip);
    quiz.reload();
    expect(screen.getByRole('button', { name: t.toQuestion })).toBeVisible();
    await quiz.press(t.toQuestion);
    const order = screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent);
    quiz.reload();
    expect(screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual(order);
    await quiz.decide('S1', 'hit', 'read');
    quiz.reload();
    expect(screen.getByText(t.right)).toBeVisible();
    await quiz.press(t.nextQuestion);
    quiz.reload();
    await quiz.decide('S1', 'finish', 'wait');
    quiz.reload();
    expect(screen.getByText(t.wrong)).toBeVisible();
    await quiz.press(t.toLook);
    quiz.reload();
    expect(screen.getByRole('heading', { level: 1, name: t.lookAgain })).toBeVisible();
    await quiz.press(t.runAgain);
    quiz.reload();
    expect(screen.getByText('Time 2 of at most 3, with other details.')).toBeVisible();
    expect(screen.getByRole('button', { name: t.toQuestion })).toBeVisible();
    expect(quiz.station.items).toHaveLength(2);
  });

  test('on another device the record alone is enough to go on', async () => {
    const decisions = [{ scenarioId: 'S1', run: 1, decisionId: 'hit', optionId: 'read' }];
    const quiz = await showQuiz('en', { decisions });
    expect(screen.getByText(quiz.t.right)).toBeVisible();
    await quiz.press(quiz.t.nextQuestion);
    await quiz.decide('S1', 'finish', 'warn');
  });

  test('a spoilt place on the device costs nothing but the place', async () => {
    const quiz = await showQuiz('en');
    await quiz.press(quiz.t.skip);
    for (const key of Object.keys(localStorage)) if (key.startsWith('muster.quiz')) localStorage.setItem(key, '{"no');
    quiz.reload();
    expect(screen.getByRole('button', { name: quiz.t.skip })).toBeVisible();
  });

  test('another attempt begins afresh', async () => {
    const first = await showQuiz('en');
    await first.press(first.t.skip);
    const second = await showQuiz('en', { attempt: 2 });
    expect(second.main().getByRole('button', { name: second.t.skip })).toBeVisible();
  });
});

test('the warm-up explains each card at once, by shape and word, and records nothing', async () => {
  const quiz = await showQuiz('en');
  await quiz.officer.click(screen.getByRole('button', { name: 'Criminal' }));
  const told = screen.getByRole('region');
  expect(within(told).getByRole('heading')).toHaveFocus();
  expect(told).toHaveTextContent(/Civil|Criminal|Cannot tell/);
  expect(quiz.station.items).toEqual([]);
});
