import type { CourseProblemCode } from '#domain/course/problem.ts';
import type { Overlay } from './overlay.ts';

type Breakage = { overlays: Overlay[]; file: string; path: string };

const one = (overlay: Overlay, path: string): Breakage => ({ overlays: [overlay], file: overlay.file, path });
const scenario = (id: string, at: string, to: unknown, path: string) =>
  one({ file: `scenarios/${id}.json`, at, to }, path);
const words = (language: 'en' | 'es', at: string, to: unknown) => one({ file: `text/${language}.json`, at, to }, at);
const said = (language: 'en' | 'es', id: string, at: string, to: unknown) =>
  one({ file: `text/${language}/${id}.json`, at, to }, at);
const everyWhere = (file: string, text: (before: string) => string) =>
  ['en', 'es'].map((language) => ({ file: file.replace('*', language), text }));

/** As many decisions in a row as asked, each showing every clause. */
const row = (length: number, ending: string) =>
  Array.from({ length }, (_, index) => ({
    id: `d${index}`,
    options: ['yes', 'no'].map((id) => ({
      id,
      verdict: id === 'yes' ? 'right' : 'wrong',
      clauses: ['R1', 'R5', 'R8', 'R9', 'R11', 'R13'],
      cue: 'recap',
      next: id === 'yes' && index < length - 1 ? `d${index + 1}` : ending,
    })),
  }));
const inARow = (id: string, length: number, ending: string): Overlay[] => [
  { file: `scenarios/${id}.json`, at: 'start', to: 'd0' },
  { file: `scenarios/${id}.json`, at: 'decisions', to: row(length, ending) },
];

