import { Writable } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { languages } from '#domain/course/closed-lists.ts';
import { aCommunityPack, aResident, unescaped } from '#test/support/a-resident.ts';
import { startServer } from '#test/support/start-server.ts';

describe('nothing of any person is within its reach', () => {
  test('no name and no badge of the agency’s officers is in any answer, even for a signed-in browser', async () => {
    let people: { name: string; badge: string }[] = [];
    const server = await startServer({
      besides: async ({ db }) => {
        people = await db.selectFrom('officer').select(['name', 'badge']).execute();
      },
    });
    onTestFinished(() => server.close());
    expect(people.length).toBeGreaterThan(100);
    const { badge, pin } = server.demo.officer;
    const signedIn = await fetch(`${server.url}/api/sign-in/pin`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: server.url },
      body: JSON.stringify({ badge, pin }),
    });
    expect(signedIn.status).toBe(200);
    const cookie = signedIn.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    for (const path of ['/en', '/es', '/transcript.en.txt', '/transcript.es.txt', '/no-such-page']) {
      const response = await fetch(`${server.url}/community${path}`, { headers: { cookie } });
      // A film is 1080 lines high, and somebody has that badge.
      const answer = unescaped(await response.text()).replaceAll(' height="1080"', '');
      expect(answer).toContain('Demo County Police');
      const shown = people.filter(
        (each) => answer.includes(each.name) || new RegExp(`\\b${each.badge}\\b`).test(answer),
      );
      expect(shown).toEqual([]);
      expect(response.headers.getSetCookie()).toEqual([]);
    }
  });

  test('it sets no cookie, and may be kept for a few minutes', async () => {
    const get = await aResident();
    for (const path of ['/community', '/community/en', '/community/transcript.en.txt', '/community/style.css']) {
      const { headers } = await get(path);
      expect(headers.get('Set-Cookie')).toBeNull();
      expect(headers.get('Cache-Control')).toMatch(/^public, max-age=/);
      expect(headers.get('X-Robots-Tag')).toBeNull();
    }
    expect((await get('/community/es')).headers.get('Cache-Control')).toBe('public, max-age=300');
  });

  test('the log tells that the page was asked for, and nothing of who asked', async () => {
    let log = '';
    const stream = new Writable({
      write(chunk, _encoding, done) {
        log += String(chunk);
        done();
      },
    });
    const get = await aResident({ log: pino({ level: 'trace' }, stream) });
    await get('/community/es?name=somebody', {
      'Accept-Language': 'es-SV',
      'User-Agent': 'a-phone',
      'X-Forwarded-For': '203.0.113.9',
    });
    expect(log).toContain('/community/');
    expect(log).not.toMatch(/somebody|es-SV|a-phone|203\.0/);
  });
});

test('whatever stands in a course stays text', async () => {
  const attack = `"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}`;
  const pack = aCommunityPack(({ text, policy, film, course }) => {
    for (const language of languages) {
      poison(text[language].community, attack);
      text[language].source = attack;
      text[language].disclaimer = attack;
      policy[language] = {
        ...policy[language],
        title: attack,
        blocks: [{ kind: 'paragraph', clauses: [attack], text: attack }],
      };
    }
    for (const scene of film.scenes) poison(scene.title, attack);
    for (const cue of film.cues) poison(cue.says, attack);
    const { transcript } = film.files.en;
    poison(film.files, attack);
    film.files.en.transcript = transcript;
    course.edition = attack;
    course.counselReview = { office: attack, date: '2026-10-05' };
  });
  const get = await aResident({ pack });
  for (const path of ['/community/en', '/community/es', '/community/nowhere']) {
    const response = await get(path);
    const html = await response.text();
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/);
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<script|<img/i);
    // Every quote that opens an attribute closes it: outside of tags none is left, inside of tags they are ours.
    for (const tag of html.match(/<[a-z][^>]*>/g) ?? []) expect((tag.match(/"/g) ?? []).length % 2, tag).toBe(0);
  }
  const transcript = await get('/community/transcript.en.txt');
  expect(transcript.headers.get('Content-Type')).toMatch(/^text\/plain/);
  expect(transcript.headers.get('X-Content-Type-Options')).toBe('nosniff');
});

test('its style and letters are files of ours, kept for ever', async () => {
  const get = await aResident();
  const html = await (await get('/community/en')).text();
  const address = /href="(\/community\/style\.css\?v=[0-9a-f]{16})"/.exec(html)?.[1] ?? '';
  const style = await get(address);
  const css = await style.text();
  expect(style.headers.get('Content-Type')).toMatch(/^text\/css/);
  expect(style.headers.get('Cache-Control')).toContain('immutable');
  const asked = [...css.matchAll(/url\("?([^")]+)/g)].map((found) => found[1] ?? '');
  expect(asked.length).toBeGreaterThan(0);
  for (const font of asked) {
    const response = await get(font);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'font/woff2']);
  }
  for (const path of ['/community/fonts/none.woff2', '/community/fonts/..%2f..%2fpackage.json']) {
    expect((await get(path)).status).toBe(404);
  }
});

/** Puts the same words in the place of every sentence. */
function poison(value: object, words: string): void {
  for (const [key, each] of Object.entries(value)) {
    if (typeof each === 'string') (value as Record<string, unknown>)[key] = words;
    else if (typeof each === 'object' && each !== null) poison(each, words);
  }
}
