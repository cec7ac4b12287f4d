import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import table from '#test/conformance/cmi5.json' with { type: 'json' };
import { theShortCourse } from '#test/support/a-quiz-course.ts';
import { aCmi5Lms, type Cmi5Lms } from '#test/support/cmi5-lms/a-cmi5-lms.ts';
import { aUnit, type Unit } from '#test/support/cmi5-lms/a-unit.ts';
import { namedRecordStore } from '#test/support/cmi5-lms/record-store.ts';
import { isDefined, type Stored } from '#test/support/cmi5-lms/records.ts';
import { type Step, take } from '#test/support/cmi5-lms/steps.ts';

/** Only what a case names is looked at, and what was refused always. */
type Expected = {
  said?: string[][];
  times?: Record<string, number>;
  refused?: string[];
  satisfied?: boolean;
  state?: boolean;
  held?: string;
  mode?: string;
  part?: string;
  languages?: string[];
  audio?: string | null;
  returnedTo?: string | null;
  tokens?: number;
  problem?: object;
  sending?: object;
  passed?: { scaled: number; masteryScore: number };
  neverAsked?: string[];
};
type Case = { name: string; clauses: string[]; requirements: string[]; steps: Step[]; expected: Expected };

const pack = theShortCourse();
let lms: Cmi5Lms;
let unit: Unit;

beforeEach(async () => {
  lms = await aCmi5Lms();
  unit = aUnit(lms, pack);
});
afterEach(async () => {
  await unit.close();
  await lms.close();
});

const cases = table.cases as unknown as Case[];

const keeper = namedRecordStore ? new URL(namedRecordStore).host : 'the LMS of the tests';

describe(`cmi5, with the records kept by ${keeper}`, () => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', async (_name, { steps, expected }) => {
    for (const step of steps) await take(step, unit, lms);
    expect(lookAt(expected)).toEqual({ ...expected, refused: expected.refused ?? [] });
  });
});

/** What was found, of the things that the case names. */
function lookAt(expected: Expected): Expected {
  const found: Record<keyof Expected, () => unknown> = {
    said: () =>
      unit.sessions.map((session, place) => folded(lms.saidIn(session).map(short), expected.said?.[place] ?? [])),
    times: () => Object.fromEntries(Object.keys(expected.times ?? {}).map((verb) => [verb, timesOf(verb)])),
    refused: () => lms.refusals.map(({ requirement }) => requirement),
    satisfied: () =>
      lms.isSatisfied(unit.session, unit.launchedAs()?.part === 'film' ? 'Completed' : 'CompletedAndPassed'),
    state: () => lms.stateOf(unit.session) !== null,
    held: () => unit.launchedAs()?.held,
    mode: () => unit.launchedAs()?.mode,
    part: () => unit.launchedAs()?.part,
    languages: () => unit.launchedAs()?.languages,
    audio: () => (unit.launchedAs() as { audio?: string | null } | null)?.audio,
    returnedTo: () => unit.returnedTo,
    tokens: () => lms.requests.filter((each) => each.startsWith('POST /fetch/')).length,
    problem: () => unit.problem,
    sending: () => unit.sending()?.problem,
    passed: () => passedNow(),
    neverAsked: () =>
      expected.neverAsked?.filter((each) => !lms.requests.some((asked) => new RegExp(each).test(asked))),
  };
  const names = [...new Set([...Object.keys(expected), 'refused'])] as (keyof Expected)[];
  return Object.fromEntries(names.map((name) => [name, found[name]()])) as Expected;
}

const short = (statement: Stored) => `${isDefined(statement) ? '' : '~'}${statement.verb.id.split('/').at(-1)}`;

/** `~answered*` stands for one and more. */
function folded(said: string[], expected: string[]): string[] {
  const starred = expected.filter((each) => each.endsWith('*')).map((each) => each.slice(0, -1));
  return said.flatMap((each, place) => {
    if (!starred.includes(each)) return [each];
    return said[place - 1] === each ? [] : [`${each}*`];
  });
}

const ofUnit = (verb: string) =>
  lms.statements.filter(
    (each) => isDefined(each) && each.verb.id.endsWith(`/${verb}`) && each.object.id === unit.session.activityId,
  );
const timesOf = (verb: string) => ofUnit(verb).length;

function passedNow() {
  const [passed] = ofUnit('passed');
  const { extensions = {} } = passed?.context ?? {};
  return {
    scaled: passed?.result?.score?.scaled,
    masteryScore: extensions['https://w3id.org/xapi/cmi5/context/extensions/masteryscore'],
  };
}
