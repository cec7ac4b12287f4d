import { expect, test } from 'vitest';
import { loudnessIn } from '#rendering/listen.ts';
import { type HeardFilm, soundProblems, soundTable } from '#rendering/sound-check.ts';

const cue = {
  id: 'recap',
  lufs: -16.4,
  truePeak: -3,
  secondsBefore: 0.04,
  secondsAfter: 0.1,
  edge: 0.0004,
  longestPause: 0.5,
  pausesKnown: true,
};
const fine: HeardFilm = { language: 'en', lufs: -16.2, truePeak: -1.6, longestSilence: 1.9, cues: [cue] };

test('a film at −16 LUFS whose voice begins at once has nothing against it', () => {
  expect(soundProblems(fine)).toEqual([]);
  expect(soundTable(fine)).toContain('recap');
});

test.each<[string, Partial<HeardFilm>]>([
  ['loudness', { lufs: -17.4 }],
  ['loudness', { lufs: -14.6 }],
  ['true-peak', { truePeak: -0.6 }],
  ['silence', { longestSilence: 4 }],
  ['cue-loudness', { cues: [{ ...cue, lufs: -19 }] }],
  ['late-voice', { cues: [{ ...cue, secondsBefore: 0.3 }] }],
  ['long-tail', { cues: [{ ...cue, secondsAfter: 0.8 }] }],
  ['click', { cues: [{ ...cue, edge: 0.2 }] }],
  ['long-pause', { cues: [{ ...cue, longestPause: 2 }] }],
  ['pauses-unknown', { cues: [{ ...cue, pausesKnown: false }] }],
])('%s out of line is named, and nothing else', (code, change) => {
  const film = { ...fine, ...change };
  expect(soundProblems(film).map((problem) => problem.code)).toEqual([code]);
  expect(soundTable(film).split('\n').at(-1)).toMatch(/^en/);
});

test('a film whose loudness could not be measured does not pass', () => {
  expect(soundProblems({ ...fine, lufs: Number.NaN })[0]).toMatchObject({ code: 'loudness', where: 'en' });
});

test('what ffmpeg reports is read from its last summary, not from a line on the way', () => {
  const report = `t: 1 I: -70.0 LUFS
Summary:
  Integrated loudness:
    I:         -16.3 LUFS
    Threshold: -26.9 LUFS
  True peak:
    Peak:       -1.8 dBFS`;
  expect(loudnessIn(report)).toEqual({ lufs: -16.3, truePeak: -1.8 });
  expect(loudnessIn('nothing was heard').lufs).toBeNaN();
});
