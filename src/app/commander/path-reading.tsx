import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Path } from '#domain/completion/report.ts';
import { Answered, ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api, inNameOf } from '../api/client.ts';
import { useCourse } from '../api/course.ts';
import { newItemId } from '../api/new-id.ts';
import type { Problem } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { PathSteps } from './path-steps.tsx';

const shortestReason = 10;

/** The training unit reads the path of decisions only for a reason, and the reading itself is put on the record. */
export function PathReading({ officerId, onRead }: { officerId: string; onRead: () => void }) {
  const { t } = useTranslation('commander');
  const { signedIn } = useSession();
  const [path, setPath] = useState<Path | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isShort, setIsShort] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  // One id for one reason: a retry after a lost answer is one reading, not two.
  const item = useRef({ id: newItemId(), reason: '' });

  async function read(event: FormEvent) {
    event.preventDefault();
    const reason = field.current?.value.trim() ?? '';
    setIsShort(reason.length < shortestReason);
    if (reason.length < shortestReason) return field.current?.focus();
    if (reason !== item.current.reason) item.current = { id: newItemId(), reason };
    const answer = await ask(() =>
      api.api.reports.officers[':officerId'].path.$post(
        { param: { officerId }, json: item.current },
        inNameOf(signedIn.officerId),
      ),
    );
    setProblem(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setPath(answer.value);
    onRead();
  }

  return (
    <section aria-labelledby="path">
      <h2 id="path">{t('path.title')}</h2>
      {path === null ? (
        <form className="reason" noValidate onSubmit={(event) => void read(event)}>
          <label htmlFor="reason">{t('path.reason')}</label>
          <p id="reason-note">{t('path.note')}</p>
          <textarea
            id="reason"
            ref={field}
            rows={3}
            maxLength={500}
            aria-invalid={isShort}
            aria-describedby="reason-note reason-short"
          />
          <p id="reason-short" className="late" role="alert">
            {isShort && t('path.tooShort')}
          </p>
          {problem && <ProblemNote problem={problem} />}
          <button type="submit" className="button">
            {t('path.read')}
          </button>
        </form>
      ) : (
        <PathRead path={path} />
      )}
    </section>
  );
}

/** In the words of the edition that was decided on, which need not be today's. */
function PathRead({ path: { editionHash, steps } }: { path: Path }) {
  const { agency } = useSession();
  const course = useCourse(editionHash);
  return (
    <Answered of={course}>
      {(pack) => <PathSteps steps={steps} pack={pack} canBeSeenAgain={editionHash === agency.editionHash} />}
    </Answered>
  );
}
