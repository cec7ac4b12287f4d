import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Language } from '#domain/course/course.ts';
import type { Studio } from './browser.ts';
import { joinScenes, type RenditionName, renditionNames, renditions } from './encode.ts';
import { type FilmedScene, voiceOfFilmed } from './own-film/filmed-scenes.ts';
import type { FilmedPart } from './own-film/read-own-film.ts';
import { progress } from './progress.ts';
import { makeSegments, planSegments, type Segment } from './segments.ts';
import { joinVoices, mix } from './sound.ts';
import { type Staging, staged } from './staging.ts';
import { framesPerSecond } from './timeline.ts';

export interface FilmWork extends Staging {
  readonly videoFolder: string;
  /** What an agency filmed and what stands before all that is drawn; `timeline` is of the drawn part alone. */
  readonly filmed?: readonly FilmedPart[];
  /** Where whole scenes are kept between renderings. */
  readonly keptIn: string;
  readonly say: (sentence: string) => void;
}

/** Draws what is not there yet of these scenes (all, without `only`) in these languages. */
export async function drawScenes(
  studio: Studio,
  work: FilmWork,
  languages: readonly Language[],
  only?: string,
): Promise<Segment[]> {
  const { timeline, keptIn, say } = work;
  mkdirSync(keptIn, { recursive: true });
  const wanted = languages.flatMap((language) =>
    staged(work, language).map((scene, index) => {
      const { id = '', fromFrame = 0, toFrame = 0 } = timeline.scenes[index] ?? {};
      return { id, language, scene, frames: toFrame - fromFrame };
    }),
  );
  const page = await studio.openPage(renditions.large.height);
  const segments = await planSegments(
    page,
    wanted.filter(({ id }) => !only || id === only),
    keptIn,
  );
  await page.close();
  const missing = segments.filter(({ isKept }) => !isKept);
  say(`${segments.length - missing.length} of ${segments.length} scenes are there already`);
  if (missing.length === 0) return segments;
  const told = progress(
    missing.reduce((sum, { frames }) => sum + frames, 0),
    say,
  );
  const misfits = new Set<string>();
  await makeSegments(studio, segments, keptIn, ({ id, language }, picture) => {
    told.step(picture.drawn);
    for (const misfit of picture.misfits) misfits.add(`${language}, ${id}: does not fit its place: “${misfit}”`);
  });
  for (const misfit of misfits) say(misfit);
  say(told.end());
  return segments;
}

/** Joins the scenes of one language with its voice, once a rendition: first what was filmed, then what is drawn. */
export async function writeFilm(
  work: FilmWork,
  segments: readonly (Segment | FilmedScene)[],
  language: Language,
  fileOf: (rendition: RenditionName) => string,
): Promise<void> {
  const own = segments.filter((segment) => segment.language === language);
  const frames = own.reduce((sum, segment) => sum + segment.frames, 0);
  const scratch = mkdtempSync(join(tmpdir(), 'muster-render-'));
  const wav = join(scratch, 'voice.wav');
  writeVoice(work, own, language, wav);
  for (const name of renditionNames) {
    const list = join(scratch, `${name}.txt`);
    const lines = own.map(
      (segment) => `file '${resolve(segment.files[name])}'\nduration ${segment.frames / framesPerSecond}`,
    );
    writeFileSync(list, `${lines.join('\n')}\n`);
    await joinScenes(list, wav, frames / framesPerSecond, renditions[name], fileOf(name));
    work.say(`${language}: ${fileOf(name)}`);
  }
  rmSync(scratch, { recursive: true });
}

function writeVoice(
  { videoFolder, timeline, filmed = [], say }: FilmWork,
  own: readonly (Segment | FilmedScene)[],
  language: Language,
  wav: string,
): void {
  const ids = new Set(own.map(({ id }) => id));
  const wavs: string[] = [];
  const voice = (write: (file: string) => number) => {
    const file = `${wav}.${wavs.length}.wav`;
    say(`${language}: voice at ${write(file).toFixed(1)} LUFS`);
    wavs.push(file);
  };
  for (const part of filmed)
    if (part.storyboard.scenes.some(({ id }) => ids.has(id))) voice((file) => voiceOfFilmed(part, language, file));
  const drawn = timeline.scenes.filter(({ id }) => ids.has(id));
  const [from, to] = [drawn[0]?.fromFrame ?? 0, drawn.at(-1)?.toFrame ?? 0];
  if (to > from)
    voice((file) => mix(videoFolder, timeline, language, file, from / framesPerSecond, to / framesPerSecond));
  joinVoices(wavs, wav);
}
