/**
 * Renders the film: `npm run render [-- --language en] [--scene civil]`. Whole scenes are kept in `.cache/render` and not
 * drawn again until what they show changes, so an interrupted rendering goes on where it was.
 *
 * `--scene` makes one scene and `--still 12.5` (may be repeated) or `--every 5` contact sheets, all into `.cache/render`,
 * for a look; `--texts` writes all but the films again, which must still fit their sources; `--check` measures what lies in
 * `public/media/<course>` and ends with 1 if something is out of line; `--cue-list` writes the empty list of cue times that
 * a film of one's own needs (docs/own-film.md).
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languages } from '#domain/course/closed-lists.ts';
import type { Language } from '#domain/course/course.ts';
import type { Film } from '#domain/course/storyboard.ts';
import { openStudio, type Studio } from '#rendering/browser.ts';
import { checkFilm, table } from '#rendering/check.ts';
import { contactSheets } from '#rendering/contact-sheet.ts';
import type { About } from '#rendering/described-transcript.ts';
import { drawPoster, UnknownDrawing } from '#rendering/draw.ts';
import { hasFfmpeg, writePhotoPoster, writePoster } from '#rendering/encode.ts';
import { drawScenes, type FilmWork, writeFilm } from '#rendering/film-making.ts';
import { filmTexts, videoFile } from '#rendering/film-record.ts';
import { readFilmSources } from '#rendering/film-sources.ts';
import { mediaLock, picturesOf } from '#rendering/media-lock.ts';
import { emptyCueTimes } from '#rendering/own-film/cue-times.ts';
import { filmScenes } from '#rendering/own-film/filmed-scenes.ts';
import { cuesFile } from '#rendering/own-film/own-files.ts';
import { planFilm, recordOf } from '#rendering/own-film/plan-film.ts';
import { problemInWords, remarkInWords } from '#rendering/problems.ts';
import { posterWords } from '#rendering/staging.ts';
import { framesPerSecond } from '#rendering/timeline.ts';

const { values: options } = parseArgs({
  options: {
    language: { type: 'string' },
    scene: { type: 'string' },
    still: { type: 'string', multiple: true },
    every: { type: 'string' },
    height: { type: 'string', default: '1080' },
    texts: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    'cue-list': { type: 'boolean', default: false },
    pack: { type: 'string', default: 'content/civil-criminal-warrants' },
  },
});
function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const videoFolder = join(options.pack, 'video');
if (options['cue-list']) {
  writeCueList();
  process.exit(0);
}
if (!hasFfmpeg()) stop('Rendering needs ffmpeg: install it (Debian: apt-get install ffmpeg) and run this again.');
const planned = planFilm(videoFolder);
if (!planned.ok) stop(problemInWords(planned.error));
const plan = planned.value;
const { drawn, filmed } = plan;
for (const each of plan.look) console.log(remarkInWords(each));
const chosen = languages.filter((language) => !options.language || language === options.language);
if (chosen.length === 0) stop('The language is en or es.');
if (options.scene && !drawn.timeline.scenes.some(({ id }) => id === options.scene))
  stop(`No scene "${options.scene}" is drawn.`);
const isDrawn = drawn.timeline.frames > 0;
if (!isDrawn && (options.still || options.every))
  stop('Nothing is drawn: the film is an own one. Look at it in a player.');
const height = Number(options.height);
if (!Number.isInteger(height / 2) || height < 180) stop('The height is an even number of pixels from 180 on.');

const courseId = String(JSON.parse(readFileSync(join(options.pack, 'course.json'), 'utf8')).id);
const media = join('public/media', courseId);
const seconds = plan.timeline.frames / framesPerSecond;
const work: FilmWork = {
  videoFolder,
  ...drawn,
  filmed,
  keptIn: '.cache/render',
  say: (line) => console.log(line),
};
mkdirSync(work.keptIn, { recursive: true });
mkdirSync(media, { recursive: true });

// A film that is wholly an agency's own needs nothing that draws.
const studio = isDrawn ? await openStudio() : undefined;
try {
  if (options.check) {
    const findings = await checkFilm(studio, work, plan, media);
    console.log(table(findings));
    process.exitCode = findings.every(({ isFine }) => isFine) ? 0 : 1;
  } else if (studio && (options.still || options.every)) await look(studio);
  else if (studio && options.scene) await oneScene(studio, options.scene);
  else await wholeFilm();
} catch (error) {
  if (error instanceof UnknownDrawing) console.error(error.message);
  else throw error;
  process.exitCode = 1;
} finally {
  await studio?.close();
}

async function look(studio: Studio) {
  const every = Number(options.every);
  const at =
    options.still?.map(Number) ??
    Array.from({ length: Math.ceil(drawn.timeline.frames / framesPerSecond / every) }, (_, n) => n * every);
  for (const language of chosen)
    for (const sheet of await contactSheets(studio, work, language, at, height)) console.log(sheet);
}

async function oneScene(studio: Studio, id: string) {
  const segments = await drawScenes(studio, work, chosen, id);
  for (const language of chosen)
    await writeFilm(work, segments, language, (rendition) => join(work.keptIn, `${id}.${language}.${rendition}.mp4`));
}

async function wholeFilm() {
  const record = recordOf(courseId, plan);
  if (!options.texts) {
    const clips = await filmScenes(filmed, work.keptIn, chosen, work.say);
    const segments = [...clips, ...(studio ? await drawScenes(studio, work, chosen) : [])];
    for (const language of chosen)
      await writeFilm(work, segments, language, (rendition) => join(media, videoFile(language, rendition)));
  }
  const texts = filmTexts(record, plan, { en: wordsOf('en'), es: wordsOf('es') });
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(media, name), text);
  const pictures = studio ? await drawPosters(studio, record) : await photoPosters(record);
  writeFileSync(join(media, 'film.json'), `${JSON.stringify(record, null, 2)}\n`);
  const lock = mediaLock(videoFolder, plan.storyboard, media, pictures);
  writeFileSync(join(media, 'media.lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`The film is ${seconds.toFixed(1)} s long.`);
}

/** The posters, drawn; and while the page is open, the hash of what every scene and poster draws. */
async function drawPosters(studio: Studio, { files }: Film) {
  const page = await studio.openPage(720);
  for (const language of languages) {
    const { title } = wordsOf(language);
    writePoster(await drawPoster(page, posterWords(work, language, title)), join(media, files[language].poster));
    rmSync(join(media, `poster.${language}.jpg`), { force: true });
  }
  const pictures = await picturesOf(page, work, { en: wordsOf('en').title, es: wordsOf('es').title });
  await page.close();
  return pictures;
}

