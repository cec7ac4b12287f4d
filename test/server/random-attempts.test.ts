import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { expect, onTestFinished, test } from 'vitest';
import type { PathStep } from '#domain/completion/report.ts';
import type { Training } from '#domain/completion/training.ts';
import { officerHeader } from '#domain/roster/signed-in.ts';
import { replayQuiz } from '#domain/scenario/quiz.ts';
import { newId } from '#domain/shared/id.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';
import { type Agency, anAgency, anItem, monday, smallRoster } from '#test/support/an-agency.ts';
import { randomAttempt, randomFrom } from '#test/support/random-attempt.ts';

const officerIds = Array.from({ length: 100 }, (_, at) => `random-${at}`);
const [pattern] = smallRoster.officers;
if (!pattern) throw new Error('The small roster has officers.');
const roster = {
  ...smallRoster,
  officers: [
    ...smallRoster.officers,
    ...officerIds.map((id, at) => ({ ...pattern, id, badge: `${9000 + at}`, name: `Name of ${id}` })),
  ],
};

/** The agency's app on a socket of its own, asked by `fetch` as a browser asks. */
async function overHttp({ app, as }: Agency) {
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return async (officerId: string) => {
    const { cookie } = await as(officerId);
    const headers = { cookie, Origin: origin, 'Content-Type': 'application/json', [officerHeader]: officerId };
    return {
      get: async <T>(path: string) => (await (await fetch(origin + path, { headers })).json()) as T,
      send: async (body: string) => {
        const response = await fetch(`${origin}/api/training/evidence`, { method: 'POST', headers, body });
        return { status: response.status, body: (await response.json()) as { training: Training } };
      },
    };
  };
}

test('a hundred officers who decide at random are graded over HTTP as their browsers graded them', async () => {
  const pack = theRealCourse();
  const agency = await anAgency({ pack, roster });
  const enter = await overHttp(agency);
  const random = randomFrom(8);
  const anId = () => newId(monday, (bytes) => crypto.getRandomValues(bytes));
  const began = performance.now();
  let decisions = 0;

  for (const officerId of officerIds) {
    const officer = await enter(officerId);
    const browser = randomAttempt(pack, officerId, 1, random, anId);
    await officer.send(JSON.stringify(anItem('opened', { editionHash: pack.editionHash })));
    let training: Training | undefined;
    for (const item of browser.sent) {
      const answer = await officer.send(item);
      expect(answer.status, item).toBe(200);
      training = answer.body.training;
    }
    const { steps } = await officer.get<{ steps: PathStep[] }>('/api/training/path');
    expect(steps.map(({ attempt: _, decidedAt: __, ...step }) => step)).toEqual(browser.shown);
    expect(replayQuiz(pack, browser.quiz.seed, training?.decisions ?? [])).toEqual(browser.quiz);
    const row = await agency.installation.db
      .selectFrom('training')
      .select('quiz')
      .where('officer_id', '=', officerId)
      .executeTakeFirst();
    expect(row?.quiz).toBe(browser.quiz.standing);
    decisions += browser.sent.length;
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.info(`${officerIds.length} attempts over HTTP, ${decisions} decisions, in ${seconds} s.`);
}, 120_000);
