// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { type Language, languages } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { DecisionText, Exchange } from '#domain/course/text.ts';
import { surfaceOf } from '#domain/scenario/surface.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';
import { scenarioOf, showScenario } from './show-scenario.tsx';

const seed = 'seed:S1:1';
const before: Exchange = [{ who: 'dispatch', says: 'Your check on {driver} is back.' }];
const afterRead: Exchange = [
  { who: 'officer', says: 'Which record type?' },
  { who: 'dispatch', says: 'Administrative warrant of removal.' },
];
const beforeEnd: Exchange = [{ who: 'supervisor', says: 'Anything more?' }];

function wordsAt(pack: CoursePack, language: Language, scenarioId: string, decisionId: string): DecisionText {
  const words = pack.text[language].scenarios[scenarioId]?.decisions[decisionId];
  if (!words) throw new Error(`No words for ${scenarioId} ${decisionId}.`);
  return words;
}

/** The short course with a radio: before each question of S1, and after reading. */
function withRadio(): CoursePack {
  const pack = theShortCourse();
  for (const language of languages) {
    const hit = wordsAt(pack, language, 'S1', 'hit');
    hit.radio = before;
    if (hit.options.read) hit.options.read.radio = afterRead;
    wordsAt(pack, language, 'S1', 'finish').radio = beforeEnd;
  }
  return pack;
}
const course = withRadio();
const scenario = scenarioOf(course, 'S1');
const slots = surfaceOf(course, scenario, seed, 'en');
const taken = [{ decisionId: 'hit', optionId: 'read' }];

const linesIn = (list: HTMLElement) =>
  within(list)
    .getAllByRole('listitem')
    .map((line) => line.textContent);

beforeEach(() => localStorage.clear());

test('dispatch has the name of this run, in either language', async () => {
  expect(slots.dispatcher).toMatch(/\w+ \w+/);
  const { unmount } = await showScenario('en', scenario, { course, seed });
  expect(linesIn(screen.getByRole('list', { name: 'Radio' }))).toEqual([
    `Dispatch · ${slots.dispatcher} Your check on ${slots.driver} is back.`,
  ]);
  unmount();
  await showScenario('es', scenario, { course, seed });
  expect(screen.getByText(`Despacho · ${slots.dispatcher}`)).toBeVisible();
});

test('what is heard before the question stands before it', async () => {
  await showScenario('en', scenario, { course, seed });
  const radio = screen.getByRole('list', { name: 'Radio' });
  const options = screen.getByRole('radiogroup');
  expect(radio.compareDocumentPosition(options)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test('what is heard after a choice stands in its explanation, before the consequence', async () => {
  await showScenario('en', scenario, { course, seed, taken });
  const told = screen.getByRole('region', { name: 'What follows' });
  const radio = within(told).getByRole('list', { name: 'Radio' });
  expect(linesIn(radio)).toEqual([
    'You Which record type?',
    `Dispatch · ${slots.dispatcher} Administrative warrant of removal.`,
  ]);
  const consequence = told.querySelector('.consequence') as HTMLElement;
  expect(radio.compareDocumentPosition(consequence)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test('what was heard stays at hand in its order, without what is in view', async () => {
  const earlier = async () => {
    await userEvent.setup().click(screen.getByText('What was said on the radio'));
    const details = screen.getByText('What was said on the radio').closest('details') as HTMLElement;
    return linesIn(within(details).getByRole('list'));
  };
  const asked = `Dispatch · ${slots.dispatcher} Your check on ${slots.driver} is back.`;

  const deciding = await showScenario('en', scenario, { course, seed });
  expect(screen.queryByText('What was said on the radio')).toBeNull();
  deciding.unmount();

  const explaining = await showScenario('en', scenario, { course, seed, taken });
  expect(await earlier()).toEqual([asked]);
  explaining.unmount();

  await showScenario('en', scenario, { course, seed, taken, explanationsRead: 1 });
  expect(await earlier()).toEqual([
    asked,
    'You Which record type?',
    `Dispatch · ${slots.dispatcher} Administrative warrant of removal.`,
  ]);
  expect(screen.getAllByText('Anything more?')).toHaveLength(1);
});

test('a question asked again after half an answer is heard once, and the half answer stays at hand', async () => {
  const pack = theShortCourse();
  const confirm = wordsAt(pack, 'en', 'S2', 'confirm');
  const half = confirm.options['ask-active'];
  confirm.radio = [{ who: 'dispatch', says: 'Go ahead.' }];
  if (half) half.radio = [{ who: 'dispatch', says: 'Active.' }];
  const coached = [{ decisionId: 'confirm', optionId: 'ask-active' }];
  await showScenario('en', scenarioOf(pack, 'S2'), { course: pack, taken: coached, explanationsRead: 1 });
  expect(screen.getAllByText('Go ahead.')).toHaveLength(1);
  expect(screen.getByText('Go ahead.')).toBeVisible();
  expect(screen.getByText('Active.')).not.toBeVisible();
});
