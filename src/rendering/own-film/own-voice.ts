import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { languages } from '#domain/course/closed-lists.ts';
import { inBothLanguages, type Language } from '#domain/course/course.ts';
import type { Storyboard } from '#domain/course/storyboard.ts';
import { recordingOf } from '../film-sources.ts';
import { mostAddedSilenceSeconds, type Timeline } from '../timeline.ts';
import { hashOfFile } from './own-files.ts';
import { type Remark, remark } from './remark.ts';

/**
 * Which recordings a person spoke: the hash (SHA-256) of each, by cue. A recording that a voice program made again has
 * another hash and so is the person's no longer.
 */
export const OwnVoice = inBothLanguages(z.record(z.string(), z.string()));
export type OwnVoice = z.infer<typeof OwnVoice>;

export const ownVoiceFile = 'narration/own-voice.json';

/** @returns the cues that a person speaks, by language */
export function readOwnVoice(videoFolder: string): { en: ReadonlySet<string>; es: ReadonlySet<string> } {
  const file = join(videoFolder, ownVoiceFile);
  const known = existsSync(file) ? OwnVoice.parse(JSON.parse(readFileSync(file, 'utf8'))) : { en: {}, es: {} };
  const spokenIn = (language: Language) =>
    new Set(
      Object.entries(known[language])
        .filter(([id, hash]) => {
          const recording = recordingOf(videoFolder, language, id);
          return existsSync(recording) && hashOfFile(recording) === hash;
        })
        .map(([id]) => id),
    );
  return { en: spokenIn('en'), es: spokenIn('es') };
}

/** A speaker who changes voice from sentence to sentence, and scenes in which one language waits long for the other. */
export function voiceRemarks(
  storyboard: Storyboard,
  spoken: ReturnType<typeof readOwnVoice>,
  timeline: Timeline,
): Remark[] {
  const cues = storyboard.scenes.flatMap((scene) => scene.cues);
  const mixed = languages.flatMap((language) =>
    (['command', 'association'] as const).flatMap((speaker) => {
      const theirs = cues.filter((cue) => cue.speaker === speaker);
      const others = theirs.filter(({ id }) => !spoken[language].has(id)).map(({ id }) => id);
      if (others.length === 0 || others.length === theirs.length) return [];
      const reason = `The ${speaker} speaker still has another voice in ${others.join(', ')}: record these too.`;
      return [remark('own-voice.mixed', ownVoiceFile, `${language}.${speaker}`, reason)];
    }),
  );
  const waiting = timeline.scenes.flatMap(({ id, addedSilence }) =>
    languages
      .filter((language) => addedSilence[language] > mostAddedSilenceSeconds)
      .map((language) => {
        const other = language === 'en' ? 'es' : 'en';
        const reason = `It waits ${addedSilence[language].toFixed(1)} s for ${other}, which speaks longer here (at most ${mostAddedSilenceSeconds} s go unnoticed): speak the ${other} cues of this scene a little faster, or these slower.`;
        return remark('own-voice.long-silence', ownVoiceFile, `${language}.${id}`, reason);
      }),
  );
  return [...mixed, ...waiting];
}
