import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { OwesLine, SquadOwes } from '#domain/roll-call/roll-call.ts';
import { Answered } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useDates } from '../api/use-dates.ts';
import { PageHeading } from '../ui/page-heading.tsx';

/** Who of a squad still owes what, apart from any roll call. */
export function OwesPage() {
  const { t } = useTranslation('roll-call');
  const { unitId = '' } = useParams();
  return (
    <>
      <PageHeading title={t('owes.title')} />
      <OwesOf unitId={unitId} />
      <p className="screen-only">
        <Link to="/roll-call">{t('owes.back')}</Link>
      </p>
    </>
  );
}

export function OwesOf({ unitId }: { unitId: string }) {
  const owes = useAnswer(`owes ${unitId}`, () =>
    ask(() => api.api['roll-calls'].squads[':unitId'].owes.$get({ param: { unitId } })),
  );
  return <Answered of={owes}>{(known) => <OwesSheet owes={known} />}</Answered>;
}

function OwesSheet({ owes }: { owes: SquadOwes }) {
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
                <OwesRow key={line.officerId} line={line} until={dates.shortLastDay(owes.dueAt)} />
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

function OwesRow({ line, until }: { line: OwesLine; until: string }) {
  const { t } = useTranslation(['roll-call', 'common']);
  const isAway = line.duty !== 'on-duty';
  return (
    <tr>
      <th scope="row">{line.name}</th>
      <td>{line.badge}</td>
      <td>{t(`owed.${line.standing}`)}</td>
      <td>
        {isAway
          ? t('owes.onReturn', { duty: t(`duty.${line.duty}`, { ns: 'common' }) })
          : t(line.overdue ? 'owes.late' : 'owes.by', { day: until })}
      </td>
    </tr>
  );
}
