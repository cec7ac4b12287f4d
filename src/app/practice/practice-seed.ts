/** What a run's details are picked by. Short enough to be read out; the number at its end is the run. */
export function newSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(4));
  return `${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}:1`;
}

/** The next run of the same sitting: every detail moves one on, as in a rerun of the quiz. */
export function nextSeed(seed: string): string {
  const [, sitting = seed, run = '0'] = /^(.*):(\d{1,8})$/.exec(seed) ?? [];
  return `${sitting}:${Number(run) + 1}`;
}

/** A seed out of somebody's record holds an id of theirs: it replays here, and is offered to nobody. */
export const isToPassOn = (seed: string): boolean => /^[^:]{1,40}:\d{1,8}$/.test(seed);

export const addressOf = (id: string, seed?: string): string =>
  seed === undefined ? `/practice/${id}` : `/practice/${id}?${new URLSearchParams({ seed })}`;
