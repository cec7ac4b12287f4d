import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { decode, ffmpeg, loudnessOf } from './listen.ts';
import { roomAround } from './waveform.ts';

/** Both speakers at one loudness; −18 LUFS leaves room for the film's own level. */
const recordingLufs = -18;
/** What stays of the silence around the voice: a caption may not begin more than a tenth of a second before it. */
const room = { before: 0.04, after: 0.1 };
const fadeSeconds = 0.008;

/** Trims, levels and fades a spoken WAV file and writes it as Opus. Needs ffmpeg. */
export function writeRecording(wav: string, opus: string): void {
  const waveform = decode(wav);
  const seconds = waveform.samples.length / waveform.samplesPerSecond;
  const silent = roomAround(waveform);
  const from = Math.max(0, silent.before - room.before);
  const to = Math.min(seconds, seconds - silent.after + room.after);
  const { lufs } = loudnessOf(wav);
  const gain = Number.isFinite(lufs) && lufs > -60 ? recordingLufs - lufs : 0;
  const filter = [
    `atrim=${from}:${to}`,
    'asetpts=PTS-STARTPTS',
    `volume=${gain.toFixed(2)}dB`,
    'alimiter=limit=0.8:level=disabled',
    `afade=t=in:d=${fadeSeconds}`,
    `afade=t=out:st=${to - from - fadeSeconds * 4}:d=${fadeSeconds * 4}`,
  ].join(',');
  mkdirSync(dirname(opus), { recursive: true });
  const coded = ['-ac', '1', '-c:a', 'libopus', '-b:a', '40k', '-application', 'voip', '-map_metadata', '-1'];
  ffmpeg(['-i', wav, '-af', filter, ...coded, opus]);
}
