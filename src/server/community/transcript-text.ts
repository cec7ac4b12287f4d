import { type CommunityPage, clockTime, wordsOf } from './page-parts.ts';

/** What is said in the film, as plain text to keep, print or send on; with the same marks as the page. */
export function transcriptText(page: CommunityPage): string {
  const { pack, language, agency } = page;
  const { course, film, text } = pack;
  const words = wordsOf(page);
  const scenes = film.scenes.flatMap((scene) => [
    '',
    scene.title[language].toLocaleUpperCase(language),
    ...film.cues
      .filter((cue) => cue.sceneId === scene.id)
      .map((cue) => `${clockTime(cue.at[language].fromSeconds)}  ${cue.says[language]}`),
  ]);
  return [
    text[language].title,
    agency.name,
    ...(course.counselReview === 'no' ? [`${words.sample.mark}. ${words.sample.says}`] : []),
    `${words.notAdvice} ${words.lawyer}`,
    `${words.about.edition}: ${course.edition}`,
    ...scenes,
    '',
    text[language].source,
    '',
  ].join('\n');
}
