import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnEdition } from '#domain/completion/own-record.ts';
import { Answered } from '../api/answered.tsx';
import { useCourse } from '../api/course.ts';
import { useDates } from '../api/use-dates.ts';
import { PathSteps } from '../evidence/path-steps.tsx';
import { WatchingBars } from '../evidence/watching-bars.tsx';
import { useLanguage } from '../i18n/use-language.ts';

/** One edition as it was taken: state, grade, receipt, watching and decisions. */
export function OwnEditionSection({ edition }: { edition: OwnEdition }) {
  const { t } = useTranslation('record');
  const { language } = useLanguage();
  const dates = useDates();
  const id = useId();
  const { title, openedAt, acknowledgedAt, completion, watching, editionHash } = edition;
  const date = (iso: string | null | undefined) => (iso ? dates.dayAndTime(iso) : t('own.edition.notYet'));
  const facts = [
    ['opened', date(openedAt)],
    ['acknowledged', date(acknowledgedAt)],
    ['completed', date(completion?.completedAt)],
    ['grade', completion ? t(`grade.${completion.source ?? completion.grade}`) : '–'],
    ['receipt', completion ? <code key="receipt">{completion.receipt}</code> : '–'],
    ['edition', <code key="edition">{editionHash.slice(0, 16)}</code>],
  ] as const;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title[language]}</h2>
      <dl className="facts">
        {facts.map(([fact, value]) => (
          <div key={fact}>
            <dt>{t(`own.edition.${fact}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('own.edition.watching')}</h3>
      {watching.openUpToSeq !== null && watching.openUpToSeq !== watching.takenAway?.seq && (
        <p>{t('own.edition.review')}</p>
      )}
      {watching.takenAway && <p>{t('own.edition.takenAway', { by: watching.takenAway.by })}</p>}
      {watching.notes.map(({ notedAt, by, outcome }) => (
        <p key={notedAt}>
          {t('own.edition.settled', { day: dates.day(notedAt), by, outcome: t(`outcome.${outcome}`) })}
        </p>
      ))}
      <WatchingBars evidence={watching} />
      {edition.decisions.length > 0 && <Decisions edition={edition} />}
    </section>
  );
}

/** The course is asked for only when somebody wants to read the decisions in its words. */
function Decisions({ edition: { editionHash, decisions } }: { edition: OwnEdition }) {
  const { t } = useTranslation('record');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('own.edition.decisions', { count: decisions.length })}</summary>
      {isOpen && <DecisionsRead editionHash={editionHash} decisions={decisions} />}
    </details>
  );
}

function DecisionsRead({ editionHash, decisions }: Pick<OwnEdition, 'editionHash' | 'decisions'>) {
  const course = useCourse(editionHash);
  return (
    <Answered of={course}>{(pack) => <PathSteps steps={decisions} pack={pack} canBeSeenAgain={false} />}</Answered>
  );
}
