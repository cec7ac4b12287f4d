import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Language } from '#domain/course/course.ts';
import type { Studio } from './browser.ts';
import { joinScenes, type RenditionName, renditionNames, renditions } from './encode.ts';
import { progress } from './progress.ts';
import { makeSegments, planSegments, type Segment } from './segments.ts';
import { mix } from './sound.ts';
import { type Staging, staged } from './staging.ts';
import { framesPerSecond } from './timeline.ts';

export interface FilmWork extends Staging {
  readonly videoFolder: string;
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

/** Joins the scenes of one language with its voice, once a rendition. */
export async function writeFilm(
  { videoFolder, timeline, say }: FilmWork,
  segments: readonly Segment[],
  language: Language,
  fileOf: (rendition: RenditionName) => string,
): Promise<void> {
  const own = segments.filter((segment) => segment.language === language);
  const frames = own.reduce((sum, segment) => sum + segment.frames, 0);
  const first = timeline.scenes.find(({ id }) => id === own[0]?.id);
  const fromSeconds = (first?.fromFrame ?? 0) / framesPerSecond;
  const scratch = mkdtempSync(join(tmpdir(), 'muster-render-'));
  const wav = join(scratch, 'voice.wav');
  const toSeconds = fromSeconds + frames / framesPerSecond;
  say(`${language}: voice at ${mix(videoFolder, timeline, language, wav, fromSeconds, toSeconds).toFixed(1)} LUFS`);
  for (const name of renditionNames) {
    const list = join(scratch, `${name}.txt`);
    const lines = own.map(
      (segment) => `file '${resolve(segment.files[name])}'\nduration ${segment.frames / framesPerSecond}`,
    );
    writeFileSync(list, `${lines.join('\n')}\n`);
    await joinScenes(list, wav, frames / framesPerSecond, renditions[name], fileOf(name));
    say(`${language}: ${fileOf(name)}`);
  }
  rmSync(scratch, { recursive: true });
}
