import type { Language } from '#domain/course/course.ts';
import type { Film } from '#domain/course/storyboard.ts';
import type { CourseText } from '#domain/course/text.ts';
import type { FilmSources } from './film-sources.ts';

/** What the text says of itself, so that it stays marked wherever it is sent on. */
export type About = Pick<CourseText, 'title' | 'disclaimer' | 'source'>;

/**
 * The film as a text for people who cannot see it, cannot hear it, or neither: what is seen stands in brackets before
 * what is said then (WCAG 1.2.8). Plain text, so that any reader opens it.
 */
export function describedTranscript(
  film: Film,
  { storyboard, narration }: FilmSources,
  about: About,
  language: Language,
): string {
  const { speakers, seen: pictures } = narration[language];
  const speakerOf = new Map(storyboard.scenes.flatMap((scene) => scene.cues).map(({ id, speaker }) => [id, speaker]));
  const scenes = film.scenes.map((scene) => {
    const told = film.cues
      .filter(({ sceneId }) => sceneId === scene.id)
      .flatMap(({ id, says }) => {
        const speaker = speakerOf.get(id);
        const spoken = `${speaker ? `${speakers[speaker]}: ` : ''}${says[language]}`;
        const seen = pictures?.[id];
        return seen ? [`[${seen}]`, spoken] : [spoken];
      });
    return [scene.title[language].toLocaleUpperCase(language), ...told].join('\n\n');
  });
  return `${[`${about.title}\n\n${about.disclaimer}`, ...scenes, about.source].join('\n\n\n')}\n`;
}
