import { expect, test } from 'vitest';
import { describedTranscript } from '#rendering/described-transcript.ts';
import { filmRecord } from '#rendering/film-record.ts';
import { measureRecordings, readFilmSources } from '#rendering/film-sources.ts';
import { layOut } from '#rendering/timeline.ts';

const folder = 'content/civil-criminal-warrants/video';
const read = readFilmSources(folder);
if (!read.ok) throw new Error(JSON.stringify(read.error));
const sources = read.value;
const { storyboard, narration } = sources;
const about = { title: 'A title', disclaimer: 'Training reference only.', source: 'Drawn from reporting.' };
const laidOut = layOut(storyboard, measureRecordings(folder, storyboard));
if (!laidOut.ok) throw new Error(JSON.stringify(laidOut.error));
const film = filmRecord('course', laidOut.value, narration);

test.each(['en', 'es'] as const)(
  'whoever cannot see the film reads in %s who says what, and what is seen then',
  (language) => {
    const text = describedTranscript(film, sources, about, language);
    let clock = 0;
    for (const { id, says } of film.cues) {
      const seen = text.indexOf(`[${narration[language].seen?.[id]}]`, clock);
      const said = text.indexOf(says[language], clock);
      expect(seen, id).toBeGreaterThanOrEqual(clock);
      expect(said, id).toBeGreaterThan(seen);
      clock = said;
    }
    expect(text).toContain(`${narration[language].speakers.association}: ${film.cues[1]?.says[language]}`);
    const parts = text.split('\n\n\n');
    expect(parts).toHaveLength(1 + film.scenes.length + 1);
    expect([parts[0], parts.at(-1)]).toEqual(['A title\n\nTraining reference only.', 'Drawn from reporting.\n']);
  },
);

test('a pack that describes no pictures still has its words written down', () => {
  const { seen: _, ...spoken } = narration.en;
  const unseen = { storyboard, narration: { ...narration, en: spoken } };
  const text = describedTranscript(film, unseen, about, 'en');
  expect(text).not.toContain('[');
  expect(text).toContain(film.cues[0]?.says.en);
});
