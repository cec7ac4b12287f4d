import { spawnSync } from 'node:child_process';
import type { Waveform } from './waveform.ts';

/** Runs ffmpeg and returns what it reports. A film cannot be made without it, so its failure ends the run. */
export function ffmpeg(args: readonly string[]): string {
  const done = spawnSync('ffmpeg', ['-hide_banner', '-nostats', '-y', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (done.status !== 0) throw new Error(`ffmpeg failed: ${done.stderr?.slice(-400) ?? done.error?.message}`);
  return done.stderr;
}

export interface Loudness {
  /** Integrated, EBU R 128. */
  readonly lufs: number;
  /** dBTP: between the samples too, where a decoder may overshoot. */
  readonly truePeak: number;
}

/** Reads the summary that ffmpeg's ebur128 filter prints. */
export function loudnessIn(report: string): Loudness {
  const summary = report.slice(report.lastIndexOf('Summary:'));
  const number = (pattern: RegExp) => Number(pattern.exec(summary)?.[1] ?? Number.NaN);
  return { lufs: number(/I:\s+(-?[\d.]+) LUFS/), truePeak: number(/Peak:\s+(-?[\d.]+) dBFS/) };
}

/** Loudness of a file (or of ffmpeg's arguments for an input), or of the stretch of it between two seconds. */
export function loudnessOf(
  file: string | readonly string[],
  stretch?: { fromSeconds: number; toSeconds: number },
): Loudness {
  const input = typeof file === 'string' ? ['-i', file] : file;
  const cut = stretch ? [`atrim=${stretch.fromSeconds}:${stretch.toSeconds}`, 'asetpts=PTS-STARTPTS'] : [];
  return loudnessIn(ffmpeg([...input, '-vn', '-af', [...cut, 'ebur128=peak=true'].join(','), '-f', 'null', '-']));
}

/** Decodes to 24 kHz, enough to see where a voice begins and ends. */
export function decode(file: string): Waveform {
  const samplesPerSecond = 24_000;
  const args = ['-v', 'error', '-i', file, '-vn', '-ac', '1', '-ar', String(samplesPerSecond), '-f', 'f32le', '-'];
  const { status, stdout, stderr } = spawnSync('ffmpeg', args, { maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`ffmpeg failed: ${stderr.toString().slice(-400)}`);
  return { samples: new Float32Array(new Uint8Array(stdout).buffer), samplesPerSecond };
}
