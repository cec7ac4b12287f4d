// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { courseAddress } from '#domain/course/course-address.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { adoptCourse } from '#server/founding.ts';
import type { Installation } from '#server/installation.ts';
import { openApp, plugIn } from '#test/support/open-app.tsx';

let gear: Awaited<ReturnType<typeof plugIn>>;
let installation: Installation;

beforeEach(async () => {
  localStorage.clear();
  // jsdom has no media queries; a device that asks for nothing.
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  gear = await plugIn({
    besides: async (opened) => {
      installation = opened;
    },
  });
});
afterEach(async () => {
  await gear.server.close();
  vi.unstubAllGlobals();
});

/** Puts a changed course in force while the card is open. */
async function adopt(number: number, change: (pack: CoursePack) => void = () => {}) {
  const pack = structuredClone(gear.server.pack);
  pack.editionHash = String(number).repeat(64);
  pack.course.edition = `2027-${number}`;
  change(pack);
  await adoptCourse(installation, pack);
}
const comesBackIntoCoverage = () => window.dispatchEvent(new Event('online'));
/** In the foot of the page; the printed sheet says it without a full stop. */
const shows = (edition: string) => screen.findByText(new RegExp(`Edition ${edition}, in effect since .*[.]`));

test('of several editions that came during one visit the last one that could be loaded stays', async () => {
  await openApp('/card', 'en');
  await shows('2026-11');
  await adopt(2);
  comesBackIntoCoverage();
  await shows('2027-2');

  const throughTheWire = globalThis.fetch;
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (String(path).startsWith('/course/')) throw new TypeError('Failed to fetch');
    return throughTheWire(path, init);
  });
  await adopt(3);
  comesBackIntoCoverage();
  await screen.findByText(/What you see is edition 2027-2, which is no longer in force/);
  await shows('2027-2');
  expect(JSON.parse(localStorage.getItem('muster.card') ?? '{}')).toMatchObject({
    editionHash: '2'.repeat(64),
    newestHash: '3'.repeat(64),
  });
});

test('an officer whose place is gone in the newer edition begins again', async () => {
  const officer = userEvent.setup();
  await openApp('/card', 'en');
  await officer.click(await screen.findByRole('link', { name: 'Wanted person, with an offense and a court' }));
  await officer.click(await screen.findByRole('link', { name: 'No answer yet' }));
  await screen.findByRole('heading', { level: 1, name: 'Press for the answer, and tell your supervisor.' });
  await adopt(2, ({ card, text }) => {
    card.questions[1]?.answers.pop();
    for (const words of [text.en, text.es]) delete words.card.questions.dispatch?.answers['no-answer'];
  });
  comesBackIntoCoverage();
  await screen.findByRole('heading', { level: 1, name: 'What came back?' });
});

test('the sample mark stands until the review of the agency’s counsel is recorded', async () => {
  await openApp('/card', 'es');
  await screen.findByRole('heading', { level: 1, name: '¿Qué apareció?' });
  const marks = () => screen.queryAllByText('MUESTRA DE CAPACITACIÓN, no es la política de su agencia');
  // On the screen, and on the printed sheet.
  expect(marks()).toHaveLength(2);
  await adopt(2, ({ course }) => {
    course.counselReview = { office: 'County Attorney', date: '2026-11-20' };
  });
  comesBackIntoCoverage();
  await waitFor(() => expect(marks()).toHaveLength(0));
});

test('whoever opens the card is asked for nothing, and nobody is looked up', async () => {
  await openApp('/card', 'en');
  await shows('2026-11');
  expect(gear.network.sent.sort()).toEqual(['GET /api/agency', `GET ${courseAddress(gear.server.pack.editionHash)}`]);
});

test('without a network and with nothing kept, the card says what it needs', async () => {
  gear.network.isDown = true;
  await openApp('/card', 'en');
  await screen.findByRole('heading', { level: 1, name: 'The card is not on this device yet' });
  gear.network.isDown = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await shows('2026-11');
});

test('what a device kept in another shape is not believed', async () => {
  localStorage.setItem('muster.card', '{"editionHash":"1"');
  await openApp('/card', 'en');
  await shows('2026-11');
});
