import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { recordingOf } from '#rendering/film-sources.ts';
import { checkOwnFilm } from '#rendering/own-film/check-own-film.ts';
import { hashOfFile } from '#rendering/own-film/own-files.ts';
import { ownVoiceFile, readOwnVoice } from '#rendering/own-film/own-voice.ts';
import { isClipped, takesIn } from '#rendering/own-film/take-voice.ts';
import { type OwnCourse, planned, renderTexts, theCourseToChange, told } from './an-own-film.ts';

/** As if a person had spoken these cues: what is there, noted as theirs. */
function spokenBy(course: OwnCourse, en: readonly string[]): void {
  const hashes = en.map((id) => [id, hashOfFile(recordingOf(course.video, 'en', id))]);
  course.put(ownVoiceFile, JSON.stringify({ en: Object.fromEntries(hashes), es: {} }));
}
const cuesOf = (course: OwnCourse, speaker: string) =>
  planned(course)
    .storyboard.scenes.flatMap(({ cues }) => cues)
    .filter((cue) => cue.speaker === speaker)
    .map(({ id }) => id);

describe('a person speaks for one of the speakers', () => {
  test('who changes voice from cue to cue is told, with the cues that are missing', () => {
    const course = theCourseToChange();
    const [first = '', ...others] = cuesOf(course, 'association');
    spokenBy(course, [first]);
    const [mixed] = checkOwnFilm(course.video, course.media).look;
    expect(mixed?.code).toBe('own-voice.mixed');
    for (const id of others) expect(mixed?.reason).toContain(id);
    spokenBy(course, [first, ...others]);
    expect(told(course).toLookAt).toEqual([]);
  });

  test('a longer voice is not refused; the scene where the other language waits for it is named', () => {
    const course = theCourseToChange();
    const theirs = cuesOf(course, 'association');
    const { scenes } = planned(course).storyboard;
    const [scene] = scenes;
    const [short = ''] = (scene?.cues ?? []).slice(1).map(({ id }) => id);
    const [long = ''] = (scene?.cues ?? []).map(({ id }) => id);
    copyFileSync(recordingOf(course.video, 'en', long), recordingOf(course.video, 'en', short));
    spokenBy(course, theirs);
    expect(told(course).toLookAt).toEqual([`own-voice.long-silence video/${ownVoiceFile} · es.${scene?.id}`]);
    expect(told(course).wrong.join()).toContain('own-film.stale');
    renderTexts(course);
    expect(told(course).wrong).toEqual([]);
  });

  test('a recording that a voice program made again is the person’s no longer', () => {
    const course = theCourseToChange();
    const [first = '', second = ''] = cuesOf(course, 'command');
    spokenBy(course, [first]);
    expect([...readOwnVoice(course.video).en]).toEqual([first]);
    copyFileSync(recordingOf(course.video, 'en', second), recordingOf(course.video, 'en', first));
    expect([...readOwnVoice(course.video).en]).toEqual([]);
  });
});

describe('recordings that somebody brings', () => {
  test('are found by language and cue; what lies elsewhere or is called otherwise is told', () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-takes-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, 'es'));
    for (const file of ['es/recap.m4a', 'es/rekap.wav', 'recap.wav', '.hidden']) writeFileSync(join(folder, file), '');
    const { takes, strange } = takesIn(folder, ['recap', 'why-word']);
    expect(takes).toEqual([{ language: 'es', cueId: 'recap', path: join(folder, 'es/recap.m4a') }]);
    expect(strange).toEqual([join(folder, 'recap.wav'), join(folder, 'es/rekap.wav')]);
  });

  test('an overdriven microphone is told from loud speech', () => {
    const wave = (loudness: number) =>
      Float32Array.from({ length: 24_000 }, (_, at) =>
        Math.max(-1, Math.min(1, loudness * Math.sin((at * 2 * Math.PI * 150) / 24_000))),
      );
    expect(isClipped({ samples: wave(0.97), samplesPerSecond: 24_000 })).toBe(false);
    expect(isClipped({ samples: wave(2), samplesPerSecond: 24_000 })).toBe(true);
  });
});
