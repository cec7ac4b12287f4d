import { createHash } from 'node:crypto';
import type { EvidenceItem } from '#domain/completion/evidence.ts';
import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { attemptSeed, decide, type QuizDecision, startQuiz } from '#domain/scenario/quiz.ts';
import { openOptions } from '#domain/scenario/run.ts';
import { newId } from '#domain/shared/id.ts';

/** How far a demo officer gets, and by which way the film was seen. */
export type Way = {
  film: 'none' | 'half' | 'alone' | 'roll-call';
  acknowledges: boolean;
  quiz: 'none' | 'begun' | 'one-fault' | 'passed' | 'needs-talk';
};

export type Dated = { at: number; item: EvidenceItem };

/** Seconds between reports, well within the allowance of one viewer. */
const reportSeconds = 20;

/** An id as a device would have made it, but the same in every installation. */
export function demoId(at: number, what: string): string {
  const bytes = createHash('sha256').update(what).digest();
  return newId(at, (target) => target.set(bytes.subarray(0, target.length)));
}

/** Stretches as a player reports them, each with its time in seconds after the start. */
export function playedThrough(untilSeconds: number): { after: number; fromSeconds: number; toSeconds: number }[] {
  return Array.from({ length: Math.ceil(untilSeconds / reportSeconds) }, (_, part) => {
    const toSeconds = Math.min(untilSeconds, (part + 1) * reportSeconds);
    return { after: toSeconds, fromSeconds: part * reportSeconds, toSeconds };
  });
}

/** What an officer's device sent, beginning at `from` (server time in milliseconds). */
export function evidenceOf(pack: CoursePack, officerId: string, way: Way, from: number, language: Language): Dated[] {
  const sent: Dated[] = [];
  const { editionHash, film } = pack;
  const add = (at: number, item: { kind: EvidenceItem['kind'] } & Record<string, unknown>) => {
    const common = { id: demoId(at, `${officerId} ${sent.length}`), editionHash, deviceAt: new Date(at).toISOString() };
    sent.push({ at, item: { ...common, ...item } as EvidenceItem });
  };

  add(from, { kind: 'opened', language });
  const until = { none: 0, half: film.durationSeconds * 0.45, alone: film.durationSeconds, 'roll-call': 0 }[way.film];
  for (const { after, fromSeconds, toSeconds } of playedThrough(until)) {
    const stretches = [{ fromSeconds, toSeconds, rate: 1 }];
    add(from + after * 1000, { kind: 'watched', stretches, narration: language, captions: [language] });
  }
  let at = from + (until + 90) * 1000;
  if (way.acknowledges) add(at, { kind: 'acknowledged', language });
  for (const decision of decisionsOf(pack, officerId, way.quiz)) {
    at += 35_000;
    add(at, { kind: 'decided', attempt: 1, ...decision, language });
  }
  return sent;
}

/** Plays the quiz as the officer would: rightly, with one fault, to half, or wrongly until a talk is due. */
function decisionsOf(pack: CoursePack, officerId: string, quiz: Way['quiz']): QuizDecision[] {
  const made: QuizDecision[] = [];
  let state = startQuiz(pack, attemptSeed(officerId, pack.editionHash, 1));
  while (quiz !== 'none' && state.current && !(quiz === 'begun' && made.length === 2)) {
    const { scenarioId, run: number } = state.current;
    const scenario = pack.scenarios[scenarioId];
    const run = state.runs[scenarioId]?.at(-1);
    if (!scenario || !run) break;
    const wants = quiz === 'needs-talk' || (quiz === 'one-fault' && made.length === 0) ? 'wrong' : 'right';
    const options = openOptions(scenario, run);
    const option = options.find((each) => each.verdict === wants) ?? options[0];
    const decision = { scenarioId, run: number, decisionId: run.decisionId ?? '', optionId: option?.id ?? '' };
    const after = decide(pack, state, decision);
    if (!after) break;
    made.push(decision);
    state = after;
  }
  return made;
}
