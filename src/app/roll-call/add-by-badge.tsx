import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newItemId } from '../api/new-id.ts';
import { type Problem, useProblemWords } from '../api/problem.ts';
import type { StationAtWork } from './use-station.ts';

/** Anyone of the agency can be in the room: an officer of another squad, a detective, the lieutenant. */
export function AddByBadge({ add }: { add: StationAtWork['addByBadge'] }) {
  const { t } = useTranslation('roll-call');
  const words = useProblemWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const [fieldId, errorId] = [useId(), useId()];
  // One id for one badge: a retry after a lost answer adds nobody twice.
  const item = useRef({ id: newItemId(), badge: '' });

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const badge = field.current?.value.trim() ?? '';
    if (!badge) return field.current?.focus();
    if (badge !== item.current.badge) item.current = { id: newItemId(), badge };
    const answer = await add(item.current.id, badge);
    setProblem(answer.ok ? null : answer.error);
    const line = answer.ok && answer.value.roster.find((each) => each.badge === badge);
    setAdded(line ? line.name : null);
    if (answer.ok && field.current) field.current.value = '';
    field.current?.focus();
  }

  return (
    <form className="add-by-badge" noValidate onSubmit={(event) => void submit(event)}>
      <label htmlFor={fieldId}>{t('guest.badge')}</label>
      <input
        id={fieldId}
        ref={field}
        name="badge"
        autoComplete="off"
        autoCapitalize="characters"
        aria-invalid={problem !== null}
        aria-describedby={errorId}
      />
      <button type="submit" className="button quiet">
        {t('guest.add')}
      </button>
      <p id={errorId} role="status" className={problem ? 'wrong' : undefined}>
        {problem ? words(problem) : added && t('guest.added', { name: added })}
      </p>
    </form>
  );
}
