import { expect, test } from 'vitest';
import { describedTranscript } from '#rendering/described-transcript.ts';
import { filmRecord } from '#rendering/film-record.ts';
import { measureRecordings, readFilmSources } from '#rendering/film-sources.ts';
import { layOut } from '#rendering/timeline.ts';

const folder = 'content/civil-criminal-warrants/video';
const read = readFilmSources(folder);
if (!read.ok) throw new Error(JSON.stringify(read.error));
const { storyboard, narration } = read.value;
const laidOut = layOut(storyboard, measureRecordings(folder, storyboard));
if (!laidOut.ok) throw new Error(JSON.stringify(laidOut.error));
const film = filmRecord('course', laidOut.value, narration);

test.each(['en', 'es'] as const)(
  'whoever cannot see the film reads in %s who says what, and what is seen then',
  (language) => {
    const text = describedTranscript(film, storyboard, narration[language], language);
    let clock = 0;
    for (const { id, says } of film.cues) {
      const seen = text.indexOf(`[${narration[language].seen?.[id]}]`, clock);
      const said = text.indexOf(says[language], clock);
      expect(seen, id).toBeGreaterThanOrEqual(clock);
      expect(said, id).toBeGreaterThan(seen);
      clock = said;
    }
    expect(text).toContain(`${narration[language].speakers.association}: ${film.cues[1]?.says[language]}`);
    expect(text.split('\n\n\n')).toHaveLength(film.scenes.length);
  },
);

test('a pack that describes no pictures still has its words written down', () => {
  const { seen: _, ...spoken } = narration.en;
  const text = describedTranscript(film, storyboard, spoken, 'en');
  expect(text).not.toContain('[');
  expect(text).toContain(film.cues[0]?.says.en);
});
