// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Language, languages } from '#domain/course/closed-lists.ts';
import { courseAddress } from '#domain/course/course-address.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';
import { openApp, plugIn } from '#test/support/open-app.tsx';
import { practiceWalk } from '#test/support/practice-walk.ts';
import { wordsIn } from '#test/support/words.ts';

const pack = theRealCourse();
const s4 = pack.scenarios.S4;
if (!s4) throw new Error('The course has S4.');

let gear: Awaited<ReturnType<typeof plugIn>>;
beforeAll(async () => {
  gear = await plugIn({ course: pack });
});
afterAll(() => gear.server.close());
beforeEach(() => {
  gear.network.sent.length = 0;
});

const person = userEvent.setup();
const press = async (name: string) => person.click(await screen.findByRole('button', { name }));
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

/** Reads the situation and decides, each time as wanted, until the run has ended and its end is on the screen. */
async function practise(language: Language, seed: string, wanted: readonly ('right' | 'wrong')[]) {
  const t = wordsIn(language);
  const walk = practiceWalk(pack, s4 ?? fail(), seed, language);
  await press(t('officer:scenario.toQuestion'));
  for (let step = 0; !walk.isOver(); step++) {
    const question = walk.question(wanted[step] ?? 'right');
    await person.click(await screen.findByRole('radio', { name: question.label }));
    await press(t('officer:scenario.confirm'));
    const told = question.take();
    expect(await screen.findByText(told.why)).toBeVisible();
    await press(t(walk.isOver() ? 'practice:run.toEnd' : 'officer:scenario.nextQuestion'));
  }
  await heading(t('practice:end.title', { count: walk.faults() }));
  return walk;
}

function fail(): never {
  throw new Error('The course has S4.');
}

