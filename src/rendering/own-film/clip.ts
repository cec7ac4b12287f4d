import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '#domain/course/course.ts';
import { type Mp4Head, mp4Head } from '../mp4.ts';
import { clipFile, type Part } from './own-files.ts';
import { type Remark, remark } from './remark.ts';

/** A film that somebody brought, as it is. */
export interface Clip {
  /** Where it lies. */
  readonly path: string;
  readonly seconds: number;
}

/** What cameras and editors write and ffmpeg reads. */
const pictureCodecs = /^(avc[13]|hvc1|hev1|dvh1|av01|vp09|mp4v|ap[a-z0-9]{2})$/;
const soundCodecs = /^(mp4a|ac-3|ec-3|Opus|alac|sowt|twos|lpcm|in24|fl32)$/;
const again = 'Export it again as MP4 with H.264 pictures and AAC sound.';

/** Reads the head of a clip; what keeps it from being rendered is added to `wrong`. Undefined where it is not there or not usable. */
export function readClip(videoFolder: string, part: Part, language: Language, wrong: Remark[]): Clip | undefined {
  const file = clipFile(part, language);
  const path = join(videoFolder, file);
  if (!existsSync(path)) return undefined;
  const faults = faultsOf(mp4Head(path));
  wrong.push(...faults.map(([code, reason]) => remark(code, file, '', reason)));
  return faults.length > 0 ? undefined : { path, seconds: mp4Head(path)?.seconds ?? 0 };
}

function faultsOf(head: Mp4Head | undefined): [Remark['code'], string][] {
  if (!head) return [['own-film.not-mp4', `It is no MP4 file, or it was cut short. ${again}`]];
  if (head.seconds === 0) return [['own-film.not-mp4', `It does not say how long it is. ${again}`]];
  const codecOf = (kind: string) => head.tracks.find((track) => track.kind === kind)?.codec;
  const [picture, sound] = [codecOf('vide'), codecOf('soun')];
  const faults: [Remark['code'], string][] = [];
  if (picture === undefined) faults.push(['own-film.no-picture', `There is no picture in it. ${again}`]);
  else if (!pictureCodecs.test(picture))
    faults.push(['own-film.codec', `Its pictures are coded as “${picture}”. ${again}`]);
  if (sound === undefined) faults.push(['own-film.no-sound', `There is no sound track in it. ${again}`]);
  else if (!soundCodecs.test(sound)) faults.push(['own-film.codec', `Its sound is coded as “${sound}”. ${again}`]);
  return faults;
}
