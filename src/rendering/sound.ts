import type { Language } from '#domain/course/course.ts';
import { recordingOf } from './film-sources.ts';
import { ffmpeg, loudnessOf } from './listen.ts';
import { framesPerSecond, type Timeline } from './timeline.ts';

/** Loudness of speech on the web and in rooms, and a ceiling that no AAC decoder exceeds. */
export const wantedLufs = -16;
const peakCeiling = 0.75; // −2.5 dB; what lies between the samples, and AAC, add a little
/** At either end of every recording, so that no join clicks, whoever recorded it. */
const fadeSeconds = 0.008;

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
  const placed = timeline.cues.map((cue, index) => {
    const { fromSeconds: begins, toSeconds: ends } = cue.at[language];
    const fades = `afade=t=in:d=${fadeSeconds},afade=t=out:st=${ends - begins - fadeSeconds}:d=${fadeSeconds}`;
    return `[${index}:a]aresample=48000,${fades},adelay=${Math.round(begins * 1000)}:all=1[c${index}]`;
  });
  const names = timeline.cues.map((_, index) => `[c${index}]`).join('');
  const graph = `${placed.join(';')};${names}amix=inputs=${timeline.cues.length}:normalize=0,apad,atrim=${fromSeconds}:${toSeconds},asetpts=PTS-STARTPTS[m]`;
  const raw = `${wav}.raw.wav`;
  ffmpeg([...inputs, '-filter_complex', graph, '-map', '[m]', '-ac', '1', '-c:a', 'pcm_f32le', raw]);
  return level(raw, wav);
}

/** Brings a voice to −16 LUFS without a peak that would clip. Returns the loudness. */
export function level(raw: string, wav: string): number {
  // Twice: the limiter takes a little of the loudness away again.
  const { lufs } = loudnessOf(raw);
  // What is silent stays silent.
  let gain = Number.isFinite(lufs) && lufs > -60 ? wantedLufs - lufs : 0;
  let loudness = Number.NaN;
  for (let round = 0; round < 2; round += 1) {
    // At four times the rate, so that the limiter sees the peaks between the samples (true peak, EBU R 128).
    const louder = `volume=${gain.toFixed(2)}dB,aresample=192000,alimiter=limit=${peakCeiling}:level=disabled:attack=3:release=60,aresample=48000`;
    ffmpeg(['-i', raw, '-af', louder, '-c:a', 'pcm_s16le', wav]);
    loudness = loudnessOf(wav).lufs;
    if (loudness > -60) gain += wantedLufs - loudness;
  }
  return loudness;
}

/** Voices one behind the other, each at its own level. */
export function joinVoices(wavs: readonly string[], wav: string): void {
  const inputs = wavs.flatMap((each) => ['-i', each]);
  const names = wavs.map((_, index) => `[${index}:a]`).join('');
  const graph = `${names}concat=n=${wavs.length}:v=0:a=1[m]`;
  ffmpeg([...inputs, '-filter_complex', graph, '-map', '[m]', '-c:a', 'pcm_s16le', wav]);
}
