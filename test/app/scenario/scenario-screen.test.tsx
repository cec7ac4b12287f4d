// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { theRealCourse, theShortCourse } from '#test/support/a-quiz-course.ts';
import { scenarioOf, showScenario as show } from './show-scenario.tsx';

const pack = theShortCourse();

const expectSoundStructure = async (container: HTMLElement) => {
  // Contrast needs a layout, which jsdom has not: the tokens are tested for it, and real browsers in the acceptance tests.
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
};

beforeEach(() => localStorage.clear());

describe('a paper', () => {
  const civilNotes = { en: 'Points to civil', es: 'Apunta a lo civil' };

  test.each(['en', 'es'] as const)(
    'says nothing of what it proves until the officer has decided (%s)',
    async (language) => {
      const { unmount } = await show(language, scenarioOf(pack, 'S1'));
      const field = pack.text[language].facsimiles['return-a']?.fields['record-type'];
      expect(screen.getByText(field?.says ?? '-')).toBeVisible();
      expect(screen.queryByText(civilNotes[language])).toBeNull();
      expect(screen.queryByText(field?.why ?? '-')).toBeNull();
      unmount();

      await show(language, scenarioOf(pack, 'S1'), { taken: [{ decisionId: 'hit', optionId: 'read' }] });
      const officer = userEvent.setup();
      const line = screen.getByText(field?.label ?? '-').closest('div') as HTMLElement;
      expect(within(line).getByText(civilNotes[language])).toBeVisible();
      expect(within(line).getByText(field?.why ?? '-')).not.toBeVisible();
      await officer.click(within(line).getByText(civilNotes[language]));
      expect(within(line).getByText(field?.why ?? '-')).toBeVisible();
    },
  );

  test('is marked as a facsimile in both languages, on the sheet and in its description', async () => {
    await show('en', scenarioOf(pack, 'S1'));
    const sheet = screen.getByRole('article', { name: 'Database return' });
    expect(sheet).toHaveAccessibleDescription(/NOT A LEGAL DOCUMENT.*FACSÍMIL DE ENTRENAMIENTO/);
    expect(within(sheet).getByText(/NO ES UN DOCUMENTO LEGAL/)).toHaveAttribute('lang', 'es');
  });

  test('that is cut off reads as cut off', async () => {
    await show('en', scenarioOf(pack, 'S4'));
    expect(screen.getAllByText('cut off at the edge')).toHaveLength(2);
  });

  test('is not explained by a coached half answer, since the question is still open', async () => {
    const coached = { decisionId: 'confirm', optionId: 'ask-active' };
    await show('en', scenarioOf(pack, 'S2'), { taken: [coached], explanationsRead: 1 });
    expect(screen.queryByText('Points to criminal')).toBeNull();
  });

  test('of an earlier decision stays at hand', async () => {
    const decisions = scenarioOf(pack, 'S1').decisions.map((each, at) => (at === 0 ? each : { ...each, papers: [] }));
    const taken = [{ decisionId: 'hit', optionId: 'read' }];
    await show('en', scenarioOf(pack, 'S1', { decisions }), { taken, explanationsRead: 1 });
    const officer = userEvent.setup();
    expect(screen.getByText('OUTSTANDING ADMINISTRATIVE WARRANT OF REMOVAL')).not.toBeVisible();
    await officer.click(screen.getByText('The paper from before'));
    expect(screen.getByText('OUTSTANDING ADMINISTRATIVE WARRANT OF REMOVAL')).toBeVisible();
  });
});

