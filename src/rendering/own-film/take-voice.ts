import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { languages } from '#domain/course/closed-lists.ts';
import type { Language } from '#domain/course/course.ts';
import { type FilmSources, recordingOf } from '../film-sources.ts';
import { decode, loudnessOf } from '../listen.ts';
import { listenToAll } from '../voice-pauses.ts';
import { roomAround, type Waveform } from '../waveform.ts';
import { writeRecording } from '../write-recording.ts';
import { hashOfFile } from './own-files.ts';
import { OwnVoice, ownVoiceFile } from './own-voice.ts';

/** A person's recording of one cue. */
export interface Take {
  readonly language: Language;
  readonly cueId: string;
  readonly path: string;
}

/** Recordings in `en` and `es` below a folder, named by cue; and what lies there that no cue is called like. */
export function takesIn(folder: string, cueIds: readonly string[]): { takes: Take[]; strange: string[] } {
  const takes: Take[] = [];
  const strange = filesIn(folder).map((name) => join(folder, name));
  for (const language of languages)
    for (const name of filesIn(join(folder, language))) {
      const path = join(folder, language, name);
      const cueId = parse(name).name;
      if (cueIds.includes(cueId)) takes.push({ language, cueId, path });
      else strange.push(path);
    }
  return { takes, strange };
}

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => entry.name)
        .sort()
    : [];

/** Quieter than this, a recording has more of its room than of its speaker once it is brought to the others' level. */
const leastLufs = -40;
/** Characters a second between which people speak; ours keep to 11 to 17.5. */
const pace = { least: 8, most: 22 };

/** What is out of line in a recording as it came, in words; empty when all is well. Needs ffmpeg. */
export function faultsOfTake({ path, cueId, language }: Take, { narration }: FilmSources): string[] {
  const waveform = decode(path);
  const { lufs } = loudnessOf(path);
  const { before, after } = roomAround(waveform);
  const seconds = waveform.samples.length / waveform.samplesPerSecond - before - after;
  if (seconds < 0.3 || !Number.isFinite(lufs)) return ['nobody speaks in it'];
  const characters = (narration[language].cues[cueId] ?? '').length / seconds;
  return [
    ...(lufs < leastLufs ? [`it is too quiet (${lufs.toFixed(0)} LUFS, at least ${leastLufs}): go nearer`] : []),
    ...(isClipped(waveform) ? ['it is overdriven: turn the microphone down and record again'] : []),
    ...(characters < pace.least || characters > pace.most
      ? [
          `it would speak its words at ${characters.toFixed(0)} characters a second: is it another cue, the other language, or cut off?`,
        ]
      : []),
  ];
}

/** Full scale is 1; speech touches it at single samples, an overdriven microphone stays there. */
export function isClipped({ samples }: Waveform): boolean {
  let inARow = 0;
  let runs = 0;
  for (const sample of samples) {
    inARow = Math.abs(sample) >= 0.98 ? inARow + 1 : 0;
    if (inARow === 4) runs += 1;
  }
  return runs > 3;
}

/** Puts a person's recordings in the place of ours, at the others' level, and notes whose they are. Needs ffmpeg. */
export function takeVoice(videoFolder: string, takes: readonly Take[], cueIds: readonly string[]): void {
  const file = join(videoFolder, ownVoiceFile);
  const known = existsSync(file) ? OwnVoice.parse(JSON.parse(readFileSync(file, 'utf8'))) : { en: {}, es: {} };
  for (const { language, cueId, path } of takes) {
    const recording = recordingOf(videoFolder, language, cueId);
    writeRecording([path], recording, 0);
    known[language][cueId] = hashOfFile(recording);
  }
  writeFileSync(file, `${JSON.stringify(known, null, 2)}\n`);
  listenToAll(videoFolder, cueIds);
}
