import { describe, expect, test } from 'vitest';
import { anLms, type Elements, type Standard } from '#test/support/lms/an-lms.ts';
import { type Fault, faultKinds } from '#test/support/lms/stickler.ts';

type Say = (call: string, ...given: unknown[]) => unknown;
type Plant = (say: Say, standard: Standard) => void;

/** The same word in either version. */
const names = {
  scorm12: {
    end: 'LMSFinish',
    status: 'cmi.core.lesson_status',
    raw: 'cmi.core.score.raw',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
    span: '0000:00:01',
    passed: 'cmi.core.lesson_status',
    mode: 'cmi.core.lesson_mode',
    done: 'passed',
  },
  scorm2004: {
    end: 'Terminate',
    status: 'cmi.completion_status',
    raw: 'cmi.score.raw',
    exit: 'cmi.exit',
    time: 'cmi.session_time',
    span: 'PT0H0M1S',
    passed: 'cmi.success_status',
    mode: 'cmi.mode',
    done: 'completed',
  },
} as const;

const begin: Plant = (say) => say('Initialize', '');
/** One violation for every rule, among calls that are otherwise as they should be. */
const plants: Record<Fault['kind'], Plant> = {
  'before-initialize': (say) => say('GetValue', 'cmi.suspend_data'),
  'second-initialize': (say) => [say('Initialize', ''), say('Initialize', '')],
  'after-end': (say, standard) => [begin(say, standard), say('end', ''), say('GetValue', 'cmi.suspend_data')],
  'argument-not-empty': (say) => say('Initialize', 'now'),
  'argument-no-string': (say, standard) => [begin(say, standard), say('SetValue', 'cmi.suspend_data', 7)],
  'not-readable': (say, standard) => [begin(say, standard), say('GetValue', names[standard].exit)],
  'not-writable': (say, standard) => [begin(say, standard), say('SetValue', names[standard].mode, 'normal')],
  'bad-value': (say, standard) => [begin(say, standard), say('SetValue', 'cmi.suspend_data', 'x'.repeat(3_501))],
  'id-not-first': (say, standard) => [begin(say, standard), say('SetValue', 'cmi.interactions.0.type', 'choice')],
  'interaction-not-appended': (say, standard) => [
    begin(say, standard),
    say('SetValue', 'cmi.interactions.1.id', standard === 'scorm12' ? 'a' : 'urn:muster:a'),
  ],
  'score-without-pass': (say, standard) => [
    begin(say, standard),
    say('SetValue', names[standard].raw, '50'),
    say('Commit', ''),
  ],
  lowered: (say, standard) => [
    begin(say, standard),
    say('SetValue', names[standard].status, names[standard].done),
    say('SetValue', names[standard].status, 'incomplete'),
  ],
  'written-in-review': (say, standard) => [begin(say, standard), say('SetValue', 'cmi.suspend_data', 'x')],
  'refused-by-lms': (say, standard) => [begin(say, standard), say('SetValue', 'cmi.suspend_data', 'é'.repeat(70_000))],
  'commit-unchecked': (say, standard) => [begin(say, standard), say('Commit', ''), say('GetValue', 'cmi.suspend_data')],
  'ended-uncommitted': (say, standard) => [
    begin(say, standard),
    say('SetValue', 'cmi.suspend_data', 'x'),
    say('end', ''),
  ],
  'ended-without-session-time': (say, standard) => [begin(say, standard), say('end', '')],
  'ended-not-attempted': (say, standard) => [begin(say, standard), say('end', '')],
};

function faultsOf(standard: Standard, plant: Plant, preset: Elements = {}): string[] {
  const { api, faults } = anLms(standard, preset).launch();
  const say: Say = (call, ...given) => {
    const name = call === 'end' ? names[standard].end : standard === 'scorm12' ? `LMS${call}` : call;
    return (api[name] as (...given: unknown[]) => unknown)(...given);
  };
  plant(say, standard);
  return faults.map(({ kind }) => kind);
}

const presetOf = (kind: Fault['kind'], standard: Standard): Elements =>
  kind === 'written-in-review' ? { [names[standard].mode]: 'review' } : {};

describe.each(['scorm12', 'scorm2004'] as const)('the stickler in front of %s', (standard) => {
  test.each(faultKinds.filter((kind) => kind !== 'ended-uncommitted' || standard === 'scorm12'))(
    'notices: %s',
    (kind) => {
      expect(faultsOf(standard, plants[kind], presetOf(kind, standard))).toContain(kind);
    },
  );

  test('finds nothing in a proper conversation', () => {
    const proper: Plant = (say) => {
      say('Initialize', '');
      say('SetValue', names[standard].status, 'incomplete');
      say('SetValue', names[standard].time, names[standard].span);
      say('SetValue', names[standard].exit, 'suspend');
      say('Commit', '');
      say('GetLastError');
      say('end', '');
    };
    expect(faultsOf(standard, proper)).toEqual([]);
  });

  test.each(
    standard === 'scorm12'
      ? [
          ['cmi.core.lesson_location', 'x'.repeat(256)],
          ['cmi.core.score.raw', '101'],
          ['cmi.core.score.raw', '-1'],
          ['cmi.core.session_time', 'PT5M31S'],
          ['cmi.core.exit', 'normal'],
          ['cmi.core.lesson_status', 'done'],
          ['cmi.interactions.0.id', 'a b'],
        ]
      : [
          ['cmi.location', 'x'.repeat(1_001)],
          ['cmi.score.scaled', '1.5'],
          ['cmi.session_time', '00:05:31'],
          ['cmi.exit', 'finished'],
          ['cmi.completion_status', 'passed'],
          ['cmi.interactions.0.id', 'https://example.org/#a'],
          ['cmi.interactions.0.id', 'urn:muster:a b'],
        ],
  )('takes no %s of %s', (element, value) => {
    expect(faultsOf(standard, (say) => [begin(say, standard), say('SetValue', element, value)])).toContain('bad-value');
  });

  test.each(
    standard === 'scorm12'
      ? [
          ['result', 'incorrect'],
          ['time', '2026-11-22T08:00:00.00Z'],
          ['student_response', 'two words'],
        ]
      : [
          ['result', 'wrong'],
          ['timestamp', '2026-11-22T08:00:00Z'],
          ['timestamp', '2026-11-22T08:00:00.123Z'],
        ],
  )('takes no interaction whose %s is %s', (field, value) => {
    const id = standard === 'scorm12' ? 'a' : 'urn:muster:a';
    const plant: Plant = (say) => {
      say('Initialize', '');
      say('SetValue', 'cmi.interactions.0.id', id);
      say('SetValue', 'cmi.interactions.0.type', 'choice');
      say('SetValue', `cmi.interactions.0.${field}`, value);
    };
    expect(faultsOf(standard, plant)).toContain('bad-value');
  });
});
