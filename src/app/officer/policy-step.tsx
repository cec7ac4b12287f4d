import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opening, Recorder, RecordingError } from '#recording/recorder.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { evidenceOf } from './evidence-of.ts';
import { PolicyDocument } from './policy-document.tsx';
import { ProblemWords } from './problem-words.tsx';
import { SampleMark } from './sample-mark.tsx';

type PolicyStepProps = {
  opening: Opening;
  recorder: Recorder;
  onAcknowledged: () => void;
  /** Null where the film is no part of this. */
  onBackToFilm: (() => void) | null;
};

const wordsPerMinute = 220;

/** The written policy, one sentence to tick, one button. */
export function PolicyStep({ opening: { pack }, recorder, onAcknowledged, onBackToFilm }: PolicyStepProps) {
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
  const [isRead, setIsRead] = useState(false);
  const [hint, setHint] = useState<'tick' | RecordingError | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const sheet = pack.policy[language];

  async function acknowledge(event: FormEvent) {
    event.preventDefault();
    if (!isRead) return setHint('tick');
    setIsSaving(true);
    const kept = await recorder.submit(evidenceOf(pack.editionHash, { kind: 'acknowledged', language }));
    setIsSaving(false);
    if (kept.ok) onAcknowledged();
    else setHint(kept.error);
  }

  return (
    <div className="policy-step">
      <SampleMark course={pack.course} />
      <PageHeading title={t('policy.title')} />
      {sheet.words > 0 && (
        <p className="quiet">
          {t('policy.readingTime', { minutes: Math.max(1, Math.round(sheet.words / wordsPerMinute)) })}
        </p>
      )}
      <PolicyDocument pack={pack} />
      <form className="acknowledge" onSubmit={acknowledge} noValidate>
        <label>
          <input
            type="checkbox"
            checked={isRead}
            aria-describedby="policy-hint"
            onChange={(event) => {
              setIsRead(event.target.checked);
              setHint(null);
            }}
          />
          {pack.order ? t('policy.orderSentence', { number: pack.order.number }) : t('policy.sentence')}
        </label>
        <p id="policy-hint" className="hint" role="alert">
          {hint === 'tick' && t('policy.tickFirst')}
          {hint !== null && hint !== 'tick' && <ProblemWords problem={hint} />}
        </p>
        <div className="ways">
          <button type="submit" className="button" disabled={isSaving}>
            {isSaving ? t('policy.saving') : t('policy.acknowledge')}
          </button>
          {onBackToFilm && (
            <button type="button" className="button quiet" onClick={onBackToFilm}>
              {t('policy.backToFilm')}
            </button>
          )}
        </div>
      </form>
    </div>
  );
}
