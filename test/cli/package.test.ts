import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readPackageOptions } from '#cli/package/options.ts';
import { lmsPresets } from '#packaging/lms-presets.ts';
import { run } from '#test/support/a-command-line.ts';
import { someScreens } from '#test/support/a-package.ts';

const course = {
  MUSTER_COURSE: 'test/support/short-course',
  MUSTER_MEDIA: 'test/support/short-course/media/short-course',
};

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'muster-package-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, bytes] of someScreens()) {
    mkdirSync(dirname(join(folder, 'screens', path)), { recursive: true });
    writeFileSync(join(folder, 'screens', path), bytes);
  }
  const packages = join(folder, 'out');
  const make = (args: string[], env: Record<string, string> = {}) =>
    run('package', null, ['--app', join(folder, 'screens'), '--out', packages, ...args], { ...course, ...env });
  return { packages, make };
}

describe('npm run package', () => {
  test('makes one package for each standard, and says what each weighs', async () => {
    const { packages, make } = aFolder();
    const { code, out, err } = await make([]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const made = readdirSync(packages);
    expect(made.map((name) => name.replace(/[0-9a-f]{8}-/, ''))).toEqual(
      ['cmi5', 'scorm12', 'scorm2004'].map((standard) => `short-course-2026-11-${standard}.zip`),
    );
    for (const name of made) expect(out).toMatch(new RegExp(`${name}: \\d+\\.\\d MB; without film and fonts \\d+ kB`));
    const files = unzipSync(readFileSync(join(packages, made[0] ?? '')));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['LICENSE.txt', 'THIRD-PARTY-NOTICES.txt', 'index.html']),
    );
  });

  test('with the film elsewhere says which files belong there', async () => {
    const { packages, make } = aFolder();
    const { code, out } = await make(['--standard', 'cmi5', '--media', 'https://media.example.gov/muster']);
    expect(code).toBe(0);
    expect(readdirSync(packages)).toHaveLength(1);
    expect(out).toContain('https://media.example.gov/muster/');
    expect(out).toMatch(/video\.en\.mp4\n.*video\.es\.mp4\n$/);
  });

  test.each([
    ['C', /^“scorm13” is no standard .*scorm12, scorm2004, cmi5/, /^Usage: /m],
    ['es_US.UTF-8', /^«scorm13» no es un estándar .*scorm12, scorm2004, cmi5/, /^Uso: /m],
  ])('refuses what it cannot make, with the reason and how it is asked (%s)', async (LANG, reason, usage) => {
    const { make } = aFolder();
    const { code, out, err } = await make(['--standard', 'scorm13'], { LANG });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(reason);
    expect(err).toMatch(usage);
  });

  test('says which file of the film is missing', async () => {
    const { packages, make } = aFolder();
    mkdirSync(packages);
    writeFileSync(join(packages, 'film.json'), readFileSync(join(course.MUSTER_MEDIA, 'film.json')));
    const { code, err } = await make([], { MUSTER_MEDIA: packages });
    expect(code).toBe(1);
    expect(err).toMatch(/captions\.en\.on-es\.vtt is not there, and the film needs it/);
  });

  test('says what the disk refuses', async () => {
    const { make } = aFolder();
    const { code, err } = await make(['--out', 'package.json'], { LANG: 'es' });
    expect(code).toBe(1);
    expect(err).toMatch(/^No se pudieron hacer los paquetes \(EEXIST/);
  });

  test('says what is wrong with a course that cannot be read', async () => {
    const { make } = aFolder();
    const { code, err } = await make([], { MUSTER_COURSE: 'test/support/broken-course' });
    expect(code).toBe(1);
    expect(err).toMatch(/^The course in .*broken-course cannot be packaged[^\n]*\n {2}\S+/);
  });
});

describe('what may be asked for', () => {
  const asked = (...args: string[]) => {
    const read = readPackageOptions(args);
    return read.ok ? read.value : read.error.code;
  };

  test('without a word: all standards, both films in the small picture, inside', () => {
    expect(asked()).toEqual({
      standards: ['scorm12', 'scorm2004', 'cmi5'],
      choices: { languages: ['en', 'es'], quality: 480, media: 'inside', exit: 'suspend-or-normal' },
      out: 'dist/packages',
      app: undefined,
    });
  });

  test('a preset decides what is not said, and whoever types decides over a preset', () => {
    for (const [lms, preset] of lmsPresets) {
      expect(asked('--lms', lms)).toMatchObject({ standards: preset.standards, choices: { exit: preset.exit } });
    }
    expect(asked('--lms', 'Moodle', '--standard', 'cmi5', '--exit', 'always-suspend')).toMatchObject({
      standards: ['cmi5'],
      choices: { exit: 'always-suspend' },
    });
  });

  test.each([
    ['es', ['es']],
    ['es,en', ['es', 'en']],
    ['en, es', ['en', 'es']],
    ['en,en', ['en']],
  ])('languages: %s', (given, languages) => {
    expect(asked('--languages', given)).toMatchObject({ choices: { languages } });
  });

  test.each([
    ['package.unknownOption', ['--standart', 'cmi5']],
    ['package.unknownOption', ['scorm12']],
    ['package.badStandard', ['--standard', 'scorm']],
    ['package.badLms', ['--lms', 'constructor']],
    ['package.badExit', ['--exit', 'normal']],
    ['package.badQuality', ['--quality', '720']],
    ['package.badLanguages', ['--languages', 'fr']],
    ['package.badLanguages', ['--languages', '']],
    ['package.badMedia', ['--media', 'outside']],
    ['package.badMedia', ['--media', 'http://media.example.gov/']],
    ['package.badMedia', ['--media', 'https://user:secret@media.example.gov/']],
    ['package.badMedia', ['--media', 'https://media.example.gov/?film']],
  ])('%s: %j', (code, args) => {
    expect(asked(...args)).toBe(code);
  });
});
