import { languages } from '#domain/course/closed-lists.ts';
import type { ReadMessage } from '#domain/course/message.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { medianReadingMinutes } from '#domain/course/reading-time.ts';
import { traceClauses } from '#domain/course/traceability.ts';
import { validDraws } from '#domain/scenario/draw.ts';

/** A course on one screen: what is drawn, how long it reads, and each clause from the policy to the decision. */
export function describeCourse(pack: CoursePack, read: ReadMessage): string[] {
  const { course, film } = pack;
  const draws = validDraws(pack);
  const minutes = languages.map(
    (language) => `${language} ${medianReadingMinutes(pack, language, read).toFixed(1)} min`,
  );
  const words = languages.map((language) => `${language} ${pack.policy[language].words} words`);
  return [
    `${course.id}, edition ${course.edition}, ${pack.editionHash.slice(0, 12)}`,
    `film           ${(film.durationSeconds / 60).toFixed(1)} min, ${film.scenes.length} scenes, ${film.cues.length} cues`,
    `policy         ${words.join(', ')}`,
    `median attempt ${minutes.join(', ')}`,
    `draws          ${draws.length}: ${draws.map((draw) => draw.join('+')).join(', ')}`,
    '',
    ...columns([
      ['clause', 'tested', 'policy', 'cues', 'decisions'],
      ...traceClauses(pack).map((trace) => [
        trace.clause,
        trace.tested ? 'yes' : '',
        trace.paragraphs.length > 0 ? 'yes' : '',
        trace.cues.join(' '),
        trace.decisions
          .filter((decision) => decision.shows)
          .map((decision) => `${decision.scenarioId}.${decision.decisionId}`)
          .join(' '),
      ]),
    ]),
  ];
}

function columns(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
