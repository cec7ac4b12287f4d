import { useTranslation } from 'react-i18next';
import type { AgencyOrder } from '#domain/course/agency-order.ts';
import { languages } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { calendarDay } from '../i18n/calendar-day.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useSurroundings } from '../ui/surroundings.ts';
import { PolicySheet } from './policy-sheet.tsx';

/** What is acknowledged: our policy page, or the agency's own order as it wrote it, with its number, date and file. */
export function PolicyDocument({ pack: { policy, order, editionHash } }: { pack: CoursePack }) {
  const { language } = useLanguage();
  const sheet = policy[language];
  if (!order) return <PolicySheet sheet={sheet} />;
  const isInOther = order.textIn.length > 0 && !order.textIn.includes(language);
  const spoken = isInOther ? order.textIn[0] : undefined;
  return (
    <>
      <OrderLine order={order} editionHash={editionHash} isInOther={isInOther} />
      {sheet.blocks.length > 0 && (
        <div lang={spoken}>
          <PolicySheet sheet={sheet} />
        </div>
      )}
    </>
  );
}

type OrderLineProps = { order: AgencyOrder; editionHash: string; isInOther: boolean };

function OrderLine({ order: { number, date, files }, editionHash, isInOther }: OrderLineProps) {
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
  const { orderFile } = useSurroundings();
  const own = files[language] ? [language] : languages.filter((each) => files[each]);
  return (
    <div className="order-line">
      <p>{t('policy.order', { number, date: calendarDay(date, language) })}</p>
      {isInOther && <p>{t('policy.onlyInOther')}</p>}
      {orderFile &&
        own.map((each) => (
          <p key={each}>
            <a href={orderFile(editionHash, each)} target="_blank" rel="noreferrer">
              {t('policy.file', { language: each })}
            </a>
          </p>
        ))}
    </div>
  );
}
