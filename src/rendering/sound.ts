import { spawnSync } from 'node:child_process';
import type { Language } from '#domain/course/course.ts';
import { recordingOf } from './film-sources.ts';
import { framesPerSecond, type Timeline } from './timeline.ts';

/** Loudness of speech on the web and in rooms, and a ceiling that no AAC decoder exceeds. */
const wantedLufs = -16;
const truePeak = 0.8; // −1.9 dB; AAC adds a little

function ffmpeg(args: readonly string[]): string {
  const done = spawnSync('ffmpeg', ['-hide_banner', '-nostats', '-y', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (done.status !== 0) throw new Error(`ffmpeg failed: ${done.stderr.slice(-400)}`);
  return done.stderr;
}

const loudnessOf = (report: string) =>
  Number(/I:\s+(-?[\d.]+) LUFS/.exec(report.slice(report.lastIndexOf('Summary')))?.[1]);

/** Puts every recording at its second of the film, brings the whole to −16 LUFS and writes a WAV file. Returns the loudness. */
export function mix(
  videoFolder: string,
  timeline: Timeline,
  language: Language,
  wav: string,
  fromSeconds = 0,
  toSeconds = timeline.frames / framesPerSecond,
): number {
  const inputs = timeline.cues.flatMap((cue) => ['-i', recordingOf(videoFolder, language, cue.id)]);
  const placed = timeline.cues.map(
    (cue, index) =>
      `[${index}:a]aresample=48000,adelay=${Math.round(cue.at[language].fromSeconds * 1000)}:all=1[c${index}]`,
  );
  const names = timeline.cues.map((_, index) => `[c${index}]`).join('');
  const graph = `${placed.join(';')};${names}amix=inputs=${timeline.cues.length}:normalize=0,apad,atrim=${fromSeconds}:${toSeconds},asetpts=PTS-STARTPTS[m]`;
  const raw = `${wav}.raw.wav`;
  ffmpeg([...inputs, '-filter_complex', graph, '-map', '[m]', '-ac', '1', '-c:a', 'pcm_f32le', raw]);
  // Twice: the limiter takes a little of the loudness away again.
  let gain = wantedLufs - loudnessOf(ffmpeg(['-i', raw, '-af', 'ebur128', '-f', 'null', '-']));
  let loudness = Number.NaN;
  for (let round = 0; round < 2; round += 1) {
    const level = `volume=${gain.toFixed(2)}dB,alimiter=limit=${truePeak}:level=disabled:attack=3:release=60`;
    ffmpeg(['-i', raw, '-af', level, '-c:a', 'pcm_s16le', wav]);
    loudness = loudnessOf(ffmpeg(['-i', wav, '-af', 'ebur128', '-f', 'null', '-']));
    gain += wantedLufs - loudness;
  }
  return loudness;
}