/** For each rule the smallest fault that it must notice, and where it must point. A rule without one does not compile. */
export const breakages: Record<CourseProblemCode, Breakage> = {
  'pack.missing-file': one({ file: 'policy/es.md', text: () => undefined }, ''),
  'pack.bad-json': one({ file: 'scenarios/S4.json', text: () => '{\n  "id": "S4",\n  oops\n}' }, 'line 3'),
  'pack.schema': one({ file: 'course.json', at: 'windowDays', to: 0 }, 'windowDays'),

  'reference.clause': one({ file: 'course.json', at: 'passRule.neverBroken', to: ['R99'] }, 'passRule.neverBroken'),
  'reference.cue': scenario('S1', 'decisions.0.options.1.cue', 'no-such-cue', 'decisions.hit.options.arrest'),
  'reference.next': scenario('S1', 'decisions.0.options.1.next', 'nowhere', 'decisions.hit.options.arrest'),
  'reference.paper': scenario('S1', 'decisions.0.papers', ['lost'], 'decisions.hit.papers'),
  'reference.chance': scenario(
    'S2',
    'chances.answer',
    ['active', 'cleared', 'late'],
    'decisions.confirm.options.ask-both',
  ),
  'reference.scenario': one({ file: 'scenarios/S9.json', text: () => '{}' }, ''),
  'reference.agency': scenario('S7', 'decisions.0.agency', 'no-such-setting', 'decisions.witness'),
  'reference.id': scenario('S7', 'id', 'S8', 'id'),
  'reference.course': one({ file: 'film.json', at: 'courseId', to: 'another-course' }, 'courseId'),

  'language.missing': said('es', 'S1', 'decisions.hit.options.arrest', undefined),
  'language.surplus': words('en', 'clauses.R99', { name: 'No such clause', rule: 'None.' }),
  'language.message': said('es', 'S1', 'endings.on-their-way', '{driver se fue.'),
  'language.arguments': said('es', 'S1', 'endings.on-their-way', '{conductor} se fue.'),
  'language.policy': one({ file: 'policy/es.md', text: (text) => text.replace('[R8] ', '') }, 'block 2'),
  'language.narration': one({ file: 'video/narration/es.json', at: 'cues.extra', to: 'Algo más.' }, 'cues.extra'),

  'path.endless': {
    overlays: [
      { file: 'scenarios/S1.json', at: 'decisions.1.options.1.verdict', to: 'coach' },
      { file: 'scenarios/S1.json', at: 'decisions.1.options.1.next', to: 'hit' },
    ],
    file: 'scenarios/S1.json',
    path: 'decisions.hit',
  },
  'path.no-right-way': scenario('S4', 'decisions.0.options.0.verdict', 'coach', 'decisions.unclear'),
  'path.wrong-goes-on': scenario('S1', 'decisions.0.options.1.next', 'finish', 'decisions.hit.options.arrest'),
  'path.unreachable': scenario('S4', 'endings.2', { id: 'never-met' }, 'endings.never-met'),
  'path.too-many-decisions': {
    overlays: inARow('S1', 4, 'on-their-way'),
    file: 'scenarios/S1.json',
    path: 'decisions',
  },
  'path.hold-over-limit': scenario('S4', 'decisions.0.options.0.holdMinutes', 56, 'decisions.unclear'),
  'path.hold-on-civil': scenario('S1', 'decisions.1.options.0.holdMinutes', 1, 'decisions.finish.options.warn'),
  'path.hour-without-ending': scenario(
    'S4',
    'decisions.0.options.1.holdMinutes',
    56,
    'decisions.unclear.options.guess',
  ),

  'clause.not-taught': one({ file: 'film.json', at: 'cues.5.clauses', to: ['R13'] }, 'cues'),
  'clause.not-drawn': { ...scenario('S7', 'decisions.0.options.0.clauses', ['R1'], 'draw'), file: 'course.json' },
  'clause.not-in-policy': {
    overlays: everyWhere('policy/*.md', (text) => text.replace('[R13] ', '')),
    file: 'policy/en.md',
    path: 'R13',
  },
  'draw.scenario-unused': one({ file: 'course.json', at: 'draw.status', to: ['S7', 'S1'] }, 'draw.status'),
  'draw.too-many-decisions': {
    overlays: [
      ...inARow('S1', 3, 'on-their-way'),
      ...inARow('S2', 3, 'arrested'),
      ...inARow('S4', 3, 'released'),
      ...inARow('S7', 3, 'case-stands'),
    ],
    file: 'course.json',
    path: 'draw',
  },
  'option.no-cue': scenario('S1', 'decisions.0.options.1.cue', undefined, 'decisions.hit.options.arrest'),
  'option.cue-elsewhere': scenario('S1', 'decisions.0.options.1.cue', 'never-status', 'decisions.hit.options.arrest'),
  'option.why-names-no-clause': said(
    'es',
    'S1',
    'decisions.hit.options.arrest.why',
    'R1: no se ayuda a ejecutar una orden civil.',
  ),
  'option.why-too-long': said(
    'en',
    'S1',
    'decisions.hit.options.read.why',
    'R8: read the basis. R5: this is civil. The stop goes on.',
  ),
  'facsimile.unused': {
    ...scenario('S1', 'papers.0.facsimile', 'return-b', 'return-a'),
    file: 'facsimiles.json',
  },
  'agency.untold': {
    overlays: [
      { file: 'course.json', at: 'agencySettings', to: [{ id: 'tow', options: ['call', 'call'] }] },
      { file: 'text/en.json', at: 'agencySettings', to: { tow: { question: 'Who is called?' } } },
      { file: 'text/es.json', at: 'agencySettings', to: { tow: { question: '¿A quién se llama?' } } },
      { file: 'scenarios/S4.json', at: 'decisions.0.agency', to: 'tow' },
    ],
    file: 'scenarios/S4.json',
    path: 'decisions.unclear',
  },
  'reading.too-long': {
    ...said('en', 'S1', 'situation', 'word '.repeat(1200)),
    file: 'text/en.json',
    path: 'scenarios',
  },
  'reading.situation-too-long': said('en', 'S1', 'situation', 'word '.repeat(61)),
  'reading.policy-too-long': {
    overlays: everyWhere('policy/*.md', (text) => `${text}\n\n${'word '.repeat(400)}`),
    file: 'policy/en.md',
    path: '',
  },
  'card.too-many-taps': one(
    { file: 'card.json', at: 'questions.1.answers.3.leadsTo', to: 'came-back' },
    'questions.came-back',
  ),
  'card.unreachable': one({ file: 'card.json', at: 'questions.1.answers.3.leadsTo', to: 'act' }, 'outcomes.waiting'),
  'card.clause-missing': one({ file: 'card.json', at: 'outcomes.0.clauses', to: ['R1'] }, 'outcomes'),
  'film.out-of-date': {
    overlays: [{ file: 'video/narration/en.json', at: 'cues.recap', to: 'Something else.' }],
    file: 'film.json',
    path: 'cues.recap',
  },
};
