import { languages } from '#domain/course/closed-lists.ts';
import type { InBothLanguages, Language } from '#domain/course/course.ts';
import type { Film, Narration } from '#domain/course/storyboard.ts';
import { type Caption, captionsOf, readUntil, webVtt } from './captions.ts';
import { type About, describedTranscript } from './described-transcript.ts';
import type { RenditionName } from './encode.ts';
import type { FilmSources } from './film-sources.ts';
import { framesPerSecond, type Timeline } from './timeline.ts';
import { noPauses, pausesInFilm, type VoicePauses } from './voice-pauses.ts';

const toSeconds = (frame: number) => Math.round((frame / framesPerSecond) * 1000) / 1000;

const captionFile = (words: Language, voice: Language) =>
  words === voice ? `captions.${words}.vtt` : `captions.${words}.on-${voice}.vtt`;

export const videoFile = (voice: Language, rendition: RenditionName) =>
  rendition === 'large' ? `video.${voice}.mp4` : `video.${voice}.small.mp4`;

/** What the player and the server know of the film. */
export function filmRecord(
  courseId: string,
  timeline: Timeline,
  narration: InBothLanguages<Narration>,
  heard: VoicePauses = noPauses,
): Film {
  const pauses = pausesInFilm(timeline, heard);
  const files = (voice: Language) => ({
    video: videoFile(voice, 'large'),
    small: videoFile(voice, 'small'),
    captions: { en: captionFile('en', voice), es: captionFile('es', voice) },
    chapters: { en: 'chapters.en.vtt', es: 'chapters.es.vtt' },
    transcript: `transcript.${voice}.txt`,
    poster: `poster.${voice}.png`,
  });
  return {
    courseId,
    durationSeconds: toSeconds(timeline.frames),
    framesPerSecond,
    scenes: timeline.scenes.map(({ id, fromFrame, toFrame }) => ({
      id,
      fromSeconds: toSeconds(fromFrame),
      toSeconds: toSeconds(toFrame),
      title: { en: narration.en.scenes[id]?.title ?? id, es: narration.es.scenes[id]?.title ?? id },
    })),
    cues: timeline.cues.map(({ id, sceneId, clauses, at }) => ({
      id,
      sceneId,
      clauses: [...clauses],
      at,
      says: { en: narration.en.cues[id] ?? '', es: narration.es.cues[id] ?? '' },
      ...(pauses.has(id) && { pauses: pauses.get(id) }),
    })),
    files: { en: files('en'), es: files('es') },
  };
}

/** Captions that somebody wrote to an own film, on the film's clock; undefined for scenes whose captions are made here. */
export type WrittenCaptions = (words: Language, voice: Language) => ReadonlyMap<string, readonly Caption[]>;
const noneWritten: WrittenCaptions = () => new Map();

/** Captions of `words` timed to the film that speaks `voice`. */
export function captions(film: Film, words: Language, voice: Language, written = noneWritten): Caption[] {
  const blocks: Caption[] = [];
  const ready = written(words, voice);
  for (const [index, cue] of film.cues.entries()) {
    const before = blocks.at(-1);
    const own = ready.get(cue.sceneId);
    if (own) {
      if (film.cues[index - 1]?.sceneId !== cue.sceneId) blocks.push(...own);
      continue;
    }
    blocks.push(
      ...captionsOf({
        id: cue.id,
        text: cue.says[words],
        ...cue.at[voice],
        // A caption that only lingers makes way for one that has to come early.
        roomFromSeconds: before ? readUntil(before) : 0,
        roomUntilSeconds: film.cues[index + 1]?.at[voice].fromSeconds ?? film.durationSeconds,
        // The pauses of a voice say nothing of where a translation pauses.
        ...(words === voice && cue.pauses && { pauses: cue.pauses[voice] }),
      }),
    );
  }
  return blocks.map((block, index) => ({
    ...block,
    toSeconds: Math.min(block.toSeconds, blocks[index + 1]?.fromSeconds ?? film.durationSeconds),
  }));
}

/**
 * Every text file that goes with the film, by name: captions of both languages on both voices, chapters, and the described
 * transcripts.
 */
export function filmTexts(
  film: Film,
  sources: FilmSources & { readonly written?: WrittenCaptions },
  about: InBothLanguages<About>,
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const words of languages) {
    for (const voice of languages)
      texts[captionFile(words, voice)] = webVtt(captions(film, words, voice, sources.written));
    texts[`chapters.${words}.vtt`] = webVtt(film.scenes.map((scene) => ({ ...scene, lines: [scene.title[words]] })));
    texts[film.files[words].transcript] = describedTranscript(film, sources, about[words], words);
  }
  return texts;
}
