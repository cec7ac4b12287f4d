import type { Language } from '#domain/course/course.ts';
import type { Film, Narration, Storyboard } from '#domain/course/storyboard.ts';

/**
 * The film as a text for people who cannot see it, cannot hear it, or neither: what is seen stands in brackets before
 * what is said then (WCAG 1.2.8). Plain text, so that any reader opens it.
 */
export function describedTranscript(film: Film, storyboard: Storyboard, narration: Narration, language: Language) {
  const speakers = new Map(storyboard.scenes.flatMap((scene) => scene.cues).map(({ id, speaker }) => [id, speaker]));
  const scenes = film.scenes.map((scene) => {
    const told = film.cues
      .filter(({ sceneId }) => sceneId === scene.id)
      .flatMap(({ id, says }) => {
        const speaker = speakers.get(id);
        const spoken = `${speaker ? `${narration.speakers[speaker]}: ` : ''}${says[language]}`;
        const seen = narration.seen?.[id];
        return seen ? [`[${seen}]`, spoken] : [spoken];
      });
    return [scene.title[language].toLocaleUpperCase(language), ...told].join('\n\n');
  });
  return `${scenes.join('\n\n\n')}\n`;
}
