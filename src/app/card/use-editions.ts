import { useEffect, useEffectEvent, useState } from 'react';
import { courseAddress } from '#domain/course/course-address.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { askOnce } from '../api/ask.ts';
import type { Problem } from '../api/problem.ts';

type Editions = { packs: Record<string, CoursePack>; problem: Problem | null; again: () => void };

/** The editions of these hashes, each loaded once; one that has come stays, whatever becomes of the others. */
export function useEditions(hashes: readonly (string | null)[]): Editions {
  const [packs, setPacks] = useState<Record<string, CoursePack>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [round, setRound] = useState(0);
  const wanted = [...new Set(hashes.filter((hash) => hash !== null))];

  const load = useEffectEvent(async (isLeft: () => boolean) => {
    for (const hash of wanted.filter((each) => !(each in packs))) {
      const answer = await askOnce(() => fetch(courseAddress(hash)));
      if (isLeft()) return;
      // Immutable and parsed by the server, so it is taken as it is.
      if (answer.ok) setPacks((known) => ({ ...known, [hash]: answer.value as unknown as CoursePack }));
      setProblem(answer.ok ? null : answer.error);
    }
  });

  const key = wanted.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` and `round` have no value of their own, they ask again.
  useEffect(() => {
    let isLeft = false;
    void load(() => isLeft);
    return () => {
      isLeft = true;
    };
  }, [key, round]);

  return { packs, problem, again: () => setRound((count) => count + 1) };
}
