import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchingEvidence } from '#domain/coverage/watching-evidence.ts';
import { useDates } from '../api/use-dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { WatchingBars } from '../player/watching-bars.tsx';
import { ReviewNoteForm } from './review-note-form.tsx';

type ReviewEditionProps = {
  officerId: string;
  evidence: WatchingEvidence;
  onNoted: (watching: readonly WatchingEvidence[]) => void;
};

/** One edition: the evidence side by side, what was settled before, and what is to settle. */
export function ReviewEdition({ officerId, evidence, onNoted }: ReviewEditionProps) {
  const { t } = useTranslation(['commander', 'record']);
  const { language } = useLanguage();
  const dates = useDates();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{evidence.title[language]}</h2>
      <WatchingBars evidence={evidence} when={dates.dayAndTime} />
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
      {evidence.openUpToSeq !== null && (
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
