/**
 * Renders the film: `npm run render [-- --language en] [--scene civil] [--still 12.5] [--height 720] [--texts]`.
 * `--scene` renders one scene and `--still` one picture, both into `.cache/render`, for a quick look; `--texts` writes all
 * but the two films again, which then must still fit their sources; without them the
 * film, its captions, chapters, poster and `film.json` are written to `public/media/<course>`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languages } from '#domain/course/closed-lists.ts';
import type { Language } from '#domain/course/course.ts';
import { draw, type Picture, staged, UnknownDrawing } from '#rendering/draw.ts';
import { encode, hasFfmpeg, writePoster } from '#rendering/encode.ts';
import { filmRecord, textTracks } from '#rendering/film-record.ts';
import { measureRecordings, readFilmSources } from '#rendering/film-sources.ts';
import { mediaLock } from '#rendering/media-lock.ts';
import { problemInWords } from '#rendering/problems.ts';
import { mix } from '#rendering/sound.ts';
import { framesPerSecond, layOut } from '#rendering/timeline.ts';

const { values: options } = parseArgs({
  options: {
    language: { type: 'string' },
    scene: { type: 'string' },
    still: { type: 'string', multiple: true },
    height: { type: 'string', default: '720' },
    texts: { type: 'boolean', default: false },
    pack: { type: 'string', default: 'content/civil-criminal-warrants' },
  },
});
const stop = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

const folder = join(options.pack, 'video');
const sources = readFilmSources(folder);
if (!sources.ok) stop(problemInWords(sources.error));
const { storyboard, narration } = sources.ok ? sources.value : stop('');
const laidOut = layOut(storyboard, measureRecordings(folder, storyboard));
if (!laidOut.ok) stop(problemInWords(laidOut.error));
const timeline = laidOut.ok ? laidOut.value : stop('');
const chosen = languages.filter((language) => !options.language || language === options.language);
if (chosen.length === 0) stop('The language is en or es.');
const height = Number(options.height);
if (!Number.isInteger(height / 2) || height < 180) stop('The height is an even number of pixels from 180 on.');

const courseId = String(JSON.parse(readFileSync(join(options.pack, 'course.json'), 'utf8')).id);
const media = join('public/media', courseId);
const trial = '.cache/render';
const seconds = timeline.frames / framesPerSecond;

async function* told(pictures: AsyncIterable<Picture>, language: Language, fromFrame: number, toFrame: number) {
  const began = Date.now();
  let drawn = 0;
  const misfits = new Set<string>();
  for await (const picture of pictures) {
    drawn += picture.drawn ? 1 : 0;
    for (const misfit of picture.misfits) misfits.add(misfit);
    const done = picture.frame + 1 - fromFrame;
    if (done % 150 === 0 || picture.frame + 1 === toFrame) {
      const left = Math.round((((Date.now() - began) / done) * (toFrame - fromFrame - done)) / 1000);
      console.log(`${language}: ${done} of ${toFrame - fromFrame} frames, ${drawn} drawn, about ${left} s left`);
    }
    yield picture;
  }
  for (const misfit of misfits) console.warn(`${language}: does not fit its place: “${misfit}”`);
}

async function still(language: Language, at: number) {
  const fromFrame = Math.min(timeline.frames - 1, Math.max(0, Math.round(at * framesPerSecond)));
  const scenes = staged(timeline, narration, language);
  for await (const { png, misfits } of draw({ timeline, scenes, height, fromFrame, toFrame: fromFrame + 1 })) {
    const file = join(trial, `${language}-${at.toFixed(1).padStart(5, '0')}.png`);
    writeFileSync(file, png);
    console.log(file, misfits.length > 0 ? `does not fit: ${misfits.join(' | ')}` : '');
  }
}

async function film(language: Language) {
  const scene = options.scene ? timeline.scenes.find(({ id }) => id === options.scene) : undefined;
  if (options.scene && !scene) stop(`The storyboard has no scene "${options.scene}".`);
  const fromFrame = scene?.fromFrame ?? 0;
  const toFrame = scene?.toFrame ?? timeline.frames;
  const scratch = mkdtempSync(join(tmpdir(), 'muster-render-'));
  const wav = join(scratch, 'voice.wav');
  const loudness = mix(folder, timeline, language, wav, fromFrame / framesPerSecond, toFrame / framesPerSecond);
  console.log(`${language}: voice at ${loudness.toFixed(1)} LUFS`);
  const pictures = draw({ timeline, scenes: staged(timeline, narration, language), height, fromFrame, toFrame });
  const file = scene ? join(trial, `${scene.id}.${language}.mp4`) : join(media, `video.${language}.mp4`);
  await encode(told(pictures, language, fromFrame, toFrame), wav, (toFrame - fromFrame) / framesPerSecond, file);
  rmSync(scratch, { recursive: true });
  console.log(`${language}: ${file}`);
}

process.on('uncaughtException', (error) => {
  if (error instanceof UnknownDrawing) stop(error.message);
  throw error;
});
mkdirSync(trial, { recursive: true });
if (options.still) {
  for (const language of chosen) for (const at of options.still) await still(language, Number(at));
} else {
  if (!hasFfmpeg()) stop('Rendering needs ffmpeg: install it (Debian: apt-get install ffmpeg) and run this again.');
  mkdirSync(media, { recursive: true });
  if (!options.texts) for (const language of chosen) await film(language);
  if (!options.scene) {
    const record = filmRecord(courseId, timeline, narration);
    for (const [name, text] of Object.entries(textTracks(record))) writeFileSync(join(media, name), text);
    // The first scene's last picture: the word under the lens, and what to look for around it.
    const posterAt = Math.max(0, (timeline.scenes[0]?.toFrame ?? 0) - framesPerSecond);
    const scenes = staged(timeline, narration, 'en');
    for await (const { png } of draw({ timeline, scenes, height: 720, fromFrame: posterAt, toFrame: posterAt + 1 }))
      writePoster(png, join(media, record.poster));
    writeFileSync(join(media, 'film.json'), `${JSON.stringify(record, null, 2)}\n`);
    writeFileSync(join(media, 'media.lock.json'), `${JSON.stringify(mediaLock(folder, storyboard, media), null, 2)}\n`);
    console.log(`The film is ${seconds.toFixed(1)} s long.`);
  }
}
