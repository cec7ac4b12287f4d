import { Writable } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readyLines } from '#cli/start-ready.ts';
import { languages } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { readConfig } from '#server/config.ts';
import { anAgency, shortPack } from '#test/support/an-agency.ts';
import { startServer } from '#test/support/start-server.ts';

type Changes = Parameters<typeof anAgency>[0];

/** A resident's browser, which keeps no cookie. */
async function aResident(changes: Changes = {}) {
  const { app } = await anAgency(changes);
  return (path: string, headers: Record<string, string> = {}) => app.request(`http://muster.test${path}`, { headers });
}

const aPack = (change: (pack: CoursePack) => void): CoursePack => {
  const pack = structuredClone(shortPack);
  pack.editionHash = 'c'.repeat(64);
  change(pack);
  return pack;
};

describe('a resident reads in the language of the browser, and in the one chosen after that', () => {
  test.each([
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['en-US,en;q=0.9,es;q=0.8', 'en'],
    ['en;q=0.3, es-419;q=0.7', 'es'],
    ['ES', 'es'],
    ['fr-CA, ht;q=0.9, es;q=0.2', 'es'],
    ['es;q=0, fr', 'en'],
    ['fr', 'en'],
    ['*', 'en'],
    ['esperanto', 'en'],
    [';;,q=', 'en'],
    ['', 'en'],
  ])('%s is answered in %s', async (header, language) => {
    const get = await aResident();
    const response = await get('/community', header === '' ? {} : { 'Accept-Language': header });
    expect([response.status, response.headers.get('Location')]).toEqual([302, `/community/${language}`]);
    expect(response.headers.get('Vary')).toContain('Accept-Language');
  });

  test.each(languages)('the address keeps the choice, whatever the browser prefers (%s)', async (language) => {
    const get = await aResident();
    const other = language === 'en' ? 'es' : 'en';
    const response = await get(`/community/${language}`, { 'Accept-Language': other });
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Language')).toBe(language);
    expect(html).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${language}">`));
    expect(html).toContain(shortPack.text[language].community.lead);
    expect(html).not.toContain(shortPack.text[other].community.lead);
    for (const each of languages) {
      expect(html).toContain(`<link rel="alternate" hreflang="${each}" href="/community/${each}">`);
    }
  });

  test('an address that ends with a slash is the same address', async () => {
    const get = await aResident();
    for (const path of ['/community', '/community/es']) {
      const response = await get(`${path}/`);
      expect([response.status, response.headers.get('Location')]).toEqual([302, path]);
    }
    expect((await get('/community/es/more/')).status).toBe(404);
  });
});

test.each(languages)('film, transcript, policy and answers are all in the page itself (%s)', async (language) => {
  const get = await aResident();
  const html = unescaped(await (await get(`/community/${language}`)).text());
  const { text, policy, film, editionHash } = shortPack;
  const version = editionHash.slice(0, 16);
  for (const narration of languages) {
    const { video, captions } = film.files[narration];
    for (const file of [video, ...Object.values(captions)]) {
      expect(html).toContain(`src="/media/short-course/${file}?v=${version}"`);
    }
    for (const cue of film.cues) expect(html).toContain(cue.says[narration]);
  }
  for (const block of policy[language].blocks) expect(html).toContain(block.text);
  const { community, source, disclaimer } = text[language];
  for (const { question, answer } of [...community.questions.list, community.questions.complain]) {
    for (const sentence of [question, ...answer]) expect(html).toContain(sentence);
  }
  const { notAdvice, lawyer } = community;
  for (const sentence of [notAdvice, lawyer, source, disclaimer]) expect(html).toContain(sentence);
  expect(html).not.toMatch(/<script|<style|<form|<iframe|\son\w+=|\sstyle=/);
});

test.each(languages)('the transcript is there as plain text, with the same marks (%s)', async (language) => {
  const get = await aResident();
  const response = await get(`/community/transcript.${language}.txt`);
  const text = await response.text();
  expect(response.headers.get('Content-Type')).toMatch(/^text\/plain; charset=utf-8$/i);
  const { community } = shortPack.text[language];
  for (const cue of shortPack.film.cues) expect(text).toContain(`  ${cue.says[language]}\n`);
  for (const sentence of [community.sample.mark, community.notAdvice, community.lawyer]) {
    expect(text).toContain(sentence);
  }
});

