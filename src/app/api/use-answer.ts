import { useEffect, useEffectEvent, useState } from 'react';
import type { Result } from '#domain/shared/result.ts';
import type { Problem } from './problem.ts';

/** What a screen knows of an answer. With both `value` and `problem` the value is the last one known. */
export type Answer<T> = { value: T | null; problem: Problem | null; again: () => void; replace: (value: T) => void };

type Known<T> = { key: string; value: T | null; problem: Problem | null };

/**
 * Loads when `key` changes, when asked again and when the network comes back.
 * The last value stays on the screen while a newer one is awaited or cannot be had.
 */
export function useAnswer<T>(key: string, load: () => Promise<Result<T, Problem>>): Answer<T> {
  const [known, setKnown] = useState<Known<T>>({ key, value: null, problem: null });
  const [round, setRound] = useState(0);
  const loadNow = useEffectEvent(load);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` has no value of its own, it asks again.
  useEffect(() => {
    let isLeft = false;
    void loadNow().then((answer) => {
      if (isLeft) return;
      setKnown((before) =>
        answer.ok
          ? { key, value: answer.value, problem: null }
          : { key, value: before.key === key ? before.value : null, problem: answer.error },
      );
    });
    return () => {
      isLeft = true;
    };
  }, [key, round]);

  useEffect(() => {
    const again = () => setRound((count) => count + 1);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, []);

  const isCurrent = known.key === key;
  return {
    value: isCurrent ? known.value : null,
    problem: isCurrent ? known.problem : null,
    again: () => setRound((count) => count + 1),
    replace: (value) => setKnown({ key, value, problem: null }),
  };
}
