import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawScenario } from '#cli/scenario/drawing.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { aCommand, aCourseToSpoil } from '#test/support/a-command.ts';
import { theRealCourse, theShortCourse } from '#test/support/a-quiz-course.ts';

const draw = (pack: CoursePack, id: string, language: 'en' | 'es' = 'en') => {
  const scenario = pack.scenarios[id];
  if (!scenario) throw new Error(`There is no ${id}.`);
  return drawScenario(pack, scenario, language);
};
/** The parts of a drawing by their names: what each is called, and what it says or how it is drawn. */
function partsOf(svg: string): Map<string, string> {
  const parts = svg.matchAll(/<g id="(?:node|edge)\d+"[^>]*>\n<title>(.*?)<\/title>(.*?)<\/g>\n(?=<!--|<\/g>)/gs);
  const plain = (text = '') => text.replaceAll('&#45;', '-').replaceAll('&gt;', '>');
  return new Map([...parts].map(([, name, drawn = '']) => [plain(name), plain(drawn)]));
}
const wordsIn = (drawn = '') => [...drawn.matchAll(/>([^<>]+)<\/text>/g)].map(([, word]) => word).join(' ');

describe('the graph of a scenario', () => {
  test('shows options by word, shape and colour, with clauses, and minutes on the way', async () => {
    const parts = partsOf(await draw(theShortCourse(), 'S2'));
    expect(wordsIn(parts.get('confirm.ask-both'))).toMatch(/^✓ Right .* ask-both R11$/);
    expect(wordsIn(parts.get('confirm.ask-active'))).toMatch(/^↺ Coach .* R11$/);
    expect(wordsIn(parts.get('confirm.arrest'))).toMatch(/^✕ Wrong .* R11$/);
    const colours = ['ask-both', 'ask-active', 'arrest'].map(
      (id) => /stroke="(#\w+)"/.exec(parts.get(`confirm.${id}`) ?? '')?.[1],
    );
    expect(new Set(colours).size).toBe(3);
    expect(wordsIn(parts.get('confirm.ask-active->confirm'))).toBe('+3 hold');
    expect(wordsIn(parts.get('confirm.ask-both->confirm.ask-both?answer'))).toBe('+10 hold');
    expect(wordsIn(parts.get('confirm.ask-both?answer->cleared'))).toBe('cleared');
  });

  test('draws the right ways thick, and no others', async () => {
    const parts = partsOf(await draw(theShortCourse(), 'S2'));
    const thick = [...parts].filter(([name, drawn]) => name.includes('->') && drawn.includes('stroke-width="4"'));
    expect(thick.map(([name]) => name).sort()).toEqual([
      'confirm->confirm.ask-both',
      'confirm.ask-both->confirm.ask-both?answer',
      'confirm.ask-both?answer->arrested',
      'confirm.ask-both?answer->cleared',
      'start->confirm',
    ]);
  });

  test('tells a screen reader what it shows, in the words of the course', async () => {
    const svg = await draw(theShortCourse(), 'S1', 'es');
    expect(svg).toMatch(/<svg role="img" lang="es" aria-labelledby="graph-title graph-description"/);
    expect(svg).toMatch(new RegExp(`<title id="graph-title">S1: ${theShortCourse().text.es.scenarios.S1?.title}<`));
    expect(svg).toMatch(/<desc id="graph-description">.*Right: hit: read → finish: warn → on-their-way \(14 min stop/);
  });

  test('marks where the agency decides, and what it has declared', async () => {
    const pack = theShortCourse();
    const decision = pack.scenarios.S7?.decisions[0];
    if (decision) decision.agency = 'first-question';
    const words = async () => wordsIn(partsOf(await draw(pack, 'S7')).get('witness.ask-status'));
    expect(await words()).toMatch(/^\? Agency decides (?!:)/);
    pack.course.agencySettings = [{ id: 'first-question', options: ['statement', 'ask-status'], answer: 'statement' }];
    expect(await words()).toMatch(/^\? Agency decides: wrong/);
  });

  test('shows where the hour may run out, though the option itself leads elsewhere', async () => {
    const pack = theShortCourse();
    const call = pack.scenarios.S4?.decisions[0]?.options.find((option) => option.id === 'call');
    if (call) call.holdMinutes = 56;
    pack.scenarios.S4?.endings.push({ id: 'hold-limit' });
    const parts = partsOf(await draw(pack, 'S4'));
    expect(wordsIn(parts.get('unclear.call->hold-limit'))).toBe('if the hour is over');
    expect(parts.get('unclear.call->hold-limit')).toMatch(/stroke-dasharray/);
    expect(parts.has('unclear.guess->hold-limit')).toBe(false);
  });

  test('can be drawn of every scenario that ships, with every decision, option and ending', async () => {
    const pack = theRealCourse();
    for (const [id, { decisions, endings }] of Object.entries(pack.scenarios)) {
      const names = [...partsOf(await draw(pack, id)).keys()];
      const wanted = [
        ...decisions.flatMap((each) => [each.id, ...each.options.map((option) => `${each.id}.${option.id}`)]),
        ...endings.map((ending) => ending.id),
      ];
      expect(names, id).toEqual(expect.arrayContaining(wanted));
    }
  });
});

describe('npm run scenario', () => {
  const folder = 'test/support/short-course';

  test.each([
    ['an unknown id', ['S99', '--course', folder], /^The course has no scenario S99\.\nScenarios: S1, S2, S4, S7\n$/],
    ['the card sort', ['S14', '--course', folder], /^S14 is the card sort.*\nScenarios: S1, S2, S4, S7\n$/],
    ['no id', [], /^Which scenario\?.*Scenarios: S1, /s],
    ['a flag that is none', ['S1', '--fast'], /^Unknown option '--fast'.*Scenarios: S1, /s],
    ['a language that is none', ['S1', '--language', 'fr'], /^There is no language “fr”.*en, es/],
    ['a port that is none', ['S1', '--port', '99999'], /^“99999” is no port/],
    ['a folder that is none', ['S1', '--course', 'nowhere'], /^There is no course folder .*nowhere/],
  ])('says in a sentence what is wrong with %s, and fails', async (_what, args, sentence) => {
    const { code, out, err } = await aCommand('scenario.ts', ...args).ended;
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(sentence);
  });

  test('names what makes a course unreadable, and its scenarios all the same', async () => {
    const broken = aCourseToSpoil();
    writeFileSync(join(broken, 'course.json'), '{');
    const { code, err } = await aCommand('scenario.ts', 'S1', '--course', broken).ended;
    expect(code).toBe(1);
    expect(err).toMatch(/cannot be read\.\n1 to put right\n {2}course\.json · line 1\n.*\nScenarios: S1, S2, S4, S7/);
  });

  test('writes the graph into a file', async () => {
    const file = join(aCourseToSpoil(), 'S4.svg');
    const { code, out } = await aCommand('scenario.ts', 'S4', '--course', folder, '--svg', file).ended;
    expect({ code, out }).toEqual({ code: 0, out: `${file}\n` });
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg .*<\/svg>\s*$/s);
  });
});

