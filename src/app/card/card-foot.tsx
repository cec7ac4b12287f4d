import { useTranslation } from 'react-i18next';
import type { CoursePack } from '#domain/course/pack.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useCardDates } from './card-dates.ts';
import type { CardState } from './use-card.ts';
import { useKeptOffline } from './use-kept-offline.ts';

type CardFootProps = Pick<CardState, 'agency' | 'check' | 'checkedAt'> & { pack: CoursePack };

/** Which edition this is, when it was last checked, whether it is kept, how to print it, and what it is not. */
export function CardFoot({ pack, agency, check, checkedAt }: CardFootProps) {
  const { t } = useTranslation('card');
  const { language } = useLanguage();
  const { date, moment } = useCardDates(agency?.timeZone);
  const keeping = useKeptOffline(pack.editionHash);
  const { edition, effectiveDate } = pack.course;
  return (
    <footer className="card-foot">
      <p>
        {t('foot.edition', { edition, date: date(effectiveDate) })}{' '}
        {checkedAt && t(`foot.${check}`, { moment: moment(checkedAt) })}
      </p>
      <p>{t(`keeping.${keeping}`)}</p>
      <p>
        <button type="button" className="button quiet" onClick={() => window.print()}>
          {t('print.button')}
        </button>{' '}
        <span className="card-print-words">{t('print.words')}</span>
      </p>
      <p className="card-fine">{pack.text[language].disclaimer}</p>
      <p>
        {/* Another page is loaded afresh: the files of this one may be older than those of today. */}
        <a href="/">{t('foot.toTraining')}</a>
      </p>
    </footer>
  );
}
