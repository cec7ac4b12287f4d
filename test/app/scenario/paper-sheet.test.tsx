// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import '#app/i18n/i18n.ts';
import { PaperSheet } from '#app/scenario/paper-sheet.tsx';
import { sheetOf } from '#app/scenario/scenario-words.ts';
import { type Language, languages } from '#domain/course/closed-lists.ts';
import { slotsOf } from '#domain/scenario/surface.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';

const pack = theRealCourse();
const person = { id: 'p', name: 'Mireya Campos', gender: 'f', born: '01/01/1991' } as const;
const ids = Object.keys(pack.facsimiles);
const cases = ids.flatMap((id) => languages.map((language) => [id, language] as const));
const cards = pack.cardSort.cards.flatMap((card) => languages.map((language) => [card.facsimile, language] as const));

async function show(id: string, language: Language, explained: boolean) {
  await i18next.changeLanguage(language);
  const sheet = sheetOf(pack, id, slotsOf('person', person), language);
  if (!sheet) throw new Error(`No ${id}.`);
  const { container } = render(
    <main>
      <h1>1</h1>
      <h2>2</h2>
      <PaperSheet sheet={sheet} explained={explained} />
    </main>,
  );
  return { container, paper: within(screen.getByRole('article')) };
}
const partOf = (line: HTMLElement) => line.closest('.paper-field') as HTMLElement;

test('the course has every paper and return that the film speaks of', () => {
  expect([...ids].sort()).toEqual(
    [
      ...['bench-warrant', 'immigration-judge-order', 'return-a', 'return-b', 'return-bench', 'return-c', 'return-d'],
      ...['search-warrant', 't-200', 't-205', 't-205-unsigned', 't-247', 't-442-complaint', 't-442-indictment'],
    ].sort(),
  );
});

describe.each(cases)('%s (%s)', (id, language) => {
  test('is read to the end, filled in, and sound to a screen reader, before and after the decision', async () => {
    for (const explained of [false, true]) {
      const { container } = await show(id, language, explained);
      expect(container).not.toHaveTextContent(/[{}]|undefined/);
      const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
      expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([]);
      expect(container.querySelectorAll('summary')).toHaveLength(
        explained ? (pack.facsimiles[id]?.fields.length ?? 0) : 0,
      );
      document.body.replaceChildren();
    }
  });

  test('holds no real number: invented case ids, an A-number of zeros, the first of January', () => {
    const says = Object.values(pack.text[language].facsimiles[id]?.fields ?? {}).map((field) => field.says);
    for (const line of says) {
      expect(line).not.toMatch(/\bI-(200|205|247)|AO (442|93)\b/);
      expect(line).not.toMatch(/\bA\d*[1-9]\d*\b/);
      if (/-(cr|mj)-|CR-/i.test(line)) expect(line.replace(/\D/g, '')).toMatch(/^0+$/);
    }
  });
});

test.each(cards)('%s gives nothing away before it is sorted, not even by its name (%s)', async (id, language) => {
  const { container, paper } = await show(id, language, false);
  const strip = container.querySelector('.paper-strip') as HTMLElement;
  expect(strip).not.toHaveTextContent(
    /civil|criminal|penal|court|tribunal|homeland|seguridad|judge|juez|warrant|orden/i,
  );
  const like = pack.text[language].facsimiles[id]?.like;
  if (like) expect(paper.queryByText(new RegExp(like.slice(0, 12)))).toBeNull();
});

test('the real form is named below the sheet once it is sorted', async () => {
  const { paper } = await show('t-200', 'en', true);
  expect(paper.getByText('Stands for: Form I-200 of the Department of Homeland Security')).toBeVisible();
});

test.each([
  ['en', 'No signature', 'Ticked:'],
  ['es', 'Sin firma', 'Marcado:'],
] as const)(
  'an empty signature is empty to the eye and said to be, and a tick has a name (%s)',
  async (language, none, ticked) => {
    const { paper } = await show('t-247', language, false);
    const empty = partOf(paper.getByText(none));
    expect(empty.querySelector('.rule')).not.toBeNull();
    expect(empty.querySelector('.ink')).toBeNull();
    expect(paper.getAllByRole('img', { name: ticked })).toHaveLength(3);
    const signed = partOf(paper.getByText(language === 'en' ? 'Immigration officer' : 'Agente de inmigración'));
    expect(signed.querySelector('.ink')).not.toBeNull();
  },
);

test.each([
  ['t-205', 'an immigration judge', 'Points to civil'],
  ['t-200', 'WARRANT FOR ARREST', 'Proves nothing'],
  ['t-442-complaint', 'ARREST WARRANT', 'Proves nothing'],
  ['t-442-indictment', 'Deputy clerk of court', 'Points to criminal'],
  ['immigration-judge-order', 'Immigration judge', 'Points to civil'],
  ['return-a', 'ICE (TRAINING)', 'Proves nothing'],
] as const)('on %s, “%s”: %s', async (id, says, proves) => {
  const { paper } = await show(id, 'en', true);
  expect(within(partOf(paper.getByText(says))).getByText(proves)).toBeVisible();
});
