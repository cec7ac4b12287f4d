// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import i18next from 'i18next';
import { beforeEach, describe, expect, test } from 'vitest';
import '#app/i18n/i18n.ts';
import { TwoClocks } from '#app/scenario/two-clocks.tsx';
import { theShortCourse } from '#test/support/a-quiz-course.ts';
import { scenarioOf, showScenario } from './show-scenario.tsx';

const pack = theShortCourse();
const clocksIn = (name: string) => screen.getByRole('region', { name });
const read = { decisionId: 'hit', optionId: 'read' };
const wait = { decisionId: 'finish', optionId: 'wait' };

type Given = Partial<Parameters<typeof TwoClocks>[0]['run']> & { hourStarts?: 'business-done' | 'hit'; held?: boolean };

async function showClocks(language: 'en' | 'es', { hourStarts = 'business-done', held = false, ...run }: Given) {
  await i18next.changeLanguage(language);
  const whole = { stopMinutes: 6, holdMinutes: 2, basis: 'unknown', ...run } as const;
  render(<TwoClocks run={whole} hourStarts={hourStarts} hasPapers heldOnCivil={held} />);
  return clocksIn(language === 'en' ? 'The two clocks' : 'Los dos relojes');
}

beforeEach(() => localStorage.clear());

describe('the two clocks', () => {
  test('say stop and hold in words, and what is known of the basis', async () => {
    await showScenario('en', scenarioOf(pack, 'S2'));
    const clocks = clocksIn('The two clocks');
    expect(clocks).toHaveTextContent('6 minutes of ordinary business');
    expect(clocks).toHaveTextContent('2 minutes held');
    expect(clocks).toHaveTextContent('not known yet');
    expect(within(clocks).getByRole('status')).toHaveTextContent(
      'Stop: 6 minutes. Held because of the hit: 2 minutes.',
    );
  });

  test.each([
    ['en', 'Never past 60, and only to find out.', /of 60|60 minutes left|58/],
    ['es', 'Nunca más de 60, y solo para averiguar.', /de 60 minutos|quedan|58/],
  ] as const)('call sixty a ceiling, not minutes to be spent (%s)', async (language, ceiling, budget) => {
    const clocks = await showClocks(language, {});
    expect(clocks).toHaveTextContent(ceiling);
    expect(clocks.textContent?.replace(ceiling, '')).not.toMatch(budget);
  });

  test.each([
    ['en', 'business-done', 'Counted from the end of ordinary business.'],
    ['en', 'hit', 'Counted from the hit.'],
    ['es', 'business-done', 'Se cuenta desde que termina el trámite ordinario.'],
    ['es', 'hit', 'Se cuenta desde la coincidencia (hit).'],
  ] as const)('say from when the hour is counted (%s, %s)', async (language, hourStarts, words) => {
    expect(await showClocks(language, { hourStarts })).toHaveTextContent(words);
  });

  test('take the beginning of the hour from the course', async () => {
    const course = { ...pack, course: { ...pack.course, hourStarts: 'hit' } } as const;
    await showScenario('en', scenarioOf(pack, 'S2'), { course });
    expect(clocksIn('The two clocks')).toHaveTextContent('Counted from the hit.');
  });

  test('name no beginning of an hour where nobody is stopped with a hit, though there are papers', async () => {
    await showScenario('en', scenarioOf(pack, 'S2', { hit: false }));
    expect(clocksIn('The two clocks')).not.toHaveTextContent('Counted from');
    expect(clocksIn('The two clocks')).toHaveTextContent('not known yet');
  });
});

describe('the dial', () => {
  const dial = (clocks: HTMLElement) => clocks.querySelector('.hold-dial') as SVGElement;

  test('shows the minutes held, and warns when confirming and a supervisor would fill the hour', async () => {
    expect(dial(await showClocks('en', { holdMinutes: 39 }))).toHaveClass('quiet');
    document.body.replaceChildren();
    const late = dial(await showClocks('en', { holdMinutes: 40 }));
    expect(late).toHaveClass('late');
    expect(late).toHaveTextContent(/^40$/);
  });

  test.each([
    ['en', 'Known to be civil: no minute is left.', '0more'],
    ['es', 'Se sabe que es civil: no queda ni un minuto.', '0más'],
  ] as const)(
    'says that no minute is left once it is known to be civil, in words too (%s)',
    async (language, words, face) => {
      await showScenario(language, scenarioOf(pack, 'S1'), { taken: [read] });
      const clocks = clocksIn(language === 'en' ? 'The two clocks' : 'Los dos relojes');
      expect(clocks).toHaveTextContent(words);
      expect(clocks).not.toHaveTextContent(/Never past|Nunca más de/);
      expect(dial(clocks)).toHaveTextContent(face);
      expect(within(clocks).getByRole('status')).toHaveTextContent(words);
    },
  );

  test('stays open while the basis is criminal: there is still something to find out', async () => {
    expect(await showClocks('en', { basis: 'criminal' })).toHaveTextContent('Never past 60');
  });
});

describe('a hold that should not have been', () => {
  test('on a basis known to be civil is told at the clocks and in the explanation, with its clause', async () => {
    await showScenario('en', scenarioOf(pack, 'S1'), { taken: [read, wait], explanationsRead: 1 });
    const clocks = clocksIn('The two clocks');
    expect(clocks).toHaveClass('broken');
    expect(within(clocks).getByText(/^Held although known to be civil\./)).toBeVisible();
    expect(within(clocks).getByRole('status')).toHaveTextContent('Held although known to be civil.');
    expect(screen.getByText(/You already knew that the basis is civil/)).toBeVisible();
    expect(screen.getByText('R1')).toBeVisible();
  });

  test('is not told of a civil basis that was found out within the hour', async () => {
    const clocks = await showClocks('en', { basis: 'civil', holdMinutes: 15 });
    expect(clocks).toHaveClass('closed');
    expect(clocks).toHaveTextContent('15 minutes held');
    expect(clocks).not.toHaveTextContent('Held although');
  });

  test('begins with the sixty-first minute, not with the sixtieth', async () => {
    expect(await showClocks('es', { holdMinutes: 60 })).not.toHaveTextContent('La hora se acabó');
    document.body.replaceChildren();
    const over = await showClocks('es', { holdMinutes: 61 });
    expect(within(over).getByText('La hora se acabó. No se retiene a nadie más de 60 minutos.')).toBeVisible();
    expect(over).toHaveClass('over');
  });

  test('past the hour ends the run in words of the screen when the course has none', async () => {
    const startsAt = { stopMinutes: 5, holdMinutes: 55, basis: 'unknown' } as const;
    const taken = [{ decisionId: 'confirm', optionId: 'ask-both' }];
    await showScenario('en', scenarioOf(pack, 'S2', { startsAt }), { taken });
    expect(screen.getByText('The hour is over. Nobody is held past 60 minutes.')).toBeVisible();
    expect(screen.getByText('Not this way')).toBeVisible();
    expect(screen.getByText('R10')).toBeVisible();
    expect(screen.getAllByText(/an hour is the limit for finding out/)[0]).toBeVisible();
  });
});
