import { expect, test } from 'vitest';
import { meaningOf } from '#domain/lms-import/status-words.ts';

test.each([
  'Passed',
  'COMPLETED',
  'complete',
  ' Completed (achieved pass grade) ',
  'Aprobado',
  'Completada',
  'Finalizado (ha alcanzado la calificación de aprobado)',
])('“%s” is a pass', (status) => {
  expect(meaningOf([status])).toBe('passed');
});

test.each([
  'Incomplete',
  'failed',
  'Not attempted',
  'In Progress',
  'Past Due',
  'Completed (did not achieve pass grade)',
  'No completado',
  'Reprobado',
  'En curso',
  'Finalizado (no ha alcanzado la calificación de aprobado)',
  'unknown',
  '',
])('“%s” is none', (status) => {
  expect(meaningOf([status])).toBe('not-passed');
});

test.each(['Completed (Equivalent)', 'Approved', 'Pass?ed', '100', 'completed yesterday'])(
  '“%s” is for a person to say',
  (status) => {
    expect(meaningOf([status])).toBe('unknown');
  },
);

test.each([
  [['COMPLETED', 'FAILED'], 'not-passed'],
  [['Incomplete', 'Passed'], 'not-passed'],
  [['COMPLETED', 'PASSED'], 'passed'],
  [['COMPLETED', 'UNKNOWN'], 'passed'],
  [['unknown', 'passed'], 'passed'],
  [['Completed', 'Maybe'], 'unknown'],
] as const)('completion and success together: %j', (statuses, meaning) => {
  expect(meaningOf(statuses)).toBe(meaning);
});
