import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemNote } from '../api/answered.tsx';
import { newItemId } from '../api/new-id.ts';
import type { Problem } from '../api/problem.ts';
import { useDates } from '../api/use-dates.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { presentOf, RoomLine } from './room-line.tsx';
import { withTaps } from './station-items.ts';
import type { OpenStation } from './station-page.tsx';

/** Step 3: what was seen and by whom, in words, under the sergeant's own word. */
export function CloseStep({ station }: { station: OpenStation }) {
  const { t } = useTranslation('roll-call');
  const dates = useDates();
  const { view, waiting } = station;
  const lines = withTaps(view, waiting);
  const here = presentOf(lines).length;
  return (
    <>
      <header className="step-head">
        <PageHeading title={t('close.title')} />
      </header>
      <p>{view.filmSeen ? t('close.seen') : t('close.unseen', { share: Math.floor(view.watchedShare * 100) / 100 })}</p>
      {here === 0 ? <p>{t('close.nobody')}</p> : <RoomLine lines={lines} />}
      {!view.filmSeen && (
        <Link className="button" to={`/roll-call/${view.id}/film`}>
          {t('close.toFilm')}
        </Link>
      )}
      {view.filmSeen && here === 0 && (
        <Link className="button" to={`/roll-call/${view.id}`}>
          {t('close.toRoster')}
        </Link>
      )}
      {view.filmSeen && here > 0 && (
        <>
          <p>{t('close.then', { count: here, day: dates.lastDay(view.dueAt) })}</p>
          <Attestation station={station} present={presentOf(lines).map((line) => line.officerId)} />
        </>
      )}
    </>
  );
}

function Attestation({ station, present }: { station: OpenStation; present: string[] }) {
  const { t } = useTranslation('roll-call');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isUnsigned, setIsUnsigned] = useState(false);
  const [isClosing, setIsClosing] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const id = useRef(newItemId());

  async function close(event: FormEvent) {
    event.preventDefault();
    if (isClosing) return;
    setIsUnsigned(!box.current?.checked);
    if (!box.current?.checked) return box.current?.focus();
    setIsClosing(true);
    const answer = await station.close(id.current, present);
    setIsClosing(false);
    setProblem(answer.ok ? null : answer.error);
    if (answer.ok) return;
    if (answer.error.code === 'roll-call.closed' || answer.error.code === 'roll-call.changed') station.again();
    // Other names are another sentence: it has to be read and ticked again.
    if (answer.error.code === 'roll-call.changed' && box.current) box.current.checked = false;
  }

  return (
    <form className="attestation" noValidate onSubmit={(event) => void close(event)}>
      <label className="roster-row">
        <input
          ref={box}
          type="checkbox"
          aria-invalid={isUnsigned}
          aria-describedby="unsigned"
          onChange={() => setIsUnsigned(false)}
        />
        <span>{t('close.attest', { count: present.length })}</span>
      </label>
      <p id="unsigned" className="wrong" role="alert">
        {isUnsigned && t('close.unsigned')}
      </p>
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" className="button" aria-disabled={isClosing}>
        {isClosing ? t('close.closing') : t('close.submit')}
      </button>
    </form>
  );
}
