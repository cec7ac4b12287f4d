import { validDraws } from '../scenario/draw.ts';
import { rulingOf } from '../scenario/run.ts';
import type { Language } from './closed-lists.ts';
import type { ReadMessage } from './message.ts';
import type { CoursePack } from './pack.ts';
import { type RightPath, rightPaths } from './paths.ts';
import { sayerOf } from './said.ts';
import type { Scenario } from './scenario.ts';

export const wordsAMinute = 220;

const countWords = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/**
 * Words that an officer reads on one right path: title, setting, situation, the papers shown, and at each decision the radio,
 * the question, every option, then what is heard, consequence and reason of the right one; at last the ending. The notes on a paper's
 * fields open on request and are not counted.
 */
export function wordsOnPath(
  pack: CoursePack,
  scenario: Scenario,
  path: RightPath,
  language: Language,
  read: ReadMessage,
) {
  const text = pack.text[language].scenarios[scenario.id];
  if (!text) return 0;
  const say = sayerOf(pack, scenario, 'reading-time', language, read);
  const papers = new Set(path.steps.flatMap((step) => step.decision.papers));
  const sentences = [
    text.title,
    text.setting,
    text.situation,
    ...[...papers].flatMap((id) => {
      const paper = pack.text[language].facsimiles[scenario.papers.find((each) => each.id === id)?.facsimile ?? ''];
      return [paper?.title, ...Object.values(paper?.fields ?? {}).flatMap((field) => [field.label, field.says])];
    }),
    ...path.steps.flatMap(({ decision, option }) => {
      const words = text.decisions[decision.id];
      const chosen = words?.options[option.id];
      return [
        ...(words?.radio ?? []).map((line) => line.says),
        words?.question,
        ...Object.values(words?.options ?? {}).map((each) => each.label),
        ...(chosen?.radio ?? []).map((line) => line.says),
        chosen?.consequence,
        chosen?.why,
      ];
    }),
    text.endings[path.ending ?? ''],
  ];
  // An argument that nothing fills in is another check's finding; here it counts as one word.
  return sentences.reduce((sum, sentence) => sum + countWords(say(sentence ?? '')), 0);
}

/** Minutes of reading in the median attempt, over every valid draw and every right path through it. */
export function medianReadingMinutes(pack: CoursePack, language: Language, read: ReadMessage): number {
  const words = new Map(
    Object.values(pack.scenarios).map((scenario) => [
      scenario.id,
      rightPaths(scenario, rulingOf(pack.course)).map((path) => wordsOnPath(pack, scenario, path, language, read)),
    ]),
  );
  const attempts = validDraws(pack).flatMap((draw) =>
    draw.reduce<number[]>((sums, id) => sums.flatMap((sum) => (words.get(id) ?? [0]).map((more) => sum + more)), [0]),
  );
  return median(attempts) / wordsAMinute;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