describe('an author without a browser', () => {
  const play = (...typed: string[]) => {
    const playing = aCommand('scenario.ts', 'S1', '--course', 'test/support/short-course', '--play', '--seed', '7');
    playing.child.stdin.end(typed.map((line) => `${line}\n`).join(''));
    return playing.ended;
  };
  /** Which number an option has with this seed. */
  async function numberOf(label: string, ...before: string[]) {
    const { out } = await play(...before);
    return new RegExp(`^ {2}(\\d) {2}${label.replaceAll(/\{\w+\}/g, '.+')}`, 'm').exec(out)?.[1] ?? '';
  }
  const labels = theShortCourse().text.en.scenarios.S1?.decisions;

  test('plays to the end, with papers, clocks, reasons and what to read again', async () => {
    const read = await numberOf(labels?.hit?.options.read?.label ?? 'none');
    const wait = await numberOf(labels?.finish?.options.wait?.label ?? 'none', read);
    const { code, out } = await play('', '12', read, wait);
    expect(code).toBe(0);
    expect(out).toMatch(/\| Record type: OUTSTANDING ADMINISTRATIVE WARRANT OF REMOVAL/);
    expect(out.match(/is none of them/g)).toHaveLength(2);
    expect(out).toMatch(/✓ Right \[R5 R8\]\n.*\nClocks: stop 6 min, hold 0 of 60 min, basis civil/);
    expect(out).toMatch(/✕ Wrong \[R1 R7\]\n.*\n.*R1, R7.*\nClocks: stop 6 min, hold 12 of 60 min/);
    expect(out).toMatch(/To read again: R1 R7\nPlayed with --seed 7\n$/);
  });

  test('may leave with q, and is told when the input ends too soon', async () => {
    expect((await play('q')).code).toBe(0);
    const { code, out } = await play();
    expect(code).toBe(1);
    expect(out).toMatch(/The input ended before the scenario did/);
  });
});

