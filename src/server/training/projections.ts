import { judge, openTakenAlong, openWatching, report } from '#domain/coverage/watching.ts';
import { receiptCode } from '#domain/ledger/entry.ts';
import { attemptSeed, replayQuiz } from '#domain/scenario/quiz.ts';
import { noteEvent } from '../ledger/keep.ts';
import type { Projecting, ProjectionsOf } from '../ledger/projections.ts';
import { keepDecision, readDecisions } from './decisions.ts';
import { type Held, keepHeld, readHeld } from './held.ts';
import { signedInSince } from './signed-in-since.ts';
import { keepReport } from './watch-reports.ts';

type TrainingKind =
  | 'training.taken-along'
  | 'training.opened'
  | 'training.watched'
  | 'training.acknowledged'
  | 'training.decided'
  | 'talk.recorded'
  | 'completion.recorded';

export const projectTraining: ProjectionsOf<TrainingKind> = {
  // The clock of what is watched without a network starts here; nothing is opened by it.
  async 'training.taken-along'(to, entry) {
    const { subject, item } = entry.payload;
    await change(to, subject, item.editionHash, (held) => ({
      ...held,
      watching: held.watching ?? openWatching(Date.parse(entry.at)),
    }));
    await noteEvent(to, entry, subject);
  },

  async 'training.opened'(to, entry) {
    const { subject, item } = entry.payload;
    const held = await readHeld(to, subject, item.editionHash);
    if (held.openedAt !== null) return;
    const at = Date.parse(entry.at);
    const signedInAt = held.watching ? null : await signedInSince(to, subject, at);
    const before = held.watching ?? (signedInAt === null ? null : openWatching(signedInAt));
    const watching = before ? openTakenAlong(before, at) : openWatching(at);
    await keepHeld(to, subject, item.editionHash, { ...held, opened: true, openedAt: entry.at, watching });
    await noteEvent(to, entry, subject);
  },

  async 'training.watched'(to, entry) {
    const { subject, item } = entry.payload;
    const { film } = to.editions.get(item.editionHash);
    const at = Date.parse(entry.at);
    const held = await readHeld(to, subject, item.editionHash);
    const judged = judge(held.watching ?? openWatching(at), item.stretches, film.durationSeconds, at);
    await keepHeld(to, subject, item.editionHash, { ...held, watching: judged.watching });
    await keepReport(to, entry, judged);
  },

  async 'training.acknowledged'(to, entry) {
    const { subject, item } = entry.payload;
    const held = await readHeld(to, subject, item.editionHash);
    if (held.acknowledgedAt !== null) return;
    const after = caughtUp(to, held, item.editionHash, entry.at);
    await keepHeld(to, subject, item.editionHash, { ...after, acknowledged: true, acknowledgedAt: entry.at });
    await noteEvent(to, entry, subject);
  },

  async 'training.decided'(to, entry) {
    const { subject, item } = entry.payload;
    const made = await readDecisions(to, subject, item.editionHash, item.attempt);
    const pack = to.editions.get(item.editionHash);
    const { scenarioId, run, decisionId, optionId } = item;
    const all = [...made, { scenarioId, run, decisionId, optionId }];
    const quiz = replayQuiz(pack, attemptSeed(subject, item.editionHash, item.attempt), all);
    const held = await readHeld(to, subject, item.editionHash);
    await keepDecision(to, subject, entry.at, item, made);
    const after = { ...caughtUp(to, held, item.editionHash, entry.at), quiz: quiz?.standing ?? held.quiz };
    await keepHeld(to, subject, item.editionHash, after);
    if (quiz && quiz.standing !== 'deciding') await noteEvent(to, entry, subject, { kind: `quiz.${quiz.standing}` });
  },

  // The next attempt, with another seed; the decisions of the one before stay.
  async 'talk.recorded'(to, entry) {
    const { subject, item } = entry.payload;
    await change(to, subject, item.editionHash, (held) => ({ ...held, attempt: item.attempt + 1, quiz: 'deciding' }));
    await noteEvent(to, entry, subject);
  },

  async 'completion.recorded'(to, entry) {
    const { officerId, editionHash, completionId, grade, completedAt = entry.at } = entry.payload;
    // Credited by the agency, it may be all that there is of the officer: what is listed is listed by what is held.
    await change(to, officerId, editionHash, (held) => held);
    const key = { agency_id: to.agencyId, officer_id: officerId, edition_hash: editionHash };
    const receipt = receiptCode(entry.hash);
    await to.tx
      .insertInto('completion')
      .values({ ...key, completion_id: completionId, completed_at: completedAt, grade, receipt })
      .execute();
    await noteEvent(to, entry, officerId, { grade });
  },
};

/** What was reported a little ahead of the clock counts once the clock has caught up, whatever comes next. */
function caughtUp({ editions }: Projecting, held: Held, editionHash: string, at: string): Held {
  if (!held.watching?.ahead) return held;
  const { film } = editions.get(editionHash);
  return { ...held, watching: report(held.watching, [], film.durationSeconds, Date.parse(at)) };
}

const change = async (to: Projecting, officerId: string, editionHash: string, how: (held: Held) => Held) =>
  keepHeld(to, officerId, editionHash, how(await readHeld(to, officerId, editionHash)));
