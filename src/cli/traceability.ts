/** `npm run traceability`: writes `docs/traceability.md` from the course that ships. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lookAtCourse, mediaFolderOf, problemLines, shippedCourse } from './course/look.ts';
import { traceabilityPage } from './traceability-page.ts';

const page = resolve(import.meta.dirname, '../../docs/traceability.md');
const { pack, problems } = lookAtCourse(shippedCourse, mediaFolderOf(shippedCourse));
if (pack) {
  writeFileSync(page, traceabilityPage(pack));
  console.log(page);
} else {
  console.error(['The course cannot be read.', ...problemLines(problems)].join('\n'));
  process.exitCode = 1;
}
