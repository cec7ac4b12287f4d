import { useTranslation } from 'react-i18next';
import type { CoursePack } from '#domain/course/pack.ts';
import { useCardDates } from './card-dates.ts';
import type { CardState } from './use-card.ts';

type EditionBannerProps = Omit<CardState, 'pack'> & { pack: CoursePack };

/** Says in words that the card may not be, or is not, the one in force; nothing when it is. */
export function EditionBanner({
  pack,
  agency,
  isOutOfDate,
  isRenewed,
  check,
  checkedAt,
  problem,
  again,
}: EditionBannerProps) {
  const { t } = useTranslation('card');
  const { moment } = useCardDates(agency?.timeZone);
  const { edition } = pack.course;
  return (
    <div role="status" className="card-news">
      {isOutOfDate && (
        <div className="card-banner out-of-date">
          <p>
            <strong>{t('banner.outOfDate', { edition })}</strong>{' '}
            {problem ? t('banner.notLoaded') : t('banner.loading')}
          </p>
          {problem && (
            <button type="button" className="button" onClick={again}>
              {t('banner.again')}
            </button>
          )}
        </div>
      )}
      {!isOutOfDate && check === 'unchecked' && checkedAt && (
        <p className="card-banner">{t('banner.unchecked', { moment: moment(checkedAt) })}</p>
      )}
      {!isOutOfDate && check !== 'unchecked' && isRenewed && (
        <p className="card-banner">{t('banner.renewed', { edition })}</p>
      )}
    </div>
  );
}
