import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewEvidence } from '#domain/coverage/refused-item.ts';
import { type ReviewOutcome, reviewOutcomes } from '#domain/coverage/watching-evidence.ts';
import { ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api, inNameOf } from '../api/client.ts';
import { newItemId } from '../api/new-id.ts';
import type { Problem } from '../api/problem.ts';
import { useSession } from '../api/session.ts';

type ReviewNoteFormProps = {
  officerId: string;
  editionHash: string;
  upToSeq: number;
  onNoted: (watching: readonly ReviewEvidence[]) => void;
};

/** What was found, from a closed list: nothing is typed about a person. */
export function ReviewNoteForm({ officerId, editionHash, upToSeq, onNoted }: ReviewNoteFormProps) {
  const { t } = useTranslation(['commander', 'record']);
  const { signedIn } = useSession();
  const [chosen, setChosen] = useState<ReviewOutcome | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const name = useId();
  const first = useRef<HTMLInputElement>(null);
  // One id for one outcome, so that a retry after a lost answer settles once.
  const item = useRef<{ id: string; outcome: ReviewOutcome | null }>({ id: newItemId(), outcome: null });

  async function settle(event: FormEvent) {
    event.preventDefault();
    setIsMissing(chosen === null);
    if (chosen === null) return first.current?.focus();
    if (chosen !== item.current.outcome) item.current = { id: newItemId(), outcome: chosen };
    const json = { id: item.current.id, editionHash, upToSeq, outcome: chosen };
    const answer = await ask(() =>
      api.api.reports.officers[':officerId'].reviews.$post(
        { param: { officerId }, json },
        inNameOf(signedIn.officerId),
      ),
    );
    setProblem(answer.ok ? null : answer.error);
    if (answer.ok) onNoted(answer.value.watching);
  }

  return (
    <form className="reason" noValidate onSubmit={(event) => void settle(event)}>
      <fieldset aria-describedby={`${name}-missing`}>
        <legend>{t('review.outcome')}</legend>
        <p>{t('review.outcomeWords')}</p>
        {reviewOutcomes.map((outcome, at) => (
          <label key={outcome} className="check">
            <input
              type="radio"
              name={name}
              ref={at === 0 ? first : undefined}
              checked={chosen === outcome}
              onChange={() => setChosen(outcome)}
            />
            {t(`outcome.${outcome}`, { ns: 'record' })}
          </label>
        ))}
      </fieldset>
      <p id={`${name}-missing`} className="late" role="alert">
        {isMissing && t('review.chooseFirst')}
      </p>
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" className="button">
        {t('review.settle')}
      </button>
    </form>
  );
}
