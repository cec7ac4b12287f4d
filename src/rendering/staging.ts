import type { InBothLanguages, Language } from '#domain/course/course.ts';
import type { Narration } from '#domain/course/storyboard.ts';
import type { PosterWords } from './scenes/poster.tsx';
import type { StagedScene } from './scenes/stage.tsx';
import { framesPerSecond, type Timeline } from './timeline.ts';
import { pausesInFilm, type VoicePauses } from './voice-pauses.ts';

/** What the scenes are staged from. */
export interface Staging {
  readonly timeline: Timeline;
  readonly narration: InBothLanguages<Narration>;
  /** Where the voices pause, so that a picture comes with its sentence. */
  readonly heard: VoicePauses;
}

/** The scenes as the page is told of them, with the words and cue times of one language. */
export function staged({ timeline, narration, heard }: Staging, language: Language): StagedScene[] {
  const pauses = pausesInFilm(timeline, heard);
  const { scenes, speakers } = narration[language];
  return timeline.scenes.map((scene, index) => {
    const begins = scene.fromFrame / framesPerSecond;
    return {
      id: scene.id,
      drawing: scene.drawing,
      title: scenes[scene.id]?.title ?? scene.id,
      seconds: (scene.toFrame - scene.fromFrame) / framesPerSecond,
      index,
      count: timeline.scenes.length,
      words: scenes[scene.id]?.words ?? {},
      cues: timeline.cues
        .filter((cue) => cue.sceneId === scene.id)
        .map((cue) => ({
          id: cue.id,
          speaker: speakers[cue.speaker],
          fromSeconds: cue.at[language].fromSeconds - begins,
          toSeconds: cue.at[language].toSeconds - begins,
          pauses: (pauses.get(cue.id)?.[language] ?? []).map(([from, to]) => [from - begins, to - begins] as const),
        })),
    };
  });
}

/** What the poster says in one language, under the course's title there. */
export function posterWords({ timeline, narration }: Staging, language: Language, title: string): PosterWords {
  const wordsOf = (drawing: string) =>
    narration[language].scenes[timeline.scenes.find((scene) => scene.drawing === drawing)?.id ?? '']?.words ?? {};
  const minutes = Math.round(timeline.frames / framesPerSecond / 60);
  return {
    title,
    minutes: `${minutes} ${wordsOf('two-keys').minutes ?? ''}`,
    film: wordsOf('word-under-lens'),
    sheets: wordsOf('criminal-paper'),
  };
}
