import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type InBothLanguages, inBothLanguages, type Language } from '#domain/course/course.ts';
import { recordingOf } from './film-sources.ts';
import { decode } from './listen.ts';
import { measure } from './narration-files.ts';
import type { Timeline } from './timeline.ts';
import { silences } from './waveform.ts';

const Heard = z.strictObject({
  seconds: z.number().describe('Length of the recording that was listened to; another length means another recording.'),
  pauses: z.array(z.tuple([z.number(), z.number()])),
});
/** Where the voice pauses in each recording, so that captions can begin with it and tests need no decoder. */
export const VoicePauses = inBothLanguages(z.record(z.string(), Heard));
export type VoicePauses = z.infer<typeof VoicePauses>;

const pausesFile = (videoFolder: string) => join(videoFolder, 'narration', 'pauses.json');
export const noPauses: VoicePauses = { en: {}, es: {} };

export function readPauses(videoFolder: string): VoicePauses {
  const file = pausesFile(videoFolder);
  return existsSync(file) ? VoicePauses.parse(JSON.parse(readFileSync(file, 'utf8'))) : noPauses;
}

/** From when until when, in seconds. */
type Pause = [number, number];

const toMilliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000;

/** Listens to one recording. Needs ffmpeg. */
function listenTo(videoFolder: string, language: Language, cueId: string): VoicePauses['en'][string] {
  const file = recordingOf(videoFolder, language, cueId);
  const seconds = measure(file) ?? 0;
  const inside = silences(decode(file)).filter(
    ({ fromSeconds, toSeconds }) => fromSeconds > 0.1 && toSeconds < seconds - 0.1,
  );
  return {
    seconds: toMilliseconds(seconds),
    pauses: inside.map(({ fromSeconds, toSeconds }) => [toMilliseconds(fromSeconds), toMilliseconds(toSeconds)]),
  };
}

/** Listens to every recording that exists and writes `pauses.json`. Needs ffmpeg. */
export function listenToAll(videoFolder: string, cueIds: readonly string[]): void {
  const heard = (language: Language) =>
    Object.fromEntries(
      cueIds
        .filter((id) => existsSync(recordingOf(videoFolder, language, id)))
        .map((id) => [id, listenTo(videoFolder, language, id)]),
    );
  const all: VoicePauses = { en: heard('en'), es: heard('es') };
  // A pause on one line: the file is read in changes of recordings.
  const text = JSON.stringify(all, null, 2).replace(/\[\s+([\d.]+),\s+([\d.]+)\s+\]/g, '[$1, $2]');
  writeFileSync(pausesFile(videoFolder), `${text}\n`);
}

/** Whether these pauses were heard in this recording: a person's own recording put in its place has another length. */
export const isOf = (heard: VoicePauses['en'][string] | undefined, seconds: number | undefined): boolean =>
  heard !== undefined && seconds !== undefined && Math.abs(heard.seconds - seconds) < 0.0015;

/** The pauses of each cue whose recordings were listened to, on the film's clock. */
export function pausesInFilm(timeline: Timeline, heard: VoicePauses): Map<string, InBothLanguages<Pause[]>> {
  const inFilm = new Map<string, InBothLanguages<Pause[]>>();
  for (const { id, at } of timeline.cues) {
    const of = (language: Language): Pause[] | undefined => {
      const { fromSeconds, toSeconds } = at[language];
      const own = heard[language][id];
      return own && Math.abs(own.seconds - (toSeconds - fromSeconds)) < 0.003
        ? own.pauses.map(([from, to]) => [toMilliseconds(fromSeconds + from), toMilliseconds(fromSeconds + to)])
        : undefined;
    };
    const [en, es] = [of('en'), of('es')];
    if (en && es) inFilm.set(id, { en, es });
  }
  return inFilm;
}