describe.each(languages)('anyone who practises (%s)', (language) => {
  const t = wordsIn(language);
  const { clauses } = pack.text[language];

  test('finds every scenario and the card sort, with what each is about, and is told that nothing is recorded', async () => {
    await openApp('/practice', language);
    await heading(t('practice:list.title'));
    expect(screen.getByText(t('practice:mark'))).toBeVisible();
    for (const [id, scenario] of Object.entries(pack.scenarios)) {
      const { title } = practiceWalk(pack, scenario, id, language);
      expect(screen.getByRole('link', { name: title })).toHaveAttribute('href', `/practice/${id}`);
    }
    const sort = screen.getByRole('link', { name: pack.text[language].cardSort.title });
    expect(sort).toHaveAttribute('href', `/practice/${pack.cardSort.id}`);
    const about = within(
      screen.getByRole('link', { name: pack.text[language].scenarios.S4?.title ?? '' }).closest('li') ?? fail(),
    );
    expect(about.getByText(clauses.R9?.name ?? '')).toBeVisible();
  });

  test('sees at the end what was right and what to read again, by clause, with the cue of the film', async () => {
    await openApp('/practice/S4?seed=abcd1234:1', language);
    const walk = await practise(language, 'abcd1234:1', ['wrong']);
    expect(walk.faults()).toBe(1);
    const again = within(
      (await screen.findByRole('heading', { name: t('officer:quiz.readAgain') })).parentElement ?? fail(),
    );
    expect(again.getByText('R9')).toBeVisible();
    expect(screen.getByText(/\(\d:\d\d\)/)).toBeVisible();
  });

  test('goes again with other details, and on to another scenario', async () => {
    await openApp('/practice/S4?seed=abcd1234:1', language);
    const first = await practise(language, 'abcd1234:1', []);
    await person.click(screen.getByRole('link', { name: t('practice:end.again') }));
    const second = practiceWalk(pack, s4 ?? fail(), 'abcd1234:2', language);
    expect(await screen.findByText(second.situation)).toBeVisible();
    expect(second.situation).not.toBe(first.situation);
    await practise(language, 'abcd1234:2', []);
    await person.click(screen.getByRole('link', { name: t('practice:end.another') }));
    const next = pack.scenarios.S5;
    await heading(practiceWalk(pack, next ?? fail(), 'any', language).title);
  });

  test('shows a trainer the details of a run, and the address that gives exactly these', async () => {
    await openApp('/practice/S4?seed=abcd1234:2', language);
    const walk = practiceWalk(pack, s4 ?? fail(), 'abcd1234:2', language);
    expect(await screen.findByText(walk.situation)).toBeVisible();
    const link = screen.getByRole('link', { name: t('practice:seed.link', { seed: 'abcd1234:2' }) });
    const address = new URL(link.getAttribute('href') ?? '', 'http://muster.test');
    expect([address.pathname, address.searchParams.get('seed')]).toEqual(['/practice/S4', 'abcd1234:2']);
  });

  test('replays a run out of a record, and offers nobody the address that holds an officer’s id', async () => {
    await openApp('/practice/S4?seed=officer-7:edition:1:S4:2', language);
    const walk = practiceWalk(pack, s4 ?? fail(), 'officer-7:edition:1:S4:2', language);
    expect(await screen.findByText(walk.situation)).toBeVisible();
    expect(document.body).not.toHaveTextContent('officer-7');
    expect(document.querySelector('a[href*="officer-7"]')).toBeNull();
  });

  test('reads what every line of every paper proves', async () => {
    await openApp('/practice/papers', language);
    await heading(t('practice:papers.title'));
    const papers = screen.getAllByRole('article');
    expect(papers).toHaveLength(Object.keys(pack.facsimiles).length);
    // Gathered once: asking the page anew for each line takes so long that the server hangs up meanwhile.
    const reasons = new Set(
      papers.flatMap((paper) => [...paper.querySelectorAll('p')].map((each) => each.textContent)),
    );
    for (const { fields, id } of Object.values(pack.facsimiles)) {
      for (const field of fields) {
        const why = pack.text[language].facsimiles[id]?.fields[field.id]?.why ?? '';
        expect(reasons, `${id}.${field.id}`).toContain(why);
      }
    }
  });

  test('sorts the cards and is told which belong elsewhere', async () => {
    await openApp(`/practice/${pack.cardSort.id}?seed=abcd1234:1`, language);
    await heading(pack.text[language].cardSort.title);
    for (let card = 1; card <= pack.cardSort.cards.length; card++) {
      await press(t('common:basis.civil'));
      const isLast = card === pack.cardSort.cards.length;
      await press(t(isLast ? 'practice:run.toEnd' : 'officer:cardSort.nextCard'));
    }
    const elsewhere = pack.cardSort.cards.filter(({ answer }) => answer !== 'civil');
    await heading(t('practice:cards.title', { count: elsewhere.length }));
    for (const { id } of elsewhere) {
      expect(screen.getByText(pack.text[language].cardSort.cards[id]?.why ?? '')).toBeVisible();
    }
  });
});

test('switching the language in the middle of a scenario keeps the place and the people', async () => {
  await openApp('/practice/S4?seed=abcd1234:1', 'en');
  const [en, es] = languages.map((language) => practiceWalk(pack, s4, 'abcd1234:1', language));
  if (!en || !es) fail();
  await press(wordsIn('en')('officer:scenario.toQuestion'));
  const [inEnglish, inSpanish] = [en.question('right'), es.question('right')];
  await person.click(await screen.findByRole('radio', { name: inEnglish.label }));
  await press('Español');
  expect(await screen.findByRole('heading', { name: inSpanish.asks })).toBeVisible();
  expect(screen.getByRole('radio', { name: inSpanish.label })).toBeChecked();
  await press(wordsIn('es')('officer:scenario.confirm'));
  const [toldEn, toldEs] = [inEnglish.take(), inSpanish.take()];
  expect(await screen.findByText(toldEs.why)).toBeVisible();
  await press('English');
  expect(await screen.findByText(toldEn.why)).toBeVisible();
});

test('what the course does not hold is not found', async () => {
  await openApp('/practice/constructor', 'en');
  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'All scenarios' })).toHaveAttribute('href', '/practice');
});

test('asks for agency and course and for nothing else: nobody is looked up, nothing is sent', async () => {
  await openApp('/practice/S4?seed=abcd1234:1', 'en');
  await practise('en', 'abcd1234:1', ['wrong']);
  expect(new Set(gear.network.sent)).toEqual(
    new Set(['GET /api/agency', `GET ${courseAddress(gear.server.pack.editionHash)}`]),
  );
});
