import { useRef, useState } from 'react';
import type { Result } from '#domain/shared/result.ts';
import { inNameOf } from './client.ts';
import { newItemId } from './new-id.ts';
import type { Problem } from './problem.ts';
import { useSession } from './session.ts';

type Call<T> = (id: string, inOwnName: ReturnType<typeof inNameOf>) => Promise<Result<T, Problem>>;

/**
 * Something that a form sends in the name of whoever is at the screen. What is sent again after a lost answer is the same item;
 * once it is taken, or when something was changed in it, the next one is another.
 */
export function useSend() {
  const { officerId } = useSession().signedIn;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setIsSending] = useState(false);
  const item = useRef({ id: '', body: '' });

  /** @returns what the server answered, or null when it refused or is sending already */
  async function send<T>(body: unknown, call: Call<T>): Promise<T | null> {
    if (isSending) return null;
    const text = JSON.stringify(body);
    if (item.current.body !== text) item.current = { id: newItemId(), body: text };
    setIsSending(true);
    const answer = await call(item.current.id, inNameOf(officerId));
    setIsSending(false);
    setProblem(answer.ok ? null : answer.error);
    if (!answer.ok) return null;
    item.current = { id: '', body: '' };
    return answer.value;
  }

  return { send, isSending, problem, forget: () => setProblem(null) };
}