describe('the preview', () => {
  async function open(folder: string) {
    const preview = aCommand('scenario.ts', 'S1', '--course', folder, '--no-build');
    const url = (await preview.says(/http:\/\/127\.0\.0\.1:\d+\//)).slice(0, -1);
    const page = async (path = '/') => (await fetch(`${url}${path}`)).text();
    return { preview, url, page };
  }
  /** Waits for the next thing that the event stream says. */
  async function* versions(url: string) {
    const stream = (await fetch(`${url}/changes`)).body;
    for await (const bytes of stream ?? []) {
      for (const [, version] of String(Buffer.from(bytes)).matchAll(/^data: (\d+)$/gm)) yield Number(version);
    }
  }

  test('shows graph, check and paths, and follows the folder, also while it cannot be read', async () => {
    const folder = aCourseToSpoil();
    const { preview, url, page } = await open(folder);
    const first = await page();
    expect(first).toMatch(/aria-labelledby="graph-title graph-description"/);
    expect(first).toMatch(/<dt>Paths in all<\/dt><dd>3<\/dd>.*<dt>Best path<\/dt><dd>14 min stop, 0 min hold<\/dd>/);
    expect(first).toMatch(/This scenario keeps every rule/);
    expect(first).toMatch(/href="\/practice\/S1"/);

    const changes = versions(url);
    expect((await changes.next()).value).toBe(1);
    const file = join(folder, 'scenarios/S1.json');
    const sound = readFileSync(file, 'utf8');
    writeFileSync(file, sound.replace('"why-word"', '"recap"').replace('"stopMinutes": 8', '"stopMinutes": 9'));
    expect((await changes.next()).value).toBe(2);
    const changed = await page();
    expect(changed).toMatch(/1 to put right in this scenario.*decisions\.hit\.options\.arrest.*option\.cue-elsewhere/s);
    expect(changed).toMatch(/15 min stop/);

    writeFileSync(file, '{');
    await changes.next();
    const unreadable = await page();
    expect(unreadable).toMatch(/cannot be read right now/);
    expect(unreadable).toMatch(/15 min stop/);

    writeFileSync(file, sound);
    await changes.next();
    expect(await page('/?language=es')).toMatch(/<svg role="img" lang="es".*This scenario keeps every rule/s);
    expect(await page('/graph.svg?language=es')).toMatch(/^<svg role="img" lang="es"/);
    preview.child.kill('SIGINT');
    expect(await preview.ended).toMatchObject({ code: 0, err: '' });
  });

  test('feeds the real screen with the words as they are now', async () => {
    const folder = aCourseToSpoil();
    const { url, page } = await open(folder);
    const editionNow = async () => {
      const { editionHash } = JSON.parse(await page('/api/agency'));
      return JSON.parse(await page(`/course/${editionHash}.json`)) as CoursePack;
    };
    const before = await editionNow();
    const file = join(folder, 'text/en/S1.json');
    const changes = versions(url);
    await changes.next();
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"title": ".*"/, '"title": "Quite another title"'));
    await changes.next();
    const after = await editionNow();
    expect(after.text.en.scenarios.S1?.title).toBe('Quite another title');
    expect(after.editionHash).not.toBe(before.editionHash);
    expect((await fetch(`${url}/course/${before.editionHash}.json`)).status).toBe(200);
    const film = await fetch(`${url}/media/short-course/film.json`);
    expect(film.headers.get('Content-Security-Policy')).toMatch(/^default-src 'self'/);
    expect(film.status).toBe(200);
  });

  test('answers under this machine’s own names only, so that no page elsewhere can read the course', async () => {
    const { url } = await open(aCourseToSpoil());
    const statusAs = async (host: string) => {
      const [response] = await once(get(`${url}/api/agency`, { headers: { host } }), 'response');
      response.resume();
      return response.statusCode;
    };
    expect(await statusAs('elsewhere.test')).toBe(403);
    expect(await statusAs('localhost:8080')).toBe(200);
  });

  test('says that a port is taken', async () => {
    const { url } = await open(aCourseToSpoil());
    const port = new URL(url).port;
    const second = aCommand('scenario.ts', 'S1', '--course', aCourseToSpoil(), '--no-build', '--port', port);
    expect(await second.ended).toMatchObject({ code: 1, err: expect.stringMatching(`^Port ${port} is in use`) });
  });
});
