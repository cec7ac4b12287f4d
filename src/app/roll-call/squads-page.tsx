import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { SquadChoice } from '#domain/roll-call/roll-call.ts';
import { Answered, ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api, inNameOf } from '../api/client.ts';
import { newItemId } from '../api/new-id.ts';
import type { Problem } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { EarlierUnsent } from './earlier-unsent.tsx';

/** Which squad? An open roll call is gone on with, never doubled. */
export function SquadsPage() {
  const { t } = useTranslation('roll-call');
  const choices = useAnswer('squads', () => ask(() => api.api['roll-calls'].squads.$get()));
  return (
    <>
      <PageHeading title={t('squads.title')} />
      <EarlierUnsent />
      <Answered of={choices}>
        {({ squads }) =>
          squads.length === 0 ? (
            <p>{t('squads.none')}</p>
          ) : (
            <ul className="squads">
              {squads.map((squad) => (
                <Squad key={squad.unitId} squad={squad} />
              ))}
            </ul>
          )
        }
      </Answered>
    </>
  );
}

function Squad({ squad }: { squad: SquadChoice }) {
  const { t } = useTranslation('roll-call');
  const navigate = useNavigate();
  const { officerId } = useSession().signedIn;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isOpening, setIsOpening] = useState(false);
  // The same id at every try: an answer that got lost must not open a second roll call.
  const id = useRef(newItemId());

  async function open() {
    if (squad.openRollCallId) return navigate(squad.openRollCallId);
    setIsOpening(true);
    const answer = await ask(() =>
      api.api['roll-calls'].$post({ json: { id: id.current, unitId: squad.unitId } }, inNameOf(officerId)),
    );
    setIsOpening(false);
    if (answer.ok) return navigate(answer.value.id);
    setProblem(answer.error);
  }

  return (
    <li>
      <div>
        <h2>{squad.name}</h2>
        <p className="detail">{[...squad.path, t('squads.officers', { count: squad.officers })].join(' · ')}</p>
        {squad.openRollCallId && <p className="detail">{t('squads.isOpen')}</p>}
      </div>
      <div className="ways">
        <Link to={`squads/${squad.unitId}`} aria-label={t('squads.owesOf', { squad: squad.name })}>
          {t('squads.owes')}
        </Link>
        <Link to={`squads/${squad.unitId}/people`} aria-label={t('squads.peopleOf', { squad: squad.name })}>
          {t('squads.people')}
        </Link>
        <button
          type="button"
          className="button"
          aria-disabled={isOpening}
          aria-label={t(squad.openRollCallId ? 'squads.resumeOf' : 'squads.startOf', { squad: squad.name })}
          onClick={() => void (isOpening || open())}
        >
          {t(squad.openRollCallId ? 'squads.resume' : 'squads.start')}
        </button>
      </div>
      {problem && <ProblemNote problem={problem} />}
    </li>
  );
}
