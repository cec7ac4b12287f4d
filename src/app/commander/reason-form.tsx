import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../api/answered.tsx';
import { newItemId } from '../api/new-id.ts';
import type { Problem } from '../api/problem.ts';

const shortestReason = 10;

type ReasonFormProps = {
  words: { reason: string; note: string; submit: string };
  /** @returns why it was not shown, or null */
  onReason: (item: { id: string; reason: string }) => Promise<Problem | null>;
};

/** What of an officer's record is read only for a reason, and the reading itself is put on the record. */
export function ReasonForm({ words, onReason }: ReasonFormProps) {
  const { t } = useTranslation('commander');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isShort, setIsShort] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  // One id for one reason: a retry after a lost answer is one reading, not two.
  const item = useRef({ id: newItemId(), reason: '' });

  async function read(event: FormEvent) {
    event.preventDefault();
    const reason = field.current?.value.trim() ?? '';
    setIsShort(reason.length < shortestReason);
    if (reason.length < shortestReason) return field.current?.focus();
    if (reason !== item.current.reason) item.current = { id: newItemId(), reason };
    setProblem(await onReason(item.current));
  }

  return (
    <form className="reason" noValidate onSubmit={(event) => void read(event)}>
      <label htmlFor={id}>{words.reason}</label>
      <p id={`${id}-note`}>{words.note}</p>
      <textarea
        id={id}
        ref={field}
        rows={3}
        maxLength={500}
        aria-invalid={isShort}
        aria-describedby={`${id}-note ${id}-short`}
      />
      <p id={`${id}-short`} className="late" role="alert">
        {isShort && t('path.tooShort')}
      </p>
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" className="button">
        {words.submit}
      </button>
    </form>
  );
}
