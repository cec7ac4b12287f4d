import { randomUUID } from 'node:crypto';
import { attemptSeed, decide, startQuiz } from '#domain/scenario/quiz.ts';
import { openOptions } from '#domain/scenario/run.ts';
import { officerId, pack } from './agency.ts';

const itemOf = (kind: string, more: Record<string, unknown>) => ({
  kind,
  id: randomUUID(),
  editionHash: pack.editionHash,
  deviceAt: new Date().toISOString(),
  ...more,
});

export const anOpening = () => itemOf('opened', { language: 'en' });

/** Ten seconds of the film, as a player reports them. */
export const aReport = (tenth: number) => {
  const fromSeconds = (tenth * 10) % 300;
  const stretches = [{ fromSeconds, toSeconds: fromSeconds + 10, rate: 1 }];
  return itemOf('watched', { stretches, narration: 'en', captions: ['en'] });
};

/** A whole attempt of an officer who always decides rightly. */
export function aWholeQuiz(officer: number) {
  const items: ReturnType<typeof itemOf>[] = [];
  let quiz = startQuiz(pack, attemptSeed(officerId(officer), pack.editionHash, 1));
  while (quiz.current) {
    const { scenarioId, run: number } = quiz.current;
    const scenario = pack.scenarios[scenarioId];
    const run = quiz.runs[scenarioId]?.at(-1);
    if (!scenario || !run) throw new Error('The quiz runs a scenario of the course.');
    const options = openOptions(scenario, run);
    const option = options.find((each) => each.verdict === 'right') ?? options[0];
    const decision = { scenarioId, run: number, decisionId: run.decisionId ?? '', optionId: option?.id ?? '' };
    const after = decide(pack, quiz, decision);
    if (!after) throw new Error('An open option can be taken.');
    items.push(itemOf('decided', { attempt: 1, language: 'en', ...decision }));
    quiz = after;
  }
  return items;
}
