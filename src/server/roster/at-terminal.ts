import type { Asking } from '../db/open.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readActor, readPersonByBadge } from './store.ts';

/** Who says at the terminal that they do it: whoever can type there has the records in their hands already. */
export async function visitorAtTerminal(asking: Asking, badge: string, now: number): Promise<Visitor | null> {
  const person = await readPersonByBadge(asking, badge);
  if (!person) return null;
  return { agencyId: asking.agencyId, actor: await readActor(asking, person.id, 'password', now) };
}
