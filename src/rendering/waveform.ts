import type { Span } from './timeline.ts';

/** Decoded sound: one channel, −1 to 1. */
export interface Waveform {
  readonly samples: Float32Array;
  readonly samplesPerSecond: number;
}

/** Quieter than this is no speech: 42 dB below full scale, under the breath of a recording at −18 LUFS. */
const quiet = 0.008;
/** Shorter gaps are the closed lips of a p or a t, not a pause. */
export const shortestPauseSeconds = 0.12;
const windowSeconds = 0.01;

/** Where nobody speaks for at least `least` seconds, in seconds from the beginning. */
export function silences({ samples, samplesPerSecond }: Waveform, least = shortestPauseSeconds): Span[] {
  const size = Math.round(samplesPerSecond * windowSeconds);
  const spans: Span[] = [];
  let began: number | undefined = 0;
  for (let at = 0; at < samples.length + size; at += size) {
    const isQuiet = at < samples.length && samples.subarray(at, at + size).every((sample) => Math.abs(sample) < quiet);
    if (isQuiet) {
      began ??= at;
      continue;
    }
    const end = Math.min(at, samples.length);
    if (began !== undefined && (end - began) / samplesPerSecond >= least)
      spans.push({ fromSeconds: began / samplesPerSecond, toSeconds: end / samplesPerSecond });
    began = undefined;
  }
  return spans;
}

/** The loudest sample within five milliseconds of either end: what a join would make heard as a click. */
export function edgeLevel({ samples, samplesPerSecond }: Waveform): number {
  const size = Math.round(samplesPerSecond * 0.005);
  const ends = [samples.subarray(0, size), samples.subarray(Math.max(0, samples.length - size))];
  return ends.reduce((most, end) => end.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), most), 0);
}

/** Seconds before the voice begins and after it ends. */
export function roomAround(waveform: Waveform): { before: number; after: number } {
  const seconds = waveform.samples.length / waveform.samplesPerSecond;
  const spans = silences(waveform, windowSeconds);
  const [first] = spans;
  const last = spans.at(-1);
  return {
    before: first?.fromSeconds === 0 ? first.toSeconds : 0,
    after: last && last.toSeconds >= seconds - windowSeconds / 2 ? last.toSeconds - last.fromSeconds : 0,
  };
}

/** What stays of the silence around a voice: a caption may not begin more than a tenth of a second before it. */
const kept = { before: 0.04, after: 0.09 };
/** Long enough that no join clicks, short enough that no consonant is lost. */
const fadeSeconds = { in: 0.008, out: 0.03 };

/** Sentences one after the other with room between them, each cut to its voice and faded at both ends. */
export function joined(sentences: readonly Waveform[], roomSeconds: number): Waveform {
  const samplesPerSecond = sentences[0]?.samplesPerSecond ?? 24_000;
  const count = (seconds: number) => Math.round(seconds * samplesPerSecond);
  const trimmed = sentences.map((sentence) => {
    const { before, after } = roomAround(sentence);
    const from = Math.max(0, count(before - kept.before));
    const to = Math.min(sentence.samples.length, sentence.samples.length - count(after - kept.after));
    const samples = sentence.samples.slice(from, to);
    const [first, last] = [count(fadeSeconds.in), count(fadeSeconds.out)];
    return samples.map((sample, at) => sample * Math.min(1, at / first, (samples.length - 1 - at) / last));
  });
  // What is kept of the silence at either end is part of the room.
  const between = Math.max(0, count(roomSeconds - kept.before - kept.after));
  const length = trimmed.reduce((sum, { length }) => sum + length, between * Math.max(0, trimmed.length - 1));
  const samples = new Float32Array(length);
  let at = 0;
  for (const sentence of trimmed) {
    samples.set(sentence, at);
    at += sentence.length + between;
  }
  return { samples, samplesPerSecond };
}
