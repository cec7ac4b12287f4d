import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { editionName, packageFile } from '#packaging/edition-names.ts';
import { type Standard, standards } from '#packaging/package-choices.ts';
import { packageFiles } from '#packaging/package-files.ts';
import { zipped } from '#packaging/zip.ts';
import { builtScreens, choices, sources } from '#test/support/a-package.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';
import { addressesIn } from '#test/support/addresses-in.ts';

const isPlayed = (path: string) => path.endsWith('.mp4');
const opened = (standard: Standard, ...more: Parameters<typeof choices>) =>
  new Map(Object.entries(unzipSync(zipped(packageFiles(standard, sources(), choices(...more))))));
const json = (files: Map<string, Uint8Array>, path: string) => JSON.parse(new TextDecoder().decode(files.get(path)));

describe('what is in a package', () => {
  test.each(standards)('the manifest stands first in %s, and everything that is named is there', (standard) => {
    const files = opened(standard);
    expect([...files.keys()][0]).toBe(standard === 'cmi5' ? 'cmi5.xml' : 'imsmanifest.xml');
    const addresses = addressesIn(files);
    expect(addresses.filter(({ path }) => !files.has(path))).toEqual([]);
    // A page, a script, a style, an import, a later import, a font twice, the course and the files of two films.
    expect(addresses.length).toBeGreaterThan(20);
  });

  test.each(standards)(
    'the built screens name nothing that is not in %s, and nothing lies there unnamed',
    (standard) => {
      const screens = builtScreens();
      console.log(
        screens
          ? `${standard}: looked at the screens in dist/lms.`
          : `${standard}: no screens in dist/lms (npm run build:lms), nothing was looked at.`,
      );
      if (!screens) return;
      const files = packageFiles(standard, sources({ screens }), choices());
      const addresses = addressesIn(files).map(({ path }) => path);
      expect(addresses.filter((path) => !files.has(path))).toEqual([]);
      const [manifest] = files.keys();
      expect([...files.keys()].filter((path) => !addresses.includes(path))).toEqual([
        manifest,
        'index.html',
        'muster-package.json',
      ]);
    },
  );

  test('the check of addresses notices one that leads nowhere', () => {
    const files = opened('scorm12');
    files.delete('assets/font.woff2');
    files.delete('media/captions.es.on-en.vtt');
    files.delete('assets/later.js');
    const lost = addressesIn(files).filter(({ path }) => !files.has(path));
    expect(new Set(lost.map((each) => each.path))).toEqual(
      new Set(['assets/font.woff2', 'media/captions.es.on-en.vtt', 'assets/later.js']),
    );
  });

  test('the screens are told how they run', () => {
    expect(json(opened('scorm2004', { exit: 'always-suspend' }), 'muster-package.json')).toEqual({
      standard: 'scorm2004',
      course: 'course.json',
      media: 'media/',
      languages: ['en', 'es'],
      exit: 'always-suspend',
      edition: editionName(theRealCourse()),
    });
  });
});

describe('the film', () => {
  test('speaks both languages in the small picture, with the captions of both for each', () => {
    const files = [...opened('scorm12').keys()];
    expect(files.filter(isPlayed)).toEqual(['media/video.en.small.mp4', 'media/video.es.small.mp4']);
    expect(files.filter((path) => /captions/.test(path))).toHaveLength(4);
  });

  test('in 1080 lines comes with the small picture for phones', () => {
    const files = opened('scorm12', { quality: 1080, languages: ['en'] });
    expect([...files.keys()].filter(isPlayed)).toEqual(['media/video.en.mp4', 'media/video.en.small.mp4']);
    expect(json(files, 'course.json').film.files.en.small).toBe('video.en.small.mp4');
  });

  test('in one language leaves the other out, and keeps words and captions of both', () => {
    const files = opened('scorm12', { languages: ['es'] });
    const { film, text } = json(files, 'course.json');
    expect([...files.keys()].filter(isPlayed)).toEqual(['media/video.es.small.mp4']);
    expect([...files.keys()].filter((path) => /captions/.test(path))).toEqual([
      'media/captions.en.on-es.vtt',
      'media/captions.es.vtt',
    ]);
    expect(text).toEqual(theRealCourse().text);
    // Whoever asks for the English film by mistake hears the Spanish one, with its own times.
    expect(film.files.en).toEqual(film.files.es);
    for (const cue of film.cues) expect(cue.at.en).toEqual(cue.at.es);
    expect(film.cues[1].says).toEqual(theRealCourse().film.cues[1]?.says);
  });

  test('without a small picture plays what there is', () => {
    const pack = theRealCourse();
    const { en, es } = pack.film.files;
    const files = { en: { ...en, small: undefined }, es: { ...es, small: undefined } };
    const own = { ...pack, film: { ...pack.film, files } } as typeof pack;
    const made = packageFiles('cmi5', sources({ pack: own }), choices({ languages: ['en'] }));
    expect([...made.keys()].filter(isPlayed)).toEqual(['media/video.en.mp4']);
  });

  test('may lie on a web server instead', () => {
    const files = opened('cmi5', { media: 'https://media.example.gov/muster/' });
    expect([...files.keys()].filter(isPlayed)).toEqual([]);
    expect(json(files, 'course.json').film.files.es.video).toBe('https://media.example.gov/muster/video.es.small.mp4');
    // Captions and posters stay: from another site a browser would take them only with leave.
    expect([...files.keys()].filter((path) => /captions|poster/.test(path))).toHaveLength(6);
    const elsewhere = addressesIn(files).filter(({ path }) => !files.has(path));
    expect(elsewhere.every(({ path }) => path.startsWith('https://media.example.gov/muster/video.'))).toBe(true);
  });
});

describe('the name', () => {
  test('says course, edition and standard', () => {
    const pack = { ...theRealCourse(), editionHash: `30a0ab43${'0'.repeat(56)}` };
    expect(packageFile(pack, 'scorm12', choices())).toBe('civil-criminal-warrants-2026-11-30a0ab43-scorm12.zip');
    expect(packageFile(pack, 'cmi5', choices({ languages: ['es'] }))).toBe(
      'civil-criminal-warrants-2026-11-30a0ab43-es-cmi5.zip',
    );
  });

  test('survives an edition that is no file name', () => {
    const pack = theRealCourse();
    const odd = { ...pack, course: { ...pack.course, edition: '2027/1 «nueva»' } };
    expect(packageFile(odd, 'scorm12', choices())).toMatch(
      /^civil-criminal-warrants-2027-1-nueva--[0-9a-f]{8}-scorm12\.zip$/,
    );
  });
});
