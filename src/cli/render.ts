/**
 * Renders the film: `npm run render [-- --language en] [--scene civil]`. Whole scenes are kept in `.cache/render` and not
 * drawn again until what they show changes, so an interrupted rendering goes on where it was.
 *
 * `--scene` makes one scene and `--still 12.5` (may be repeated) or `--every 5` contact sheets, all into `.cache/render`,
 * for a look; `--texts` writes all but the films again, which must still fit their sources; `--check` measures what lies in
 * `public/media/<course>` and ends with 1 if something is out of line.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languages } from '#domain/course/closed-lists.ts';
import { openStudio } from '#rendering/browser.ts';
import { checkFilm, table } from '#rendering/check.ts';
import { contactSheets } from '#rendering/contact-sheet.ts';
import { still, UnknownDrawing } from '#rendering/draw.ts';
import { hasFfmpeg, writePoster } from '#rendering/encode.ts';
import { drawScenes, type FilmWork, writeFilm } from '#rendering/film-making.ts';
import { filmRecord, textTracks, videoFile } from '#rendering/film-record.ts';
import { measureRecordings, readFilmSources } from '#rendering/film-sources.ts';
import { mediaLock, picturesOf } from '#rendering/media-lock.ts';
import { problemInWords } from '#rendering/problems.ts';
import { fadeSeconds } from '#rendering/scenes/look.ts';
import { staged } from '#rendering/staging.ts';
import { framesPerSecond, layOut } from '#rendering/timeline.ts';
import { readPauses } from '#rendering/voice-pauses.ts';

const { values: options } = parseArgs({
  options: {
    language: { type: 'string' },
    scene: { type: 'string' },
    still: { type: 'string', multiple: true },
    every: { type: 'string' },
    height: { type: 'string', default: '1080' },
    texts: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    pack: { type: 'string', default: 'content/civil-criminal-warrants' },
  },
});
function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

if (!hasFfmpeg()) stop('Rendering needs ffmpeg: install it (Debian: apt-get install ffmpeg) and run this again.');
const videoFolder = join(options.pack, 'video');
const sources = readFilmSources(videoFolder);
if (!sources.ok) stop(problemInWords(sources.error));
const { storyboard, narration } = sources.value;
const laidOut = layOut(storyboard, measureRecordings(videoFolder, storyboard));
if (!laidOut.ok) stop(problemInWords(laidOut.error));
const timeline = laidOut.value;
const chosen = languages.filter((language) => !options.language || language === options.language);
if (chosen.length === 0) stop('The language is en or es.');
if (options.scene && !timeline.scenes.some(({ id }) => id === options.scene))
  stop(`The storyboard has no scene "${options.scene}".`);
const height = Number(options.height);
if (!Number.isInteger(height / 2) || height < 180) stop('The height is an even number of pixels from 180 on.');

const courseId = String(JSON.parse(readFileSync(join(options.pack, 'course.json'), 'utf8')).id);
const media = join('public/media', courseId);
const seconds = timeline.frames / framesPerSecond;
const heard = readPauses(videoFolder);
const work: FilmWork = {
  videoFolder,
  timeline,
  narration,
  heard,
  keptIn: '.cache/render',
  say: (line) => console.log(line),
};
mkdirSync(work.keptIn, { recursive: true });
mkdirSync(media, { recursive: true });

const studio = await openStudio();
try {
  if (options.check) {
    const findings = await checkFilm(studio, work, media);
    console.log(table(findings));
    process.exitCode = findings.every(({ isFine }) => isFine) ? 0 : 1;
  } else if (options.still || options.every) await look();
  else if (options.scene) await oneScene(options.scene);
  else await wholeFilm();
} catch (error) {
  if (error instanceof UnknownDrawing) console.error(error.message);
  else throw error;
  process.exitCode = 1;
} finally {
  await studio.close();
}

async function look() {
  const every = Number(options.every);
  const at = options.still?.map(Number) ?? Array.from({ length: Math.ceil(seconds / every) }, (_, n) => n * every);
  for (const language of chosen)
    for (const sheet of await contactSheets(studio, work, language, at, height)) console.log(sheet);
}

async function oneScene(id: string) {
  const segments = await drawScenes(studio, work, chosen, id);
  for (const language of chosen)
    await writeFilm(work, segments, language, (rendition) => join(work.keptIn, `${id}.${language}.${rendition}.mp4`));
}

async function wholeFilm() {
  const record = filmRecord(courseId, timeline, narration, work.heard);
  if (!options.texts) {
    const segments = await drawScenes(studio, work, chosen);
    for (const language of chosen)
      await writeFilm(work, segments, language, (rendition) => join(media, videoFile(language, rendition)));
  }
  for (const [name, text] of Object.entries(textTracks(record))) writeFileSync(join(media, name), text);
  // The first scene's last picture: the word under the lens, and what to look for around it.
  const [scene] = staged(work, 'en');
  const page = await studio.openPage(720);
  const posterAt = (scene?.seconds ?? 1) - fadeSeconds;
  if (scene) writePoster((await still(page, scene, posterAt)).png, join(media, record.poster));
  const pictures = await picturesOf(page, work);
  await page.close();
  writeFileSync(join(media, 'film.json'), `${JSON.stringify(record, null, 2)}\n`);
  const lock = mediaLock(videoFolder, storyboard, media, pictures);
  writeFileSync(join(media, 'media.lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`The film is ${seconds.toFixed(1)} s long.`);
}
