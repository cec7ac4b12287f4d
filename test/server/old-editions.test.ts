import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { wordsOf } from '#app/scenario/scenario-words.ts';
import { languages } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { openEditions } from '#server/course/editions.ts';
import { up as wordsAndPapers } from '#server/db/migrations/2026-11-22-words-and-papers.ts';
import { openDb } from '#server/db/open.ts';
import { shortPack } from '#test/support/an-agency.ts';

/** The short course as it was kept when each scenario drew its own papers and all words stood in one place. */
function asItWas(pack: CoursePack): unknown {
  const { facsimiles, ...old } = structuredClone(pack);
  const words = (language: 'en' | 'es') => {
    const { facsimiles: drawn, ...text } = old.text[language];
    const scenarios = Object.entries(text.scenarios).map(([id, said]) => {
      const papers = (pack.scenarios[id]?.papers ?? []).map(({ id: paper, facsimile, about }) => {
        const named = JSON.stringify(drawn[facsimile])
          .replaceAll('{personBorn}', '01/01/1985')
          .replaceAll('{person}', `{${about}}`);
        return [paper, JSON.parse(named)];
      });
      return [id, { ...said, papers: Object.fromEntries(papers) }];
    });
    const cards = Object.entries(text.cardSort.cards).map(([id, card]) => [
      id,
      { title: id, detail: 'What it says.', ...card },
    ]);
    return {
      ...text,
      scenarios: Object.fromEntries(scenarios),
      cardSort: { ...text.cardSort, cards: Object.fromEntries(cards) },
    };
  };
  const { practice: _practice, hourStarts: _hourStarts, dispatchers: _dispatchers, ...course } = old.course;
  const scenarios = Object.entries(old.scenarios).map(([id, scenario]) => [
    id,
    {
      ...scenario,
      papers: scenario.papers.map(({ id: paper, facsimile }) => ({
        id: paper,
        kind: facsimiles[facsimile]?.kind,
        fields: facsimiles[facsimile]?.fields.map(({ part: _part, ...field }) => field),
      })),
    },
  ]);
  const { people: _people, ...cardSort } = old.cardSort;
  const cards = cardSort.cards.map(({ facsimile: _facsimile, ...card }) => card);
  return {
    ...old,
    course,
    scenarios: Object.fromEntries(scenarios),
    cardSort: { ...cardSort, cards },
    text: { en: words('en'), es: words('es') },
  };
}

test('an edition kept before papers were drawn once still shows every paper, filled in, in both languages', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-old-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const before = await openDb({ kind: 'sqlite', dataFolder: folder });
  const pack = JSON.stringify(asItWas(shortPack));
  await before
    .insertInto('edition')
    .values({ agency_id: 'agency', edition_hash: shortPack.editionHash, pack })
    .execute();
  await wordsAndPapers(before as unknown as Kysely<unknown>);
  await before.destroy();

  const db = await openDb({ kind: 'sqlite', dataFolder: folder });
  onTestFinished(() => db.destroy());
  const kept = (await openEditions(db, 'agency')).get(shortPack.editionHash);
  let sheets = 0;
  for (const language of languages) {
    for (const scenario of Object.values(kept.scenarios)) {
      const words = wordsOf(kept, scenario, 'any', language);
      for (const paper of scenario.papers) {
        const sheet = words.sheetOf(paper);
        const lines = sheet?.facsimile.fields.map((field) => sheet.say(sheet.text.fields[field.id]?.says ?? ''));
        expect(
          lines?.every((line) => line !== '' && !line.includes('{')),
          `${scenario.id} ${paper.id}`,
        ).toBe(true);
        sheets += 1;
      }
    }
    for (const card of kept.cardSort.cards) {
      expect(kept.text[language].facsimiles[card.facsimile]?.fields.says?.says).toBe('What it says.');
    }
  }
  expect(sheets).toBe(6);
  expect(kept.course).toMatchObject({ practice: [], hourStarts: 'business-done' });
  expect(Object.values(kept.scenarios).map((scenario) => scenario.decisions)).toEqual(
    Object.values(shortPack.scenarios).map((scenario) => scenario.decisions),
  );
});
