import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { traceabilityPage } from '#cli/traceability-page.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';

const page = resolve(import.meta.dirname, '../..', join('docs', 'traceability.md'));

test('docs/traceability.md is what the course says today (npm run traceability)', async () => {
  expect(await readFile(page, 'utf8')).toBe(traceabilityPage(theRealCourse()));
});

test('a clause that an option gains shows at its row and in its section', () => {
  const pack = theRealCourse();
  const before = traceabilityPage(pack);
  pack.scenarios.S1?.decisions[0]?.options[0]?.clauses.push('R17');
  const changed = traceabilityPage(pack).split('\n');
  const lines = changed.filter((line) => !before.split('\n').includes(line));
  expect(lines).toEqual([
    expect.stringMatching(/^\|\[R17\]\(#r17\)\|Two voices\|\|\|\|1\|\|1\|1\|\|\d+\|$/),
    expect.stringMatching(/`S1\.hit` .* `read` right$/),
    expect.stringMatching(/^- \*\*Scenarios\*\* S1; \d+ draws of the quiz$/),
  ]);
});
