import type { DatabasePlace } from '#server/db/place.ts';
import { officers } from './agency.ts';
import { anOpening, aReport, aWholeQuiz } from './evidence.ts';
import { type MeasuredServer, startMeasured } from './measured-server.ts';
import { type Compared, compare, percentile, rateOf } from './rounds.ts';

export type Requests = {
  at64: Compared;
  at1: Compared;
  burst: { items: number; seconds: number; p50: number; p99: number; most: number };
  /** Megabytes of the server that wrote, at its most. */
  memory: number;
};

/** The route that takes an officer's evidence, whole and with the append left out, each in a process of its own. */
export async function measureRequests(place: DatabasePlace, other: DatabasePlace, rounds: number): Promise<Requests> {
  const whole = await startMeasured(place);
  const without = await startMeasured(other, { leftOut: true });
  // The one that appends nothing gets its openings from a server that does, before.
  await everyone((officer) => whole.send(officer, anOpening()));
  const rate = (server: MeasuredServer, atOnce: number) => () => {
    let next = 0;
    return rateOf(
      () => {
        next += 1;
        return server.send(next % atOnce, aReport(next));
      },
      { atOnce, seconds: 2 },
    );
  };
  await rate(whole, 64)();
  await rate(without, 64)();
  const at64 = await compare(rate(whole, 64), rate(without, 64), rounds);
  const at1 = await compare(rate(whole, 1), rate(without, 1), rounds);
  const burst = await measureBurst(whole);
  const memory = await whole.memory();
  await whole.close();
  await without.close();
  return { at64, at1, burst, memory };
}

/** Opens the course for every officer, so that a server without appends has openings to judge by. */
export async function openForAll(place: DatabasePlace): Promise<void> {
  const server = await startMeasured(place);
  await everyone((officer) => server.send(officer, anOpening()));
  await server.close();
}

/** Every officer sends a whole attempt, one decision after the other's receipt, all beginning at once. */
async function measureBurst(server: MeasuredServer): Promise<Requests['burst']> {
  const quizzes = Array.from({ length: officers }, (_, officer) => aWholeQuiz(officer));
  const took: number[] = [];
  const from = performance.now();
  await everyone(async (officer) => {
    for (const item of quizzes[officer] ?? []) took.push(await server.send(officer, item));
  });
  const seconds = (performance.now() - from) / 1000;
  return {
    items: took.length,
    seconds,
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
    most: Math.max(...took),
  };
}

const everyone = (work: (officer: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: officers }, (_, officer) => work(officer)));
