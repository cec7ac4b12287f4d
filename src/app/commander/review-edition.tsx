import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewEvidence } from '#domain/coverage/refused-item.ts';
import { useSession } from '../api/session.ts';
import { useDates } from '../api/use-dates.ts';
import { WatchingBars } from '../evidence/watching-bars.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { FilmTakenAwayLine } from './film-taken-away.tsx';
import { RefusedItems } from './refused-items.tsx';
import { ReviewNoteForm } from './review-note-form.tsx';

type ReviewEditionProps = {
  officerId: string;
  evidence: ReviewEvidence;
  onNoted: (watching: readonly ReviewEvidence[]) => void;
};

/** One edition: the evidence side by side, what was settled before, and what is to settle. */
export function ReviewEdition({ officerId, evidence, onNoted }: ReviewEditionProps) {
  const { t } = useTranslation(['commander', 'record']);
  const { language } = useLanguage();
  const dates = useDates();
  const id = useId();
  const isOwn = useSession().signedIn.officerId === officerId;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{evidence.title[language]}</h2>
      <WatchingBars evidence={evidence} />
      {evidence.takenAway && <FilmTakenAwayLine of={evidence.takenAway} />}
      <RefusedItems items={evidence.refused} />
      {evidence.notes.map(({ notedAt, by, outcome }) => (
        <p key={notedAt}>
          {t('review.settled', {
            day: dates.dayAndTime(notedAt),
            by,
            outcome: t(`outcome.${outcome}`, { ns: 'record' }),
          })}
        </p>
      ))}
      <div role="status">
        {evidence.openUpToSeq === null && evidence.notes.length > 0 && <p>{t('review.noted')}</p>}
      </div>
      {evidence.openUpToSeq !== null && isOwn && <p>{t('review.own')}</p>}
      {evidence.openUpToSeq !== null && !isOwn && (
        <ReviewNoteForm
          officerId={officerId}
          editionHash={evidence.editionHash}
          upToSeq={evidence.openUpToSeq}
          onNoted={onNoted}
        />
      )}
    </section>
  );
}
