import { standingOf } from '#domain/completion/standing.ts';
import { clausesToTalkAbout, type Talk } from '#domain/roll-call/talk.ts';
import { attemptSeed, replayQuiz } from '#domain/scenario/quiz.ts';
import type { Editions } from '../course/editions.ts';
import type { Asking } from '../db/open.ts';
import { readAssignments } from './assignment.ts';
import { editionOf, readBegun } from './begun.ts';
import { readDecisions } from './decisions.ts';
import { readHeld } from './held.ts';

/** What a talk with the officer would be about now; null when none is needed. */
export async function readTalk(asking: Asking, editions: Editions, officerId: string): Promise<Talk | null> {
  const current = (await readAssignments(asking)).at(-1);
  if (!current) return null;
  const editionHash = editionOf(await readBegun(asking, officerId), current);
  const pack = editions.get(editionHash);
  const held = await readHeld(asking, officerId, editionHash);
  if (standingOf(pack.course, pack.film, held) !== 'needs-talk') return null;
  const { attempt } = held;
  const made = await readDecisions(asking, officerId, editionHash, attempt);
  const quiz = replayQuiz(pack, attemptSeed(officerId, editionHash, attempt), made);
  return { editionHash, attempt, clauses: quiz ? clausesToTalkAbout(pack, quiz) : [] };
}
