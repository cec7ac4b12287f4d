import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwesLine, TalkRecorded } from '#domain/roll-call/roll-call.ts';
import type { Talk } from '#domain/roll-call/talk.ts';
import { fail, type Result } from '#domain/shared/result.ts';
import { ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api, inNameOf } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { TalkClauses } from './talk-clauses.tsx';

/** Recorded, or no longer needed since somebody else was first. */
export type TalkOutcome = Result<TalkRecorded, Problem>;

type TalkDialogProps = {
  id: string;
  line: OwesLine;
  talk: Talk;
  onEnded: (outcome: TalkOutcome) => void;
  onLeft: () => void;
};

/** Who, about what, and the sergeant's word that it was face to face. Nothing is typed about anybody. */
export function TalkDialog({ id, line, talk, onEnded, onLeft }: TalkDialogProps) {
  const { t } = useTranslation('roll-call');
  const { signedIn } = useSession();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setIsSending] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);

  // Closed while it still stands in the page, so that the browser gives the focus back to the list (WCAG 2.4.3).
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  async function record() {
    if (isSending) return;
    setIsSending(true);
    const { editionHash, attempt } = talk;
    const json = { id, officerId: line.officerId, editionHash, attempt };
    const answer = await ask(() => api.api['roll-calls'].talks.$post({ json }, inNameOf(signedIn.officerId)));
    setIsSending(false);
    if (!answer.ok && answer.error.code !== 'talk.not-needed') return setProblem(answer.error);
    dialog.current?.close();
    onLeft();
    onEnded(answer.ok ? answer : fail(answer.error));
  }

  return (
    <dialog ref={dialog} className="talk" aria-labelledby="talk-title" onClose={onLeft}>
      <h2 id="talk-title">{t('talk.title', { name: line.name })}</h2>
      <p className="detail">{t('row.who', { rank: line.rank, badge: line.badge })}</p>
      <TalkClauses talk={talk} withRules />
      <p>{t('talk.faceToFace')}</p>
      {problem && <ProblemNote problem={problem} />}
      <div className="ways">
        <button type="button" className="button" aria-disabled={isSending} onClick={() => void record()}>
          {t(isSending ? 'talk.recording' : 'talk.record')}
        </button>
        <button type="button" className="button quiet" onClick={onLeft}>
          {t('talk.notYet')}
        </button>
      </div>
    </dialog>
  );
}
