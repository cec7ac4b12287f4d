import { availableParallelism } from 'node:os';
import type { Database } from './agency.ts';
import { officers } from './agency.ts';
import type { Requests } from './requests.ts';
import type { Compared, Measured } from './rounds.ts';
import type { Verifying } from './verifying.ts';

export type Figures = { database: Database; appends: Compared; requests: Requests; verifying: Verifying };

const names: Record<Database, string> = { sqlite: 'SQLite', postgres: 'PostgreSQL' };
const whole = (value: number) => Math.round(value).toLocaleString('en');
const spread = ({ middle, least, most }: Measured, form: (value: number) => string) =>
  `${form(middle)} (${form(least)}–${form(most)})`;
const ratio = (compared: Compared) => spread(compared.ratio, (value) => value.toFixed(2));
const rates = ({ ours, against }: Compared) => `${whole(ours.middle)} : ${whole(against.middle)}`;

/** One line a figure, one column a database. */
export function table(measured: readonly Figures[]): string {
  const line = (what: string, wanted: string, figure: (of: Figures) => string) =>
    `| ${[what, wanted, ...measured.map(figure)].join(' | ')} |`;
  return [
    `| what | wanted | ${measured.map(({ database }) => names[database]).join(' | ')} |`,
    `|---|---|${measured.map(() => '---|').join('')}`,
    line('64 waiting appends : single durable inserts', '≥ 3', ({ appends }) => ratio(appends)),
    line('… a second', '', ({ appends }) => rates(appends)),
    line('evidence over HTTP, 64 clients : append left out', '≥ 0.5', ({ requests }) => ratio(requests.at64)),
    line('… a second', '', ({ requests }) => rates(requests.at64)),
    line('evidence over HTTP, 1 client : append left out', '≥ 0.15', ({ requests }) => ratio(requests.at1)),
    line('… a second', '', ({ requests }) => rates(requests.at1)),
    line(
      `${officers} officers at once, whole quizzes: p99`,
      '≤ 1 s',
      ({ requests: { burst } }) =>
        `${whole(burst.p99)} ms (half ${whole(burst.p50)}, most ${whole(burst.most)}; ${burst.items} decisions in ${burst.seconds.toFixed(1)} s)`,
    ),
    line('server memory at its most', '< 250 MB', ({ requests }) => `${whole(requests.memory)} MB`),
    line('verify, entries a second', '≥ 100,000', ({ verifying }) => spread(verifying.aSecond, whole)),
    line('… : merely hashing the same text', '', ({ verifying }) =>
      spread(verifying.ratio, (value) => value.toFixed(2)),
    ),
  ].join('\n');
}

/** The page in `docs/`. */
export const page = (measured: readonly Figures[]): string => `# How fast

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores, Node ${process.versions.node}, client and server on one machine. The
middle of several rounds, the least and the most in brackets. Both sides of a ratio take turns within one run, so that it
holds on another machine; rates do not. The burst of quizzes and the memory are measured once a run.

${table(measured)}

- **64 waiting appends**: 64 writers that always wait, one entry each, committed together; against one row a transaction
  straight to the driver of the same database, synced to disk as ours are. The entries are of a kind that leaves no rows.
- **Append left out**: the same route on the same records with everything it judges and reads, together with whoever has
  come meanwhile, without transaction, entry and projection. Sign-in, checking and the answer are in both.
- **Whole quizzes**: ${officers} officers begin at the same moment; each sends the next decision when the last is receipted.
- **Verify**: reads ${whole(measured[0]?.verifying.entries ?? 0)} entries with their payloads and checks every hash and link.
${measured.length < 2 ? '\nPostgreSQL was not measured: this machine has no binaries for it.\n' : ''}`;
