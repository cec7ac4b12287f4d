import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readyLines } from '#cli/start-ready.ts';
import { languages } from '#domain/course/closed-lists.ts';
import { readConfig } from '#server/config.ts';
import { aCommunityPack, aResident, unescaped } from '#test/support/a-resident.ts';
import { shortMedia, shortPack } from '#test/support/an-agency.ts';
import { anOrderedPack } from '#test/support/an-ordered-pack.ts';

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

test.each(languages)('the described transcript is there as plain text, under the same marks (%s)', async (language) => {
  const get = await aResident();
  const response = await get(`/community/transcript.${language}.txt`);
  const text = await response.text();
  expect(response.headers.get('Content-Type')).toMatch(/^text\/plain; charset=utf-8$/i);
  const { community } = shortPack.text[language];
  const described = readFileSync(join(shortMedia, shortPack.film.files[language].transcript), 'utf8');
  expect(text.endsWith(`\n\n${described}`)).toBe(true);
  for (const cue of shortPack.film.cues) expect(described).toContain(cue.says[language]);
  for (const sentence of [community.sample.mark, community.notAdvice, community.lawyer]) {
    expect(text).toContain(sentence);
  }
});

test('a course whose film is not written down has no transcript to keep, and no other file in its place', async () => {
  for (const transcript of ['transcript.none.txt', '../../package.json']) {
    const pack = aCommunityPack(({ film }) => {
      film.files.en.transcript = transcript;
    });
    const response = await (await aResident({ pack }))('/community/transcript.en.txt');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain(shortPack.text.en.community.missing.title);
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
      pack: aCommunityPack((pack) => {
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

describe('an agency’s own order', () => {
  test('stands there with its number and day, in its own language, and no link leads to a rule that it does not number', async () => {
    const get = await aResident({ pack: anOrderedPack({ text: { en: '# General Order\n\nA civil paper.' } }) });
    for (const language of languages) {
      const html = unescaped(await (await get(`/community/${language}`)).text());
      const { policy } = shortPack.text[language].community;
      expect(html).toContain(`${policy.order.number} GO 19-07, ${language === 'en' ? 'November' : '20 de noviembre'}`);
      expect(html).toContain('A civil paper.');
      expect(html.includes(policy.order.onlyInOther)).toBe(language === 'es');
      expect(html.includes('class="policy-sheet" lang="en"')).toBe(language === 'es');
      expect(html).not.toContain('href="#rule-');
      expect(html).not.toContain(policy.lead);
    }
  });

  test('that is a file alone is read there', async () => {
    const pack = anOrderedPack({ text: {}, files: { es: 'b' } });
    const html = await (await (await aResident({ pack }))('/community/en')).text();
    expect(html).toContain(`<a href="/course/orders/${pack.editionHash}/es?v=cccccccccccccccc" hreflang="es">`);
    expect(html).not.toContain('class="policy-sheet"');
  });
});

test('complaints go where the agency says; until it says so, the page says to ask the department', async () => {
  const { ask } = shortPack.text.en.community.questions.complain;
  expect(await (await (await aResident())('/community/en')).text()).toContain(ask);
  const pack = aCommunityPack(({ text }) => {
    text.en.community.questions.complain.contact = 'Write to the front desk of the town hall.';
  });
  const html = await (await (await aResident({ pack }))('/community/en')).text();
  expect(html).toContain('Write to the front desk of the town hall.');
  expect(html).not.toContain(ask);
});

test('the edition that officers are given now is the one that is shown', async () => {
  const pack = aCommunityPack(({ text }) => {
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
      readyLines((key) => key, {
        url: 'http://muster.test',
        agency: '',
        folder: '',
        tried: null,
        community,
        setUpToken: null,
      }).join('\n');
    expect(told(true)).toContain('http://muster.test/community');
    expect(told(false)).not.toContain('community');
  });
});
