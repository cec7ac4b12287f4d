/** Something that can be done again and again; its rate is how often in a second. */
export type Work = () => Promise<unknown>;

/** How often a second it was done by so many at once, for about so long. */
export async function rateOf(work: Work, { atOnce, seconds }: { atOnce: number; seconds: number }): Promise<number> {
  let done = 0;
  const from = performance.now();
  const until = from + seconds * 1000;
  const loop = async () => {
    while (performance.now() < until) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, loop));
  return done / ((performance.now() - from) / 1000);
}

/** The middle of several rounds, with the smallest and the largest. */
export type Measured = { middle: number; least: number; most: number };

export function measuredOf(values: readonly number[]): Measured {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { middle: at(0.5), least: at(0), most: at(1) };
}

export type Compared = { ours: Measured; against: Measured; ratio: Measured };

/** Takes turns, so that a machine that slows down slows both; each round gives one ratio. */
export async function compare(
  ours: () => Promise<number>,
  against: () => Promise<number>,
  rounds: number,
): Promise<Compared> {
  const [first, second, ratios]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    const base = await against();
    const rate = await ours();
    first.push(rate);
    second.push(base);
    ratios.push(rate / base);
  }
  return { ours: measuredOf(first), against: measuredOf(second), ratio: measuredOf(ratios) };
}

/** The value below which so large a share of them lies. */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? Number.NaN;
