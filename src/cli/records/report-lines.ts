import type { Brought, Report } from '#server/ledger/verify.ts';
import type { Say } from '../start-words.ts';

type Looked = Pick<Brought, 'keys'> & { where: string; brokenLine: number | null };

/** What was looked at and what holds; and a sentence for everything that does not, with what to do. */
export function reportLines(
  say: Say,
  report: Report,
  { keys, where, brokenLine }: Looked,
): { told: string[]; found: string[] } {
  const {
    entries,
    payloads,
    purged,
    purges,
    missing,
    head,
    signed,
    outsideThatFit: outside,
    clockWentBack: clock,
  } = report;
  const found = [
    ...(brokenLine === null ? [] : [say('verify.brokenLine', { line: brokenLine })]),
    ...report.findings.map((finding) => say(`verify.found.${finding.kind}`, { through: '', other: '', ...finding })),
    ...(report.further > 0 ? [say('verify.further', { count: report.further })] : []),
    ...report.headProblems.map(({ kind, keyId, kept }) => say(`verify.head.${kind}`, { keyId, kept })),
  ];
  const told = [
    say('verify.looked', { where }),
    say('verify.entries', { count: entries }),
    say('verify.payloads', { payloads, missing }),
    ...(purged > 0 ? [say('verify.purged', { count: purged, entries: listed(purges) })] : []),
    head ? say('verify.last', head) : say('verify.empty'),
    say('verify.signed', { inside: signed.inside, outside }),
    say('verify.notTheLists'),
    ...(clock ? [say('verify.clock', { count: clock.times, first: clock.first })] : []),
    ...(keys === null && outside === 0 ? [say('verify.bringYourOwn')] : []),
    ...(found.length === 0
      ? [say('verify.nothingFound', { count: purged })]
      : [say('verify.somethingFound', { count: found.length })]),
  ];
  return { told, found };
}

const mostListed = 12;

/** The first of them, where there are many. */
const listed = (seqs: readonly number[]): string =>
  [...seqs.slice(0, mostListed), ...(seqs.length > mostListed ? ['…'] : [])].join(', ');