describe('whether counsel has reviewed it', () => {
  test('until then it is a training sample, on the page and in the transcript', async () => {
    const get = await aResident();
    const { sample } = shortPack.text.en.community;
    expect(await (await get('/community/en')).text()).toContain(sample.mark);
  });

  test('afterwards it says who reviewed it and when, in the words of the language', async () => {
    const review = { office: 'Office of Law', date: '2026-10-05' };
    const get = await aResident({
      pack: aPack((pack) => {
        pack.course.counselReview = review;
      }),
    });
    for (const [language, date] of [
      ['en', 'October 5, 2026'],
      ['es', '5 de octubre de 2026'],
    ] as const) {
      const html = await (await get(`/community/${language}`)).text();
      expect(html).toContain(`Office of Law, ${date}`);
      expect(html).not.toContain(shortPack.text[language].community.sample.mark);
      const transcript = await (await get(`/community/transcript.${language}.txt`)).text();
      expect(transcript).not.toContain(shortPack.text[language].community.sample.mark);
    }
  });
});

test('complaints go where the agency says; until it says so, the page says to ask the department', async () => {
  const { ask } = shortPack.text.en.community.questions.complain;
  expect(await (await (await aResident())('/community/en')).text()).toContain(ask);
  const pack = aPack(({ text }) => {
    text.en.community.questions.complain.contact = 'Write to the front desk of the town hall.';
  });
  const html = await (await (await aResident({ pack }))('/community/en')).text();
  expect(html).toContain('Write to the front desk of the town hall.');
  expect(html).not.toContain(ask);
});

test('the edition that officers are given now is the one that is shown', async () => {
  const pack = aPack(({ text }) => {
    text.es.community.title = 'El título de la próxima edición';
  });
  const get = await aResident({ pack });
  const html = await (await get('/community/es')).text();
  expect(html).toContain('El título de la próxima edición');
  expect(html).toContain(`?v=${'c'.repeat(16)}`);
});

describe('turned off', () => {
  test.each(['/community', '/community/en', '/community/es', '/community/transcript.es.txt', '/community/'])(
    '%s answers that nothing is shown here, and shows nothing of the course',
    async (path) => {
      const get = await aResident({ settings: { community: false } });
      const response = await get(path, { 'Accept-Language': 'es' });
      const html = await response.text();
      const language = path === '/community/en' ? 'en' : 'es';
      expect(response.status).toBe(404);
      expect(html).toContain(shortPack.text[language].community.missing.title);
      expect(html).not.toContain('/media/');
      expect(html).not.toContain(shortPack.policy[language].blocks.at(-1)?.text);
    },
  );

  test('MUSTER_COMMUNITY=off does it, and nothing else does', () => {
    const isOn = (env: NodeJS.ProcessEnv) => readConfig(env, '/').community;
    expect([isOn({}), isOn({ MUSTER_COMMUNITY: 'on' }), isOn({ MUSTER_COMMUNITY: 'off' })]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('the terminal names the address only where it is open', () => {
    const told = (community: boolean) =>
      readyLines((key) => key, { url: 'http://muster.test', agency: '', folder: '', tried: null, community }).join(
        '\n',
      );
    expect(told(true)).toContain('http://muster.test/community');
    expect(told(false)).not.toContain('community');
  });
});

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
  const pack = aPack(({ text, policy, film, course }) => {
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
    poison(film.files, attack);
    film.poster = attack;
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

/** What a reader sees of escaped text. */
const unescaped = (html: string) =>
  html
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Puts the same words in the place of every sentence. */
function poison(value: object, words: string): void {
  for (const [key, each] of Object.entries(value)) {
    if (typeof each === 'string') (value as Record<string, unknown>)[key] = words;
    else if (typeof each === 'object' && each !== null) poison(each, words);
  }
}
