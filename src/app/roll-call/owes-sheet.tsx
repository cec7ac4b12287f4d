import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SquadOwes } from '#domain/roll-call/roll-call.ts';
import { Answered } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useProblemWords } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useDates } from '../api/use-dates.ts';
import { OwesRow } from './owes-row.tsx';
import type { TalkOutcome } from './talk-dialog.tsx';

type OwesOfProps = {
  unitId: string;
  /** The squad may be reading along, as on the projector: what a talk is about stays in its dialog. */
  isInRoom?: boolean;
};

export function OwesOf({ unitId, isInRoom = false }: OwesOfProps) {
  const { t } = useTranslation('roll-call');
  const words = useProblemWords();
  const [said, setSaid] = useState('');
  const owes = useAnswer(`owes ${unitId}`, () =>
    ask(() => api.api['roll-calls'].squads[':unitId'].owes.$get({ param: { unitId } })),
  );

  /** The line changes with the answer; what somebody else did in the meantime is read anew. */
  function talked(known: SquadOwes, officerId: string, name: string, outcome: TalkOutcome) {
    if (!outcome.ok) {
      setSaid(words(outcome.error));
      return owes.again();
    }
    const { line, receipt } = outcome.value;
    setSaid(t('talk.recorded', { name, receipt }));
    owes.replace({
      ...known,
      lines: known.lines.flatMap((each) => (each.officerId === officerId ? (line ?? []) : each)),
    });
  }

  return (
    <Answered of={owes}>
      {(known) => (
        <OwesSheet owes={known} isInRoom={isInRoom} said={said} onTalk={(...outcome) => talked(known, ...outcome)} />
      )}
    </Answered>
  );
}

type OwesSheetProps = {
  owes: SquadOwes;
  isInRoom: boolean;
  said: string;
  onTalk: (officerId: string, name: string, outcome: TalkOutcome) => void;
};

function OwesSheet({ owes, isInRoom, said, onTalk }: OwesSheetProps) {
  const { t } = useTranslation('roll-call');
  const dates = useDates();
  const { agency } = useSession();
  return (
    <section aria-labelledby="owes">
      <h2 id="owes">{t('owes.of', { squad: owes.unit.name })}</h2>
      <p>
        {owes.lines.length === 0
          ? t('owes.nobody')
          : t('owes.count', { count: owes.lines.length, day: dates.lastDay(owes.dueAt) })}
      </p>
      <p className="note screen-only" role="status">
        {said}
      </p>
      {owes.lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
        <section className="scroll" aria-label={t('owes.table')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('owes.name')}</th>
                <th scope="col">{t('owes.badge')}</th>
                <th scope="col">{t('owes.owed')}</th>
                <th scope="col">{t('owes.until')}</th>
              </tr>
            </thead>
            <tbody>
              {owes.lines.map((line) => (
                <OwesRow
                  key={line.officerId}
                  line={line}
                  until={dates.shortLastDay(owes.dueAt)}
                  isInRoom={isInRoom}
                  onTalk={(outcome) => onTalk(line.officerId, line.name, outcome)}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <div className="ways screen-only">
        <button type="button" className="button quiet" onClick={() => window.print()}>
          {t('owes.print')}
        </button>
        <a
          className="button quiet"
          href={`/api/roll-calls/squads/${encodeURIComponent(owes.unit.id)}/owes.csv`}
          download
        >
          {t('owes.csv')}
        </a>
      </div>
      {!agency.reviewed && <p className="sample">{t('owes.sample')}</p>}
    </section>
  );
}
