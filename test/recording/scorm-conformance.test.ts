import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExitPreset } from '#recording/lms/exit-preset.ts';
import { noProgress, trainingOf } from '#recording/lms/progress.ts';
import { scorm12Link } from '#recording/scorm12/scorm12-link.ts';
import { scorm2004Link } from '#recording/scorm2004/scorm2004-link.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';
import { anLms, type Elements, type Failure, type Standard } from '#test/support/lms/an-lms.ts';
import { aDevice, anOfficer, type OfficerStep } from '#test/support/lms/an-officer.ts';

type Step = OfficerStep | 'leave' | 'leave-anyway' | 'kill' | 'relaunch' | { lms: Partial<Record<string, Failure>> };
type Case = {
  clause: string;
  says: string;
  exit?: ExitPreset;
  /** What the LMS holds before the first launch, beside an ordinary first launch. */
  preset?: Elements;
  /** The first launch is made without being told; every step after it is. */
  steps: Step[];
  expected: {
    /** Element → the value that the LMS has kept in the end; /…/ for a pattern. */
    kept?: Elements;
    /** Elements in the order in which the last launch wrote them. */
    order?: string[];
    /** Element → what the last launch wrote there last. */
    wrote?: Elements;
    /** Elements that the last launch must not have written. */
    unwritten?: string[];
    interactions?: number;
    /** What the officer is told at the end. */
    left?: 'saved' | 'not-saved';
    standing?: string;
    waiting?: number;
    ended?: boolean;
    /** What the learner's own languages are understood to be. */
    languages?: string[];
  };
};

const pack = theShortCourse();
const links = { scorm12: scorm12Link, scorm2004: scorm2004Link };
const casesOf = (standard: Standard) =>
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, `../conformance/${standard}.json`), 'utf8')) as Case[];

async function run(standard: Standard, { steps, preset, exit = 'suspend-or-normal' }: Case) {
  const lms = anLms(standard, preset);
  const device = aDevice();
  const begin = async () => {
    const launch = lms.launch();
    return { launch, officer: await anOfficer(pack, links[standard](launch.api, pack, exit), device) };
  };
  let now = await begin();
  let left: 'saved' | 'not-saved' | undefined;
  for (const step of steps) {
    if (typeof step === 'object') lms.failWith(step.lms);
    else if (step === 'leave') left = await now.officer.recorder.leave();
    else if (step === 'leave-anyway') left = await now.officer.recorder.leave('anyway');
    else if (step === 'kill') await now.officer.recorder.close();
    else if (step === 'relaunch') {
      now.launch.end();
      await now.officer.recorder.close();
      now = await begin();
    } else await now.officer.steps[step]();
  }
  const standing = now.officer.sending().training?.standing;
  const { waiting } = now.officer.sending();
  const languages = now.officer.recorder.launch()?.languages;
  await now.officer.recorder.close();
  now.launch.end();
  return { ...now, kept: lms.kept(), faults: lms.faults, left, standing, waiting, languages };
}

const matching = (value: string) =>
  /^\/.*\/$/.test(value) ? expect.stringMatching(new RegExp(value.slice(1, -1))) : value;

const matchingAll = (elements: Elements = {}) =>
  Object.fromEntries(Object.entries(elements).map(([element, value]) => [element, matching(value)]));

describe.each(['scorm12', 'scorm2004'] as const)('%s, against scorm-again 3 behind the stickler', (standard) => {
  test.each(casesOf(standard).map((each): [string, Case] => [`${each.clause}: ${each.says}`, each]))(
    '%s',
    async (_name, each) => {
      const { expected } = each;
      const { kept, faults, left, standing, waiting, languages, launch } = await run(standard, each);
      expect(faults).toEqual([]);
      const written = launch.written.map(([element]) => element);
      expect(kept).toMatchObject(matchingAll(expected.kept));
      expect(Object.fromEntries(launch.written)).toMatchObject(matchingAll(expected.wrote));
      if (expected.order) {
        const last = expected.order.map((element) => written.lastIndexOf(element));
        expect(last, written.join('\n')).toEqual([...last].sort((a, b) => a - b));
        expect(Math.min(...last)).toBeGreaterThanOrEqual(0);
      }
      for (const element of expected.unwritten ?? []) {
        expect(written.filter((each) => each.startsWith(element))).toEqual([]);
      }
      if (expected.interactions !== undefined) {
        expect(Object.keys(kept).filter((element) => /interactions\.\d+\.id$/.test(element))).toHaveLength(
          expected.interactions,
        );
      }
      if (expected.left) expect(left).toBe(expected.left);
      if (expected.standing) expect(standing).toBe(expected.standing);
      if (expected.waiting !== undefined) expect(waiting).toBe(expected.waiting);
      if (expected.languages) expect(languages).toEqual(expected.languages);
      if (expected.ended !== undefined) expect(launch.isOver()).toBe(expected.ended);
    },
  );

  test('after the end nothing is said, whoever asks for it', async () => {
    const launch = anLms(standard).launch();
    const link = links[standard](launch.api, pack, 'suspend-or-normal');
    const begun = await link.begin();
    expect(begun.ok).toBe(true);
    await link.leave(false);
    const of = { pack, learnerId: 'q7', part: 'whole' } as const;
    const change = { state: 'x', items: [], training: trainingOf(of, noProgress, false) };
    expect(await link.write(change)).toMatchObject({ ok: false });
    await link.leave(true);
    await link.begin();
    expect(launch.faults).toEqual([]);
  });
});