/** A second into the first sentence, somebody is seen who speaks. */
async function photoPosters({ files }: Film) {
  for (const language of languages) {
    const { video, poster } = files[language];
    const at = (plan.timeline.cues[0]?.at[language].fromSeconds ?? 0) + 1;
    await writePhotoPoster(join(media, video), at, join(media, poster));
    rmSync(join(media, `poster.${language}.png`), { force: true });
  }
  return {};
}

function wordsOf(language: Language): About {
  return JSON.parse(readFileSync(join(options.pack, `text/${language}.json`), 'utf8'));
}

function writeCueList() {
  const read = readFilmSources(videoFolder);
  if (!read.ok) return stop(problemInWords(read.error));
  const file = join(videoFolder, cuesFile);
  if (existsSync(file)) return stop(`${file} is there already; remove it to begin anew.`);
  mkdirSync(join(file, '..'), { recursive: true });
  const list = JSON.stringify(emptyCueTimes(read.value.storyboard, read.value.narration), null, 2);
  // What is filled in together stands on one line.
  const short = list
    .replace(/\[\s+null,\s+null\s+\]/g, '[null, null]')
    .replace(/\{\s+"en": (.+),\s+"es": (.+)\s+\}/g, '{ "en": $1, "es": $2 }');
  writeFileSync(file, `${short}\n`);
  console.log(`${file} is written: fill in when each scene begins and each cue is spoken.`);
}
