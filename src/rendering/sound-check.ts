import type { Language } from '#domain/course/course.ts';
import { recordingOf } from './film-sources.ts';
import { decode, type Loudness, loudnessOf } from './listen.ts';
import { measure } from './narration-files.ts';
import { wantedLufs } from './sound.ts';
import { mostAddedSilenceSeconds, pauses, type Timeline } from './timeline.ts';
import { isOf, readPauses } from './voice-pauses.ts';
import { edgeLevel, roomAround, silences } from './waveform.ts';

/** What a room and a phone need (issue of the film): speech at −16 LUFS, and nothing that clips, clicks or falls silent. */
export const soundLimits = {
  filmLufs: { wanted: wantedLufs, give: 1 },
  truePeak: -1,
  /** A cue may be this much louder or quieter than the film, or one speaker drowns the other. */
  cueGive: 2,
  secondsBeforeVoice: 0.1,
  secondsAfterVoice: 0.5,
  /** Full scale is 1; a recording that begins or ends above this would click. */
  edge: 0.01,
  pauseInCueSeconds: 1.2,
  silenceInFilmSeconds: mostAddedSilenceSeconds + pauses.before + pauses.after,
};

export interface HeardCue extends Loudness {
  readonly id: string;
  readonly secondsBefore: number;
  readonly secondsAfter: number;
  readonly edge: number;
  readonly longestPause: number;
  /** Whether `pauses.json` was written for this very recording. */
  readonly pausesKnown: boolean;
}
export interface HeardFilm extends Loudness {
  readonly language: Language;
  readonly longestSilence: number;
  readonly cues: readonly HeardCue[];
}

/** Where the sound is out of line: which film or cue, what of it, how much and what is allowed. */
export interface SoundProblem {
  readonly code:
    | 'loudness'
    | 'true-peak'
    | 'silence'
    | 'cue-loudness'
    | 'late-voice'
    | 'long-tail'
    | 'click'
    | 'long-pause'
    | 'pauses-unknown';
  readonly where: string;
  readonly measured: number;
  readonly allowed: number;
}

/** Judges what was heard; the measuring is done by `listenToFilm`. */
export function soundProblems(film: HeardFilm): SoundProblem[] {
  const limits = soundLimits;
  const problems: SoundProblem[] = [];
  // Not `measured > allowed`: a loudness that could not be measured is no number and must not pass.
  const check = (code: SoundProblem['code'], where: string, measured: number, allowed: number) => {
    if (!(measured <= allowed)) problems.push({ code, where, measured, allowed });
  };
  const name = film.language;
  check('loudness', name, Math.abs(film.lufs - limits.filmLufs.wanted), limits.filmLufs.give);
  check('true-peak', name, film.truePeak, limits.truePeak);
  check('silence', name, film.longestSilence, limits.silenceInFilmSeconds);
  for (const cue of film.cues) {
    const where = `${name}/${cue.id}`;
    check('cue-loudness', where, Math.abs(cue.lufs - film.lufs), limits.cueGive);
    check('late-voice', where, cue.secondsBefore, limits.secondsBeforeVoice);
    check('long-tail', where, cue.secondsAfter, limits.secondsAfterVoice);
    check('click', where, cue.edge, limits.edge);
    check('long-pause', where, cue.longestPause, limits.pauseInCueSeconds);
    check('pauses-unknown', where, cue.pausesKnown ? 0 : 1, 0);
  }
  return problems;
}

/** Listens to a rendered film (or its mixed voice) and to the recordings it was made of. Needs ffmpeg. */
export function listenToFilm(videoFolder: string, timeline: Timeline, language: Language, file: string): HeardFilm {
  const known = readPauses(videoFolder);
  const waveform = decode(file);
  const cues = timeline.cues.map(({ id, at }): HeardCue => {
    const recording = recordingOf(videoFolder, language, id);
    const alone = decode(recording);
    const { before, after } = roomAround(alone);
    const ends = alone.samples.length / alone.samplesPerSecond - 0.1;
    const inside = silences(alone).filter((span) => span.fromSeconds > 0.1 && span.toSeconds < ends);
    return {
      id,
      ...loudnessOf(file, at[language]),
      secondsBefore: before,
      secondsAfter: after,
      edge: edgeLevel(alone),
      longestPause: longest(inside),
      pausesKnown: isOf(known[language][id], measure(recording)),
    };
  });
  return { language, ...loudnessOf(file), longestSilence: longest(silences(waveform)), cues };
}

const longest = (spans: readonly { fromSeconds: number; toSeconds: number }[]) =>
  Math.max(0, ...spans.map(({ fromSeconds, toSeconds }) => toSeconds - fromSeconds));

const problemWords: Record<SoundProblem['code'], string> = {
  loudness: 'LU away from −16 LUFS',
  'true-peak': 'dBTP',
  silence: 's of silence',
  'cue-loudness': 'LU louder or quieter than its film',
  'late-voice': 's before the voice begins',
  'long-tail': 's after the voice has ended',
  click: 'of full scale at an end: it clicks',
  'long-pause': 's of pause inside it',
  'pauses-unknown': 'pauses.json is of another recording: run narrate with --listen',
};

/** The table of `npm run render -- --check`: a line a film, a line a cue, and what is out of line. */
export function soundTable(film: HeardFilm): string {
  const lines = [film, ...film.cues].map((heard) => {
    const name = 'id' in heard ? heard.id : `${heard.language}: the film`;
    const rest =
      'id' in heard
        ? `${heard.secondsBefore.toFixed(2)} s before, ${heard.longestPause.toFixed(2)} s pause, edge ${heard.edge.toFixed(4)}`
        : `${heard.longestSilence.toFixed(2)} s longest silence`;
    return `${name.padEnd(26)} ${heard.lufs.toFixed(1).padStart(6)} LUFS ${heard.truePeak.toFixed(1).padStart(6)} dBTP  ${rest}`;
  });
  const wrong = soundProblems(film).map(
    ({ code, where, measured, allowed }) =>
      `${where}: ${measured.toFixed(2)} ${problemWords[code]} (allowed: ${allowed})`,
  );
  return [...lines, ...wrong].join('\n');
}