describe('who reads the papers again', () => {
  const below = {
    en: { question: 'To the question', explanation: 'To what follows' },
    es: { question: 'Ir a la pregunta', explanation: 'Ir a lo que pasa después' },
  };
  const taken = [{ decisionId: 'hit', optionId: 'read' }];

  test.each(['en', 'es'] as const)('is one touch from the question, then from what follows (%s)', async (language) => {
    const leadsTo = (name: string) =>
      document.querySelector(screen.getByRole('link', { name }).getAttribute('href') ?? '-');
    const { unmount } = await show(language, scenarioOf(pack, 'S1'));
    expect(leadsTo(below[language].question)).toContainElement(screen.getAllByRole('radio')[0] ?? null);
    unmount();
    await show(language, scenarioOf(pack, 'S1'), { taken });
    expect(leadsTo(below[language].explanation)).toContainElement(
      screen.getByRole('button', { name: /→|^(Next|Siguiente)/ }),
    );
    expect(screen.queryByRole('link', { name: below[language].question })).toBeNull();
  });

  test('gets no such way where no paper stands above', async () => {
    const decisions = scenarioOf(pack, 'S1').decisions.map((each) => ({ ...each, papers: [] }));
    await show('en', scenarioOf(pack, 'S1', { decisions }));
    expect(screen.queryByRole('link', { name: below.en.question })).toBeNull();
  });
});

describe('the options', () => {
  const real = theRealCourse();
  const orderIn = async (language: Language, seed: string) => {
    const { unmount } = await show(language, scenarioOf(real, 'S1'), { course: real, seed });
    const order = screen.getAllByRole<HTMLInputElement>('radio').map((radio) => radio.value);
    unmount();
    return order;
  };

  test('stand in one order for a run, in either language, so that nothing moves under a thumb', async () => {
    const first = await orderIn('en', 'seed:S1:1');
    expect(first).toHaveLength(4);
    for (const language of ['en', 'es', 'en', 'es'] as const)
      expect(await orderIn(language, 'seed:S1:1')).toEqual(first);
  });

  test('stand in another order for other officers, so that nobody is told "the second one"', async () => {
    const places = new Set<number>();
    for (const officer of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']) {
      places.add((await orderIn('en', `${officer}:S1:1`)).indexOf('read'));
    }
    expect(places.size).toBeGreaterThan(2);
  });
});

describe('a decision that the agency rules', () => {
  const scenario = scenarioOf(pack, 'S7', {
    decisions: scenarioOf(pack, 'S7').decisions.map((decision) => ({ ...decision, agency: 'interpreter' })),
  });
  const asked = [{ decisionId: 'witness', optionId: 'ask-status' }];
  /** What the agency has declared right is pinned in the edition. */
  const answering = (answer?: string): CoursePack => {
    const options = ['statement', 'ask-status'];
    const setting = { id: 'interpreter', options, ...(answer === undefined ? {} : { answer }) };
    return { ...pack, course: { ...pack.course, agencySettings: [setting] } };
  };

  test('is tagged and not graded while the agency has set nothing', async () => {
    const { unmount } = await show('en', scenario, { course: answering() });
    expect(screen.getByText('Your agency decides – ask your agency')).toBeVisible();
    expect(screen.getByText(/Your choice is not graded/)).toBeVisible();
    unmount();
    await show('en', scenario, { course: answering(), taken: asked });
    expect(screen.getByText('Your agency decides – ask your agency')).toBeVisible();
    expect(screen.queryByText('Not this way')).toBeNull();
  });

  test('is graded by what the agency has set', async () => {
    await show('en', scenario, { course: answering('ask-status'), taken: asked });
    expect(screen.getByText('Decided rightly')).toBeVisible();
    expect(screen.queryByText('Your agency decides – ask your agency')).toBeNull();
  });
});

describe('the course that is taught, on the screen', () => {
  const real = theRealCourse();
  const cases = Object.keys(real.scenarios).flatMap((id) =>
    (['en', 'es'] as const).map((language) => [id, language] as const),
  );

  test.each(cases)('%s is sound to a screen reader while deciding and when explained (%s)', async (id, language) => {
    const scenario = scenarioOf(real, id);
    const asking = await show(language, scenario, { course: real });
    await expectSoundStructure(asking.container);
    asking.unmount();
    const wrong = scenario.decisions[0]?.options.find((option) => option.verdict === 'wrong');
    const taken = [{ decisionId: scenario.start, optionId: wrong?.id ?? '' }];
    const explained = await show(language, scenario, { course: real, taken });
    await expectSoundStructure(explained.container);
    expect(explained.container).not.toHaveTextContent(/[{}]|undefined/);
  });
});
