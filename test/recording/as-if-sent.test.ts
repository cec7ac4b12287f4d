import { describe, expect, test } from 'vitest';
import type { EvidenceItem } from '#domain/completion/evidence.ts';
import { asIfSent } from '#recording/as-if-sent.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';
import { aTraining } from '#test/support/a-recorder.ts';

const pack = theShortCourse();
const common = {
  id: '019aa000-0000-7000-8000-000000000001',
  editionHash: pack.editionHash,
  deviceAt: '2026-11-22T12:00:00.000Z',
};
const whole: EvidenceItem = {
  kind: 'watched',
  ...common,
  stretches: [{ fromSeconds: 0, toSeconds: 30, rate: 1 }],
  narration: 'es',
  captions: [],
};
const opened: EvidenceItem = { kind: 'opened', ...common, language: 'es' };
const acknowledged: EvidenceItem = { kind: 'acknowledged', ...common, language: 'es' };
const nothingYet = aTraining(pack, { standing: 'not-opened', covered: [], watchedShare: 0, acknowledgedAt: null });

describe('an officer whose items still wait on the device', () => {
  test('stands where the items bring them: film, then policy, then decisions', () => {
    expect(asIfSent(nothingYet, [], pack).standing).toBe('not-opened');
    expect(asIfSent(nothingYet, [opened], pack).standing).toBe('watching');
    expect(asIfSent(nothingYet, [opened, whole], pack)).toMatchObject({ standing: 'policy', watchedShare: 1 });
    expect(asIfSent(nothingYet, [opened, whole, acknowledged], pack)).toMatchObject({
      standing: 'deciding',
      acknowledgedAt: common.deviceAt,
    });
  });

  test('is never complete before the receiver says so', () => {
    const after = asIfSent(nothingYet, [opened, whole, acknowledged], pack);
    expect(after.completion).toBeNull();
    expect(after.standing).not.toBe('done');
  });

  test('gets nothing from items of another edition', () => {
    const other = { ...whole, editionHash: 'f'.repeat(64) };
    expect(asIfSent(nothingYet, [other], pack)).toEqual(nothingYet);
  });

  test('gets no decision counted that was made in an attempt that is over', () => {
    const decided: EvidenceItem = {
      kind: 'decided',
      ...common,
      attempt: 1,
      scenarioId: 'S1',
      run: 1,
      decisionId: 'hit',
      optionId: 'read',
      language: 'en',
    };
    const second = aTraining(pack, { attempt: 2 });
    expect(asIfSent(second, [decided], pack).decisions).toEqual([]);
    expect(asIfSent(aTraining(pack), [decided], pack).decisions).toHaveLength(1);
  });
});
