import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { decode, ffmpeg, loudnessOf } from './listen.ts';
import { joined } from './waveform.ts';

/** Both speakers at one loudness; −18 LUFS leaves room for the film's own level. */
const recordingLufs = -18;
/** The sentences of a cue, in order; a voice is given one at a time. */
export const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!][”"»]?)\s+/).filter(Boolean);

/** Seconds that a recording of these sentences will last. Needs ffmpeg. */
export function secondsTogether(sentences: readonly string[], roomSeconds: number): number {
  const { samples, samplesPerSecond } = joined(sentences.map(decode), roomSeconds);
  return samples.length / samplesPerSecond;
}

/** Joins the sentences of a cue, brings them to one loudness and writes them as Opus. Needs ffmpeg. */
export function writeRecording(sentences: readonly string[], opus: string, roomSeconds: number): void {
  const { samples, samplesPerSecond } = joined(sentences.map(decode), roomSeconds);
  mkdirSync(dirname(opus), { recursive: true });
  const raw = `${opus}.f32`;
  writeFileSync(raw, new Uint8Array(samples.buffer));
  const input = ['-f', 'f32le', '-ar', String(samplesPerSecond), '-ac', '1', '-i', raw];
  const { lufs } = loudnessOf(input);
  const gain = Number.isFinite(lufs) && lufs > -60 ? recordingLufs - lufs : 0;
  const filter = `volume=${gain.toFixed(2)}dB,alimiter=limit=0.8:level=disabled`;
  const coded = ['-ac', '1', '-c:a', 'libopus', '-b:a', '40k', '-application', 'voip', '-map_metadata', '-1'];
  ffmpeg([...input, '-af', filter, ...coded, opus]);
  rmSync(raw);
}
