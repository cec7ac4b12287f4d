import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type RightPath, rightPaths } from '#domain/course/paths.ts';
import type { Decision, Scenario } from '#domain/course/scenario.ts';
import { surelyShown } from '#domain/scenario/draw.ts';
import { replay, rulingOf } from '#domain/scenario/run.ts';
import { loadCourse } from '#server/course/course-folder.ts';

const root = resolve(import.meta.dirname, '..');
const book = loadCourse(
  join(root, 'content/civil-criminal-warrants'),
  join(root, 'public/media/civil-criminal-warrants'),
);
if (!book.ok) throw new Error(JSON.stringify(book.error.problems, null, 2));
const { pack } = book.value;
const unset = rulingOf({ ...pack.course, agencySettings: [] });

const scenarioOf = (id: string): Scenario => {
  const scenario = pack.scenarios[id];
  if (!scenario) throw new Error(`The course has no ${id}.`);
  return scenario;
};
const decisionAt = (id: string, decisionId: string): Decision => {
  const decision = scenarioOf(id).decisions.find((each) => each.id === decisionId);
  if (!decision) throw new Error(`${id} has no ${decisionId}.`);
  return decision;
};
const minutesAtStop = (scenario: Scenario, { steps }: RightPath) =>
  steps.reduce((sum, { option }) => sum + option.stopMinutes, scenario.startsAt.stopMinutes);
/** Which verdicts the seed policy gives, whatever an agency adds. */
const verdictsAt = (id: string, decisionId: string) =>
  Object.fromEntries(decisionAt(id, decisionId).options.map((option) => [option.id, option.verdict]));

describe('an officer who reads the record', () => {
  test.each(['S1', 'S3', 'S5', 'S6', 'S7', 'S9', 'S12'])(
    'holds nobody for a civil paper on any right way of %s',
    (id) => {
      const paths = rightPaths(scenarioOf(id), unset);
      expect(paths.length).toBeGreaterThan(0);
      for (const path of paths) expect(path.holdMinutes).toBe(0);
    },
  );

  test.each([
    ['S1', 16],
    // 13:50 to 14:10, and two minutes to hand over the belongings.
    ['S3', 22],
    ['S5', 17],
    ['S7', 17],
    ['S12', 21],
  ])('ends %s after %i minutes of ordinary business', (id, minutes) => {
    const scenario = scenarioOf(id);
    const spent = new Set(rightPaths(scenario, unset).map((path) => minutesAtStop(scenario, path)));
    expect(spent).toEqual(new Set([minutes]));
  });

  test('has the release fall due at 14:10, whatever was answered on the telephone', () => {
    for (const { steps } of rightPaths(scenarioOf('S3'), unset)) {
      expect(steps.at(-1)?.decision.id).toBe('due-out');
      expect(steps.slice(0, -1).reduce((sum, { option }) => sum + option.stopMinutes, 0)).toBe(20);
    }
  });

  test('meets no more than two decisions at the street block and at the frightened family', () => {
    const longest = (id: string) => Math.max(...rightPaths(scenarioOf(id), unset).map((path) => path.steps.length));
    expect([longest('S6'), longest('S9')]).toEqual([2, 2]);
  });
});

describe('over-correction', () => {
  test.each([
    ['S1', 'hit', 'unread', 'arrest'],
    ['S3', 'fax', 'unread', 'two-make-one'],
    ['S5', 'request', 'refuse', 'any-request'],
    ['S6', 'request', 'send-away', 'block'],
    ['S7', 'gang-call', 'refuse', 'ask-for-them'],
    ['S12', 'one-counts', 'let-go', 'add-ground'],
  ])('is as wrong as over-reach in %s, at %s', (id, decisionId, lenient, harsh) => {
    expect(verdictsAt(id, decisionId)).toMatchObject({ [lenient]: 'wrong', [harsh]: 'wrong' });
  });
});

describe('what the policy leaves to the agency', () => {
  test('has no answer in the course that ships, so nobody is graded on it', () => {
    for (const setting of pack.course.agencySettings) expect(setting.answer, setting.id).toBeUndefined();
  });

  test.each([
    ['S3', 'caller', 'release-notice'],
    ['S6', 'no-block', 'street-block'],
    ['S9', 'interpreter', 'interpreter'],
  ])('is one decision of %s, and what comes before and after it is graded', (id, decisionId, setting) => {
    const agency = scenarioOf(id).decisions.filter((decision) => decision.agency !== undefined);
    expect(agency.map((decision) => [decision.id, decision.agency])).toEqual([[decisionId, setting]]);
    expect(surelyShown(scenarioOf(id)).length).toBeGreaterThan(0);
  });

  test.each([
    ['S6', 'gang-claim', 'stop-listening'],
    ['S9', 'answer', 'promise'],
  ])('is coached and failed nowhere: in %s, at %s', (id, decisionId, option) => {
    expect(verdictsAt(id, decisionId)[option]).toBe('coach');
  });

  test('never reaches as far as the block itself: closing the street for a civil arrest is wrong everywhere', () => {
    const run = replay(scenarioOf('S6'), 'badge-1', [{ decisionId: 'request', optionId: 'block' }], unset);
    expect(run).toMatchObject({ endingId: 'street-closed', wrong: ['R1'] });
    const offered = pack.course.agencySettings.find((setting) => setting.id === 'street-block')?.options;
    expect(offered).toEqual(['stay-near', 'scene-safety', 'document']);
  });

  test('does not excuse Border Patrol as interpreter, though nobody has said who interprets', () => {
    const way = [
      { decisionId: 'interpreter', optionId: 'language-line' },
      { decisionId: 'answer', optionId: 'border-patrol' },
    ];
    const run = replay(scenarioOf('S9'), 'badge-1', way, unset);
    expect(run).toMatchObject({ holdMinutes: 45, right: [], wrong: ['R4', 'R1', 'R7'] });
  });
});

describe('the seed', () => {
  test('lets the agents accept a no or press on, and either way the street stays open', () => {
    const first = { decisionId: 'request', optionId: 'ask-and-read' };
    const met = Array.from({ length: 40 }, (_, seed) => replay(scenarioOf('S6'), `badge-${seed}`, [first], unset));
    expect(new Set(met.map((run) => run?.decisionId))).toEqual(new Set(['no-block', 'gang-claim']));
    const sound = rightPaths(scenarioOf('S6'), unset).filter(({ steps }) => steps.at(-1)?.option.verdict === 'right');
    expect(new Set(sound.map((path) => path.ending))).toEqual(new Set(['no-part']));
  });
});
