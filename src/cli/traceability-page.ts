import type { CoursePack } from '#domain/course/pack.ts';
import { sayerOf } from '#domain/course/said.ts';
import { type ClauseTrace, type TracedDecision, touchedBy, traceClauses } from '#domain/course/traceability.ts';
import { readMessage } from '#server/course/icu-message.ts';

const lettersOfASentence = 100;

/** `docs/traceability.md`: from each clause to all that says, tests or explains it. The same course gives the same page. */
export function traceabilityPage(pack: CoursePack): string {
  const traces = traceClauses(pack);
  return [
    '# Traceability',
    '',
    `Written by \`npm run traceability\` from \`content/${pack.course.id}\`, edition ${pack.course.edition}. A test compares it with the course.`,
    '',
    'From each clause to the paragraphs that state it, the film cues that teach it, the decisions that test it, the explanations',
    'that speak of it and the outcomes of the roadside card that rest on it. Whoever changes a clause reads all of these again.',
    '',
    ...overview(pack, traces),
    ...traces.flatMap((trace) => ['', ...sectionOf(pack, trace)]),
    '',
  ].join('\n');
}

function overview(pack: CoursePack, traces: readonly ClauseTrace[]): string[] {
  const rows = traces.map((trace) => {
    const { scenarios, draws } = touchedBy(pack, trace);
    const byAgency = trace.decisions.filter((decision) => !decision.graded).length;
    return [
      `[${trace.clause}](#${trace.clause.toLowerCase()})`,
      pack.text.en.clauses[trace.clause]?.name,
      trace.tested ? 'yes' : '',
      trace.paragraphs.join(', '),
      trace.cues.length,
      trace.decisions.length - byAgency,
      byAgency,
      scenarios.length,
      trace.explanations.length,
      trace.outcomes.length,
      draws.length,
    ];
  });
  const heads =
    'Clause|What|Tested|Policy paragraphs|Cues|Graded decisions|Agency decides|Scenarios|Explanations|Card|Draws';
  return [
    `|${heads}|`,
    `|${'---|'.repeat(heads.split('|').length)}`,
    ...rows.map((row) => `|${row.map((cell) => cell || '').join('|')}|`),
  ];
}

function sectionOf(pack: CoursePack, trace: ClauseTrace): string[] {
  const { clause, paragraphs, cues, decisions, outcomes, inCardSort } = trace;
  const words = pack.text.en.clauses[clause];
  const { scenarios, draws } = touchedBy(pack, trace);
  const listed = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`- **${heading}**`, ...lines.map((line) => `  - ${line}`)];
  const stated = pack.policy.en.blocks.filter((block) => block.kind === 'paragraph');
  const body = [
    ...listed(
      'Policy',
      paragraphs.map((number) => `${number}: ${shortened(stated[number - 1]?.text)}`),
    ),
    ...listed(
      'Film',
      cues.map((id) => `\`${id}\`: ${shortened(pack.film.cues.find((cue) => cue.id === id)?.says.en)}`),
    ),
    ...listed(
      'Decisions and explanations',
      decisions.map((decision) => decisionLine(pack, trace, decision)),
    ),
    ...listed(
      'Roadside card',
      outcomes.map((id) => `\`${id}\``),
    ),
    ...(inCardSort ? [`- **Card sort** ${pack.cardSort.id}`] : []),
    ...(scenarios.length > 0 ? [`- **Scenarios** ${scenarios.join(', ')}; ${draws.length} draws of the quiz`] : []),
  ];
  return [`## ${clause}`, '', `${words?.name}: ${words?.rule}`, '', ...(body.length > 0 ? body : ['- nothing'])];
}

function decisionLine(pack: CoursePack, trace: ClauseTrace, { scenarioId, decisionId, graded }: TracedDecision) {
  const scenario = pack.scenarios[scenarioId];
  const question = pack.text.en.scenarios[scenarioId]?.decisions[decisionId]?.question ?? '';
  const asked = scenario ? sayerOf(pack, scenario, scenarioId, 'en', readMessage)(question) : question;
  const options = trace.explanations
    .filter((each) => each.scenarioId === scenarioId && each.decisionId === decisionId)
    .map((each) => (graded ? `\`${each.optionId}\` ${each.verdict}` : `\`${each.optionId}\``));
  const who = graded ? '' : ' (the agency decides)';
  return `\`${scenarioId}.${decisionId}\`${who} ${shortened(asked)} ${options.join(', ')}`;
}

/** Whole words, about a hundred letters. */
function shortened(text = ''): string {
  if (text.length <= lettersOfASentence) return `“${text}”`;
  return `“${text.slice(0, text.lastIndexOf(' ', lettersOfASentence)).replace(/[,;:.]$/, '')} …”`;
}
