import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '#domain/course/course.ts';
import {
  encodeStretch,
  mostCameraRate,
  type RenditionName,
  renditionNames,
  renditions,
  type Stretch,
  videoArguments,
} from '../encode.ts';
import { ffmpeg } from '../listen.ts';
import { level } from '../sound.ts';
import { framesPerSecond } from '../timeline.ts';
import { framesOf, layOutFilmed } from './lay-out-filmed.ts';
import { hashOfFile } from './own-files.ts';
import type { FilmedPart } from './read-own-film.ts';

/** One scene of somebody's film in one language, encoded like ours and kept like ours. */
export interface FilmedScene {
  readonly id: string;
  readonly language: Language;
  readonly frames: number;
  readonly files: Readonly<Record<RenditionName, string>>;
}

/** Cuts the clips into scenes and encodes what an earlier rendering did not leave. */
export async function filmScenes(
  parts: readonly FilmedPart[],
  keptIn: string,
  languages: readonly Language[],
  say: (sentence: string) => void,
): Promise<FilmedScene[]> {
  mkdirSync(keptIn, { recursive: true });
  const made: FilmedScene[] = [];
  for (const part of parts)
    for (const language of languages) {
      const { path } = part.clips[language];
      const source = hashOfFile(path);
      for (const { id, fromFrame, toFrame } of layOutFilmed(part).scenes) {
        const own = framesOf(part, language, id);
        const begins = part.times[language].scenes[id]?.fromSeconds ?? 0;
        const fromSeconds = Math.round(begins * framesPerSecond) / framesPerSecond;
        const stretch = { path, fromSeconds, seconds: own / framesPerSecond, frames: toFrame - fromFrame };
        const files = filesOf(keptIn, `${language}.${id}`, keyOf(source, stretch));
        if (!renditionNames.every((name) => existsSync(files[name]))) {
          say(`${language}: scene ${id}, ${(stretch.frames / framesPerSecond).toFixed(1)} s of ${path}`);
          await make(stretch, files, keptIn, `${language}.${id}.`);
        }
        made.push({ id, language, frames: stretch.frames, files });
      }
    }
  return made;
}

function keyOf(source: string, { fromSeconds, seconds, frames }: Stretch): string {
  const settings = renditionNames.map((name) => [renditions[name], videoArguments(renditions[name])]);
  const what = JSON.stringify([source, fromSeconds, seconds, frames, settings, mostCameraRate]);
  return createHash('sha256').update(what).digest('hex').slice(0, 16);
}

function filesOf(keptIn: string, name: string, key: string): FilmedScene['files'] {
  const named = (rendition: RenditionName) => join(keptIn, `${name}.${key}.${rendition}.mp4`);
  return { large: named('large'), small: named('small') };
}

/** Only a whole scene gets its name; older versions of it are thrown away. */
async function make(stretch: Stretch, files: FilmedScene['files'], keptIn: string, prefix: string): Promise<void> {
  const parts = { large: `${files.large}.part`, small: `${files.small}.part` };
  await encodeStretch(stretch, parts);
  for (const name of readdirSync(keptIn).filter((file) => file.startsWith(prefix) && !file.endsWith('.part')))
    rmSync(join(keptIn, name));
  for (const name of renditionNames) renameSync(parts[name], files[name]);
}

/** So short that no word is lost, long enough that no join with silence clicks. */
const fadeSeconds = 0.008;

/** The clip's sound as long as the part's pictures, silent where a picture is held. Returns the loudness. */
export function voiceOfFilmed(part: FilmedPart, language: Language, wav: string): number {
  const scenes = layOutFilmed(part).scenes.map(({ id, fromFrame, toFrame }) => {
    const begins = Math.round((part.times[language].scenes[id]?.fromSeconds ?? 0) * framesPerSecond) / framesPerSecond;
    const seconds = framesOf(part, language, id) / framesPerSecond;
    return { begins, seconds, wholeSeconds: (toFrame - fromFrame) / framesPerSecond };
  });
  const isHeld = scenes.some(({ seconds, wholeSeconds }) => wholeSeconds > seconds);
  const cuts = scenes.map(({ begins, seconds, wholeSeconds }, index) => {
    const fades = `afade=t=in:d=${fadeSeconds},afade=t=out:st=${seconds - fadeSeconds}:d=${fadeSeconds},`;
    const trimmed = `atrim=${begins}:${begins + seconds},asetpts=PTS-STARTPTS,${isHeld ? fades : ''}`;
    const samples = Math.round(wholeSeconds * 48_000);
    return `[a${index}]${trimmed}apad=whole_len=${samples},atrim=end_sample=${samples}[s${index}]`;
  });
  const names = (letter: string) => scenes.map((_, index) => `[${letter}${index}]`).join('');
  const whole = `[0:a:0]aresample=48000:async=1:first_pts=0,aformat=channel_layouts=mono,asplit=${scenes.length}${names('a')}`;
  const graph = [whole, ...cuts, `${names('s')}concat=n=${scenes.length}:v=0:a=1[m]`].join(';');
  const raw = `${wav}.raw.wav`;
  ffmpeg(['-i', part.clips[language].path, '-filter_complex', graph, '-map', '[m]', '-c:a', 'pcm_f32le', raw]);
  return level(raw, wav);
}
