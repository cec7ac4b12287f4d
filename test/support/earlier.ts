import type { Page } from 'playwright-core';
import type { CoursePack } from '#domain/course/pack.ts';
import type { MovedClock } from './moved-clock.ts';
import { anId, sendFrom } from './sent-from.ts';

async function post(page: Page, path: string, body: object): Promise<void> {
  const { status, text } = await sendFrom(page, path, body);
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
}

/**
 * The film up to its last seconds as it was played before, on another device: reported in tens of seconds while the
 * server's clock passes as many, through the same door and the same allowance as everything else.
 */
async function playedBefore(
  pack: CoursePack,
  clock: MovedClock,
  toSeconds: number,
  send: (body: object) => Promise<void>,
) {
  for (let fromSeconds = 0; fromSeconds < toSeconds; fromSeconds += 10) {
    clock.pass(10);
    const stretch = { fromSeconds, toSeconds: Math.min(toSeconds, fromSeconds + 10), rate: 1 };
    await send({
      id: anId(),
      stretches: [stretch],
      narration: 'en',
      captions: [],
      deviceAt: new Date(clock.now()).toISOString(),
    });
  }
  if (toSeconds > pack.film.durationSeconds) throw new Error('The film is not that long.');
}

/** The page must not look at the record while this goes on: call it before the officer begins, then reload. */
export async function watchedBefore(page: Page, pack: CoursePack, clock: MovedClock, toSeconds: number): Promise<void> {
  const common = { editionHash: pack.editionHash };
  await post(page, '/api/training/evidence', {
    kind: 'opened',
    id: anId(),
    ...common,
    deviceAt: new Date(clock.now()).toISOString(),
    language: 'en',
  });
  await playedBefore(pack, clock, toSeconds, (body) =>
    post(page, '/api/training/evidence', { kind: 'watched', ...common, ...body }),
  );
}

/** All of the film, and the policy acknowledged: what is owed is the quiz. */
export async function readBefore(page: Page, pack: CoursePack, clock: MovedClock): Promise<void> {
  await watchedBefore(page, pack, clock, pack.film.durationSeconds);
  await post(page, '/api/training/evidence', {
    kind: 'acknowledged',
    id: anId(),
    editionHash: pack.editionHash,
    deviceAt: new Date(clock.now()).toISOString(),
    language: 'en',
  });
}

export async function screenedBefore(
  page: Page,
  rollCallId: string,
  pack: CoursePack,
  clock: MovedClock,
  toSeconds: number,
): Promise<void> {
  await playedBefore(pack, clock, toSeconds, (body) => post(page, `/api/roll-calls/${rollCallId}/screened`, body));
}
