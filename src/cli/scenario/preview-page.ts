import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { scenarioFile, scenarioTextFile } from '#domain/course/parse-file.ts';
import type { Scenario } from '#domain/course/scenario.ts';
import { rulingOf } from '#domain/scenario/run.ts';
import type { Fault } from '../course/look.ts';
import type { CourseNow } from './course-now.ts';
import { factsOf, minutesOf } from './facts.ts';
import { escaped } from './label.ts';
import { basisTag, markOf, minutesAdded } from './marks.ts';
import { scenarioWords } from './words.ts';

type Page = { now: CourseNow; id: string; scenario: Scenario | undefined; language: Language; drawing: string };

/** The author's page: graph, what the check says of this scenario, its paths, and the way to the real screen. */
export function previewPage({ now, id, scenario, language, drawing }: Page): string {
  const title = scenario ? scenarioWords(now.pack, scenario, language).title : 'It is gone from the course.';
  const other = language === 'en' ? 'es' : 'en';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${id}: ${title}`)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/preview.css">
<script type="module" src="/preview.js"></script>
</head>
<body data-version="${now.version}">
<main>
<h1>${id}: <span lang="${language}">${escaped(title)}</span></h1>
<p><a class="button" href="/practice/${id}">Play it on the real screen</a>
<a href="/?language=${other}">Graph in ${other === 'en' ? 'English' : 'Spanish'}</a>
<a href="/graph.svg?language=${language}">Graph alone</a></p>
<div class="beside">
<div>
<div class="graph" role="region" aria-label="Graph" tabindex="0">
${drawing}
</div>
${scenario ? inWords(now.pack, scenario, language) : ''}
</div>
<aside>
<h2>Paths</h2>
${scenario ? facts(now.pack, scenario) : ''}
<h2>Check</h2>
${checked(now, id)}
<p class="quiet" role="status"></p>
</aside>
</div>
</main>
</body>
</html>
`;
}

function facts(pack: CoursePack, scenario: Scenario): string {
  const { runs, right, best } = factsOf(pack, scenario);
  const rows = [
    ['Paths in all', String(runs.length)],
    ['Right paths', String(right.length)],
    ['Best path', best ? minutesOf(best) : 'none'],
  ];
  return `<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`;
}

function checked({ problems, readable }: CourseNow, id: string): string {
  const files = [scenarioFile(id), scenarioTextFile('en', id), scenarioTextFile('es', id)];
  const here = problems.filter((problem) => files.includes(problem.file));
  const elsewhere = problems.filter((problem) => !files.includes(problem.file));
  const list = (these: readonly Fault[]) =>
    `<ul class="problems">${these.map((each) => `<li>${place(each)}<br>${escaped(each.reason)} <code>${each.code}</code></li>`).join('')}</ul>`;
  return [
    readable
      ? ''
      : '<p class="wrong">The course cannot be read right now. Graph and screen show the last state that could.</p>',
    here.length > 0 ? `<p class="wrong">${here.length} to put right in this scenario</p>${list(here)}` : '',
    here.length === 0 && readable ? '<p class="kept">✓ This scenario keeps every rule.</p>' : '',
    elsewhere.length > 0
      ? `<details${readable ? '' : ' open'}><summary>${elsewhere.length} elsewhere in the course</summary>${list(elsewhere)}</details>`
      : '',
  ].join('\n');
}

const place = ({ file, path }: Fault) => `<b>${escaped(file)}</b>${path && ` · ${escaped(path)}`}`;

/** The graph as a list: for screen readers, and for whoever reads faster than a picture. */
function inWords(pack: CoursePack, scenario: Scenario, language: Language): string {
  const words = scenarioWords(pack, scenario, language);
  const ruling = rulingOf(pack.course);
  const options = (decision: Scenario['decisions'][number]) =>
    decision.options.map((option) => {
      const next =
        typeof option.next === 'string'
          ? option.next
          : Object.entries(option.next.leadsTo)
              .map(([outcome, to]) => `${to} (${outcome})`)
              .join(' or ');
      const notes = [option.clauses.join(' '), minutesAdded(option), basisTag(option.basis), `→ ${next}`];
      const said = `<span lang="${language}">${escaped(words.option(decision, option))}</span>`;
      return `<li>${markOf(decision, option, ruling).word}: ${said}. ${escaped(notes.filter(Boolean).join(', '))}</li>`;
    });
  const decisions = scenario.decisions.map(
    (decision) =>
      `<li>${decision.id}: <span lang="${language}">${escaped(words.question(decision))}</span>` +
      `<ul>${options(decision).join('')}</ul></li>`,
  );
  return `<details><summary>The same in words</summary><ol>${decisions.join('')}</ol></details>`;
}
