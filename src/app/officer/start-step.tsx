import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Opening } from '#recording/recorder.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { useSurroundings } from '../ui/surroundings.ts';
import { SampleMark } from './sample-mark.tsx';

const recorded = ['film', 'clock', 'policy', 'decisions', 'seen'] as const;
/** In an LMS no server of ours times anything. */
const recordedElsewhere = recorded.filter((what) => what !== 'clock');

/** What this is, what is recorded of the officer in plain words, and that it is a training sample. */
export function StartStep({ opening, onBegun }: { opening: Opening; onBegun: () => void }) {
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
  const { hasOtherPages } = useSurroundings();
  const { pack, training } = opening;
  const text = pack.text[language];
  return (
    <div className="start-step">
      <SampleMark course={pack.course} />
      <PageHeading title={text.title} />
      <p className="lead">{text.summary}</p>
      <p>
        {training.dueOn && t('start.dueBy', { at: new Date(`${training.dueOn}T12:00`) })}{' '}
        {t('start.length', { minutes: Math.round(pack.film.durationSeconds / 60) })}
      </p>
      <p>
        <button type="button" className="button" onClick={onBegun}>
          {t('start.begin')}
        </button>
      </p>
      <section className="recorded" aria-labelledby="recorded">
        <h2 id="recorded">{t('start.recorded.title')}</h2>
        <ul>
          {(hasOtherPages ? recorded : recordedElsewhere).map((what) => (
            <li key={what}>{t(`start.recorded.${what}`)}</li>
          ))}
        </ul>
        {hasOtherPages && (
          <p>
            <Link to="/record">{t('start.recorded.more')}</Link>
          </p>
        )}
      </section>
      <p className="fine-print">{text.disclaimer}</p>
      <p className="fine-print">{text.source}</p>
    </div>
  );
}
